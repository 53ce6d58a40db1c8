// SPDX-License-Identifier: Apache-2.0
#include "harness/data/table_segments.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace keur {
namespace {

enum Column : std::size_t {
  id,
  recording,
  channel,
  speaker,
  start,
  end,
  text,
  labels,
  confidence,
  ignore,
  alternation,
  branch,
  column_count
};
constexpr std::array<std::string_view, column_count> names = {
    "id",   "recording", "channel",    "speaker", "start",       "end",
    "text", "labels",    "confidence", "ignore",  "alternation", "branch"};

using Texts = std::array<std::string, column_count>;

Texts texts_of(const Segment& segment) {
  Texts texts;
  texts[id] = segment_id(segment);
  texts[recording] = segment.recording;
  texts[channel] = segment.channel;
  texts[speaker] = segment.speaker;
  if (segment.start) texts[start] = write_seconds(*segment.start);
  if (segment.end) texts[end] = write_seconds(*segment.end);
  texts[text] = segment.text;
  texts[labels] = segment.labels;
  texts[confidence] = segment.confidence;
  if (segment.ignore) texts[ignore] = "true";
  if (segment.alternation) texts[alternation] = std::to_string(segment.alternation);
  if (segment.branch) texts[branch] = std::to_string(segment.branch);
  return texts;
}

bool read_count(const std::string& written, int& into) {
  if (written.empty()) return true;
  const char* last = written.data() + written.size();
  const auto [read_to, error] = std::from_chars(written.data(), last, into);
  return error == std::errc{} && read_to == last && into >= 0;
}

std::optional<Fault> fill(const Texts& texts, Segment& segment, bool& rounded) {
  segment.recording = texts[recording].empty() ? texts[id] : texts[recording];
  segment.channel = texts[channel];
  segment.speaker = texts[speaker];
  segment.text = texts[text];
  segment.labels = texts[labels];
  segment.confidence = texts[confidence];
  segment.ignore = texts[ignore] == "true";
  if (texts[start].empty() != texts[end].empty())
    return Fault{"data-missing-field", "this record has only one of its two times", "", 0, 0};
  if (!texts[start].empty()) {
    Microseconds from = 0, to = 0;
    if (auto fault = read_time(texts[start], 0, "start", from, &rounded)) return fault;
    if (auto fault = read_time(texts[end], 0, "end", to, &rounded)) return fault;
    if (to < from) return ends_before_start(0);
    segment.start = from;
    segment.end = to;
  }
  if (!segment.confidence.empty() && !is_number(segment.confidence))
    return Fault{"data-confidence", "the confidence is not a number", "", 0, 0};
  if (!read_count(texts[alternation], segment.alternation) ||
      !read_count(texts[branch], segment.branch))
    return Fault{"data-field-type", "'alternation' or 'branch' is not a count", "", 0, 0};
  return std::nullopt;
}

}  // namespace

RecordTable table_of(const Transcript& transcript) {
  std::vector<Texts> all;
  std::array<bool, column_count> used{};
  used[id] = used[text] = true;
  for (const Segment& segment : transcript.segments) {
    all.push_back(texts_of(segment));
    for (std::size_t c = 0; c < column_count; ++c) used[c] = used[c] || !all.back()[c].empty();
  }
  RecordTable table;
  table.left_out = transcript.left_out;
  for (std::size_t c = 0; c < column_count; ++c)
    if (used[c]) table.columns.emplace_back(names[c]);
  for (std::size_t r = 0; r < all.size(); ++r) {
    table.lines.push_back(transcript.segments[r].line);
    table.records.emplace_back();
    for (std::size_t c = 0; c < column_count; ++c)
      if (used[c]) table.records.back().push_back({FieldValue::State::text, all[r][c]});
  }
  return table;
}

Transcript segments_of(const RecordTable& table, const std::string& path, Diagnostics& problems) {
  Transcript transcript;
  transcript.left_out = table.left_out;
  std::vector<std::size_t> columns;
  for (const std::string& name : table.columns) {
    columns.push_back(
        static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin()));
    if (columns.back() == column_count) transcript.left_out.insert(name);
  }
  const TextFile file{path, ""};
  FileProblems found(file, problems);
  bool rounded = false;
  for (std::size_t r = 0; r < table.records.size() && !found.full(); ++r) {
    Texts texts;
    for (std::size_t c = 0; c < columns.size(); ++c)
      if (columns[c] != column_count) texts[columns[c]] = table.records[r][c].text;
    Segment segment;
    segment.line = table.lines[r];
    if (const auto fault = fill(texts, segment, rounded)) {
      found.add(segment.line, *fault);
      continue;
    }
    if (!texts[id].empty() && texts[id] != segment.recording && texts[id] != segment_id(segment))
      transcript.left_out.emplace("id");
    if (!texts[ignore].empty() && texts[ignore] != "true" && texts[ignore] != "false")
      transcript.left_out.emplace("ignore");
    transcript.segments.push_back(std::move(segment));
  }
  if (rounded) transcript.left_out.insert("precision");
  return transcript;
}

}  // namespace keur
