// SPDX-License-Identifier: Apache-2.0
// SegLST, the format of the CHiME challenges (meeteval, doc/io.md): a JSON array of {session_id,
// speaker, start_time, end_time, words}. channel, labels, confidence, ignore, alternation and
// branch are keys of our own, written only where a segment has them.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "harness/data/json_fields.h"
#include "harness/data/segments.h"

namespace keur {
namespace {

enum Key : std::size_t {
  session_id,
  speaker,
  start_time,
  end_time,
  words,
  channel,
  labels,
  confidence,
  ignore,
  alternation,
  branch,
  key_count
};
const std::vector<std::string> keys = {"session_id", "speaker",     "start_time", "end_time",
                                       "words",      "channel",     "labels",     "confidence",
                                       "ignore",     "alternation", "branch"};

std::string text_of(const FieldValue& value) {
  return std::string(value.state == FieldValue::State::text ? value.text : "");
}

std::optional<Fault> read_count(const FieldValue& value, const std::string& key, int& into) {
  if (value.state != FieldValue::State::text) return std::nullopt;
  const auto [end, error] =
      std::from_chars(value.text.data(), value.text.data() + value.text.size(), into);
  if (error == std::errc{} && end == value.text.data() + value.text.size() && into >= 0)
    return std::nullopt;
  return Fault{"data-field-type", fmt::format("'{}' is not a count", key), "", 0, 0};
}

std::optional<Fault> fill(std::span<const FieldValue> values, Segment& segment, bool& rounded) {
  segment.recording = text_of(values[session_id]);
  if (segment.recording.empty())
    return Fault{"data-missing-field", "this segment has no 'session_id'", "it names the recording",
                 0, 0};
  segment.speaker = text_of(values[speaker]);
  segment.text = text_of(values[words]);
  segment.channel = text_of(values[channel]);
  segment.labels = text_of(values[labels]);
  segment.confidence = text_of(values[confidence]);
  segment.ignore = text_of(values[ignore]) == "true";
  const std::string start = text_of(values[start_time]), end = text_of(values[end_time]);
  if (start.empty() != end.empty())
    return Fault{"data-missing-field", "this segment has only one of its two times", "", 0, 0};
  if (!start.empty()) {
    Microseconds from = 0, to = 0;
    if (auto fault = read_time(start, 0, "start_time", from, &rounded)) return fault;
    if (auto fault = read_time(end, 0, "end_time", to, &rounded)) return fault;
    if (to < from) return ends_before_start(0);
    segment.start = from;
    segment.end = to;
  }
  if (auto fault = read_count(values[alternation], keys[alternation], segment.alternation))
    return fault;
  return read_count(values[branch], keys[branch], segment.branch);
}

Transcript read(const TextFile& file, Diagnostics& problems) {
  Transcript transcript;
  FileProblems found(file, problems);
  JsonSeen seen;
  const auto parser = json_parser(keys, true, &seen);
  std::vector<FieldValue> values(key_count);
  std::string_view rest = file.text;
  std::size_t line = 1;
  int state = 0;
  bool rounded = false;
  while (!rest.empty() && !found.full()) {
    std::size_t length = json_piece_length(rest, true);
    if (length == 0) length = rest.size();
    std::string piece(rest.substr(0, length));
    rest.remove_prefix(length);
    if (const auto fault = json_piece_order(state, piece, rest.empty())) {
      found.add(line, *fault);
      break;
    }
    const auto lines = static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
    if (!json_piece_skipped(piece)) {
      Segment segment;
      segment.line = line;
      piece += ' ';
      auto fault = parser->parse(piece.data(), length, values);
      if (!fault) fault = fill(values, segment, rounded);
      if (fault)
        found.add(line, *fault);
      else
        transcript.segments.push_back(std::move(segment));
    }
    line += lines;
  }
  if (file.text.find_first_not_of(" \t\r\n") == std::string::npos)
    found.add(1, {"data-not-an-object", "the file is not an array of objects", "", 0, 0});
  for (const std::string& name : seen.fields)
    if (std::find(keys.begin(), keys.end(), name) == keys.end()) transcript.left_out.insert(name);
  if (rounded) transcript.left_out.insert("precision");
  return transcript;
}

std::string write(std::span<const Segment> segments) {
  std::string out = "[";
  for (const Segment& segment : segments) {
    std::string one;
    const auto add = [&](Key key, std::string_view text) {
      one += (one.empty() ? "\"" : ", \"") + keys[key] + "\": ";
      append_json(one, text);
    };
    const auto add_raw = [&](Key key, const std::string& text) {
      one += ", \"" + keys[key] + "\": " + text;
    };
    add(session_id, segment.recording.empty() ? "unknown" : segment.recording);
    add(speaker, segment.speaker);
    if (segment.start && segment.end) {
      add_raw(start_time, write_seconds(*segment.start));
      add_raw(end_time, write_seconds(*segment.end));
    }
    add(words, segment.text);
    if (!segment.channel.empty()) add(channel, segment.channel);
    if (!segment.labels.empty()) add(labels, segment.labels);
    if (is_number(segment.confidence)) add_raw(confidence, segment.confidence);
    if (segment.ignore) add_raw(ignore, "true");
    if (segment.alternation != 0) {
      add_raw(alternation, std::to_string(segment.alternation));
      add_raw(branch, std::to_string(segment.branch));
    }
    out += (out.size() == 1 ? "\n  {" : ",\n  {") + one + "}";
  }
  return out + "\n]\n";
}

}  // namespace

const SegmentFormat& segments_seglst();
const SegmentFormat& segments_seglst() {
  static const SegmentFormat format{"seglst", ".seglst.json .seglst", false, false, read, write};
  return format;
}

}  // namespace keur
