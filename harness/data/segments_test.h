// SPDX-License-Identifier: Apache-2.0
// Transcripts as short lines, for tables of examples.
#pragma once
#include <string>

#include "harness/data/segments.h"
#include "metrics/core/diagnostics_test.h"
#include "tests/catch.h"

namespace keur {

// "recording channel speaker start-end text [labels] (confidence) !ignored a1.2", without what is
// empty.
inline std::string shown(const Segment& segment) {
  std::string line = segment.recording;
  for (const std::string* part : {&segment.channel, &segment.speaker})
    if (!part->empty()) line += " " + *part;
  if (segment.start)
    line += " " + write_seconds(*segment.start) + "-" + write_seconds(*segment.end);
  if (!segment.text.empty()) line += " '" + segment.text + "'";
  if (!segment.labels.empty()) line += " [" + segment.labels + "]";
  if (!segment.confidence.empty()) line += " (" + segment.confidence + ")";
  if (segment.ignore) line += " ignored";
  if (segment.alternation)
    line += " a" + std::to_string(segment.alternation) + "." + std::to_string(segment.branch);
  return line;
}

struct ReadSegments {
  Transcript transcript;
  std::string segments;  // shown, joined by " / "
  std::string left_out;  // joined by ","
  std::string problems;
};

inline ReadSegments read_segments(const std::string& format, std::string bytes,
                                  const std::string& path = "visit") {
  ReadSegments result;
  Diagnostics problems;
  if (const auto file = read_text(path, std::move(bytes), problems))
    result.transcript = find_segment_format(format, "")->read(*file, problems);
  for (const Segment& segment : result.transcript.segments)
    result.segments += (result.segments.empty() ? "" : " / ") + shown(segment);
  for (const std::string& name : result.transcript.left_out)
    result.left_out += (result.left_out.empty() ? "" : ",") + name;
  result.problems = places(problems);
  return result;
}

// One row of a table: what is read from these bytes. The recording of a file that holds one is
// "visit".
struct SegmentExample {
  const char* what;
  std::string bytes, segments;
  std::string problems = "", left_out = "";
};

inline void check_segments(const std::string& format, std::span<const SegmentExample> examples) {
  for (const SegmentExample& example : examples) {
    INFO(format << ": " << example.what);
    const ReadSegments read = read_segments(format, example.bytes);
    CHECK(read.segments == example.segments);
    CHECK(read.problems == example.problems);
    CHECK(read.left_out == example.left_out);
  }
}

}  // namespace keur
