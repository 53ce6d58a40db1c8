// SPDX-License-Identifier: Apache-2.0
// What the subtitle formats srt and vtt share.
#pragma once
#include "harness/data/segments.h"

namespace keur {

// Lines that follow each other without a blank one between them.
struct Paragraph {
  std::vector<std::string_view> lines;
  std::size_t first = 0;  // number of the first line in the file
};
std::vector<Paragraph> paragraphs(std::string_view text);

struct CueTiming {
  Microseconds start = 0, end = 0;
  bool settings = false;  // something follows the times
};

// "00:00:01,000 --> 00:00:02,500 settings". `comma`: a comma may stand for the point.
std::optional<Fault> read_cue_timing(std::string_view line, bool comma, CueTiming& timing);

// A text as the lines of a cue: without blank lines, which would end it.
std::string cue_text(std::string_view text);

}  // namespace keur
