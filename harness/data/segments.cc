// SPDX-License-Identifier: Apache-2.0
#include "harness/data/segments.h"

#include <map>

#include "harness/data/endings.h"

namespace keur {

const SegmentFormat* find_segment_format(std::string_view name, std::string_view path) {
  return find_by_name_or_ending(all_segment_formats(), name, path);
}

std::string segment_id(const Segment& segment) {
  std::string id = segment.recording;
  for (const std::string* part : {&segment.channel, &segment.speaker})
    if (!part->empty()) id += (id.empty() ? "" : "-") + *part;
  if (segment.start && segment.end)
    id +=
        (id.empty() ? "" : "-") + write_seconds(*segment.start) + "-" + write_seconds(*segment.end);
  return id;
}

std::string joined_text(std::span<const Segment> segments) {
  std::string text;
  const auto add = [&](std::string_view word) {
    if (!text.empty() && !word.empty()) text += ' ';
    text += word;
  };
  const Segment* before = nullptr;
  for (const Segment& segment : segments) {
    if (segment.ignore) continue;
    const int last = before ? before->alternation : 0;
    if (last != segment.alternation) {
      if (last != 0) add("}");
      if (segment.alternation != 0) add("{");
    } else if (last != 0 && before->branch != segment.branch) {
      add("/");
    }
    add(segment.text);
    before = &segment;
  }
  if (before && before->alternation != 0) add("}");
  return text;
}

std::vector<std::vector<Segment>> by_recording(const Transcript& transcript) {
  std::vector<std::vector<Segment>> recordings;
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  for (const Segment& segment : transcript.segments) {
    const auto [place, fresh] =
        places.emplace(std::pair(segment.recording, segment.channel), recordings.size());
    if (fresh) recordings.emplace_back();
    recordings[place->second].push_back(segment);
  }
  return recordings;
}

}  // namespace keur
