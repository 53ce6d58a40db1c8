// SPDX-License-Identifier: Apache-2.0
// One line of an STM file (NIST SCTK, doc/infmts.htm): file channel speaker start end [<labels>]
// text; ";;" begins a comment.
#pragma once
#include <optional>
#include <string_view>

#include "harness/data/format.h"
#include "harness/data/segments.h"

namespace keur {

// Blank lines and comments say nothing.
bool is_nist_comment(std::string_view line);

// take(line, number) for each line that says something, until `found` is full; it returns what is
// wrong with the line. A comment is noted in `left_out`.
template <class Take>
void for_each_nist_line(const TextFile& file, FileProblems& found, Transcript& transcript,
                        Take take) {
  Lines lines(file.text);
  std::string_view line;
  while (lines.next(line) && !found.full()) {
    if (!is_nist_comment(line)) {
      if (const auto fault = take(line, lines.number())) found.add(lines.number(), *fault);
    } else if (line.find(';') != std::string_view::npos) {
      transcript.left_out.insert("comments");
    }
  }
}

// A line IGNORE_TIME_SEGMENT_IN_SCORING becomes a segment that is ignored and has no text.
std::optional<Fault> read_stm_line(std::string_view line, Segment& segment);

}  // namespace keur
