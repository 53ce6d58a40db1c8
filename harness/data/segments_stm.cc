// SPDX-License-Identifier: Apache-2.0
// STM, the reference format of NIST's scoring tools: one utterance a line.
#include <fmt/format.h>

#include "harness/data/segments.h"
#include "harness/data/stm_line.h"

namespace keur {
namespace {

Transcript read(const TextFile& file, Diagnostics& problems) {
  Transcript transcript;
  FileProblems found(file, problems);
  for_each_nist_line(file, found, transcript, [&](std::string_view line, std::size_t number) {
    Segment segment;
    auto fault = read_stm_line(line, segment);
    segment.line = number;
    if (!fault) transcript.segments.push_back(std::move(segment));
    return fault;
  });
  return transcript;
}

std::string write(std::span<const Segment> segments) {
  std::string out;
  for (const Segment& segment : segments) {
    std::string recording = as_word(segment.recording, "unknown");
    // It would be a comment.
    if (recording.starts_with(";;")) recording.insert(0, "_");
    out +=
        fmt::format("{} {} {} {} {}", recording, as_word(segment.channel, "1"),
                    as_word(segment.speaker, "unknown"), write_seconds(segment.start.value_or(0)),
                    write_seconds(segment.end.value_or(0)));
    const std::string text =
        segment.ignore ? "IGNORE_TIME_SEGMENT_IN_SCORING" : as_line(segment.text);
    // A text that begins with a bracket would pass for labels.
    if (!segment.labels.empty() || text.find_first_not_of(" \t") == text.find('<'))
      out += fmt::format(" <{}>", as_word(segment.labels, ""));
    if (!text.empty()) out += " " + text;
    out += "\n";
  }
  return out;
}

}  // namespace

const SegmentFormat& segments_stm();
const SegmentFormat& segments_stm() {
  static const SegmentFormat format{"stm", ".stm", false, true, read, write};
  return format;
}

}  // namespace keur
