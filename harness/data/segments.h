// SPDX-License-Identifier: Apache-2.0
// Transcripts of whole recordings: who said what from when to when. One file a format:
// segments_<name>.cc defines `const SegmentFormat& segments_<name>()`, and CMake finds it by that
// name. Such a file is read whole, up to largest_text.
#pragma once
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/data/exact_time.h"
#include "harness/data/text_file.h"
#include "metrics/core/diagnostic.h"

namespace keur {

// An utterance, a cue or a single word. Empty text fields: the file does not say.
struct Segment {
  std::string recording, channel, speaker, text;
  std::optional<Microseconds> start, end;  // both or none; start <= end
  std::string confidence;                  // a number, as written
  std::string labels;                      // as written, without brackets
  bool ignore = false;                     // not to be scored
  // Words of which only one choice was said (NIST): the number of the choice in the file, and of
  // the branch within it, from 1; 0 where there is no choice.
  int alternation = 0, branch = 0;
  std::size_t line = 0;  // where it stands in the file; 0: not known
};

struct Transcript {
  std::vector<Segment> segments;  // in the order of the file
  // What the file says and a Segment cannot hold: "cue-settings". For conversions that must not
  // lose anything unseen.
  std::set<std::string> left_out;
  // The recording's name is the name of the file, so it is no content.
  bool named_by_file = false;
  // The whole text, where the file gives it besides the segments.
  std::optional<std::string> text;
};

struct SegmentFormat {
  std::string_view id;       // stm
  std::string_view endings;  // ".stm"
  bool one_recording;        // a file holds one recording and is named after it
  bool needs_times;          // a segment without start and end cannot be written

  // Every problem is in `problems`; what could be read is returned.
  Transcript (*read)(const TextFile& file, Diagnostics& problems);

  // Always a readable file. What the format cannot hold is left out or made to fit (white space
  // where none may stand becomes _): to see what is lost, read it again and compare.
  std::string (*write)(std::span<const Segment> segments);
};

std::span<const SegmentFormat* const> all_segment_formats();

// By name, or by the longest ending that fits `path` when the name is empty; nullptr when unknown.
const SegmentFormat* find_segment_format(std::string_view name, std::string_view path);

// A name for a segment that has none: its recording, channel, speaker, start and end, as far as
// they are known, with - between them.
std::string segment_id(const Segment& segment);

// What was said, segment by segment with a space between; nothing of ignored segments. Words of
// which only one was said become { a / b }, as NIST writes them.
std::string joined_text(std::span<const Segment> segments);

// The parts of one transcript, by recording and channel, in the order in which they first appear.
std::vector<std::vector<Segment>> by_recording(const Transcript& transcript);

}  // namespace keur
