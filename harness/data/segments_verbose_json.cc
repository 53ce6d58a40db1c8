// SPDX-License-Identifier: Apache-2.0
// verbose_json of OpenAI's speech API (API reference, "Create transcription"): {text, language,
// duration, segments: [{start, end, text, ...}], words: [...]}. The text and the segments are
// read; words repeat them. Times are binary numbers written out in full, so what is finer than a
// microsecond is rounded.
#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>

#include "harness/data/json_fields.h"
#include "harness/data/segments.h"
#include "metrics/core/utf8.h"

namespace keur {
namespace {

constexpr unsigned parse_flags = rapidjson::kParseValidateEncodingFlag |
                                 rapidjson::kParseNumbersAsStringsFlag |
                                 rapidjson::kParseIterativeFlag;

using Value = rapidjson::Value;

// Of the members of that name the only one; a second one would be ignored in silence.
const Value* member(const Value& object, std::string_view name, bool& doubled) {
  const Value* found = nullptr;
  for (const auto& one : object.GetObject())
    if (std::string_view(one.name.GetString(), one.name.GetStringLength()) == name) {
      doubled |= found != nullptr;
      found = &one.value;
    }
  return found;
}

std::string_view text_of(const Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

// RapidJSON lets half a surrogate pair pass.
Fault half_a_pair() {
  return {"data-json-syntax", "this is not valid JSON: half a surrogate pair in a string", "", 0,
          0};
}

class Reader {
 public:
  Reader(const TextFile& file, Diagnostics& problems) : file_(file), found_(file, problems) {
    transcript_.named_by_file = true;
  }

  Transcript read() {
    rapidjson::Document document;
    document.Parse<parse_flags>(file_.text.data(), file_.text.size());
    if (document.HasParseError()) {
      const std::string_view before =
          std::string_view(file_.text).substr(0, document.GetErrorOffset());
      const auto line =
          1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
      found_.add(line, {"data-json-syntax",
                        fmt::format("this is not valid JSON: {}",
                                    rapidjson::GetParseError_En(document.GetParseError())),
                        "", 0, before.size() - (before.rfind('\n') + 1) + 1});
      return std::move(transcript_);
    }
    if (!document.IsObject()) {
      add({"data-not-an-object", "this file is not one JSON object", "{\"text\": \"...\"}", 0, 0});
      return std::move(transcript_);
    }
    read_document(document);
    if (rounded_) transcript_.left_out.insert("precision");
    return std::move(transcript_);
  }

 private:
  // DOM values do not know their lines: the fault belongs to the file.
  void add(const Fault& fault) { found_.add(0, fault); }

  void read_document(const Value& document) {
    for (const auto& one : document.GetObject()) {
      const std::string name(one.name.GetString(), one.name.GetStringLength());
      const bool empty = one.value.IsNull() || (one.value.IsArray() && one.value.Empty());
      if (name != "text" && name != "segments" && !empty) transcript_.left_out.insert(name);
    }
    bool doubled = false;
    const Value* text = member(document, "text", doubled);
    const Value* segments = member(document, "segments", doubled);
    if (doubled)
      return add({"data-duplicate-field", "'text' or 'segments' is given twice", "keep one", 0, 0});
    if (text && !text->IsNull()) {
      if (!text->IsString())
        return add({"data-field-type", "'text' holds something else than text", "", 0, 0});
      if (first_invalid_utf8(text_of(*text))) return add(half_a_pair());
      transcript_.text = trimmed(text_of(*text));
    }
    if (segments && !segments->IsNull()) {
      if (!segments->IsArray())
        return add({"data-field-type", "'segments' is not a list", "", 0, 0});
      for (rapidjson::SizeType i = 0; i < segments->Size() && !found_.full(); ++i)
        read_segment((*segments)[i], i + 1);
    } else if (!text || text->IsNull()) {
      add({"data-missing-field", "there is neither 'text' nor 'segments'",
           "{\"text\": \"...\", \"segments\": [...]}", 0, 0});
    } else {
      Segment whole;
      whole.recording = file_stem(file_.path);
      whole.text = *transcript_.text;
      transcript_.segments.push_back(std::move(whole));
    }
  }

  void read_segment(const Value& value, unsigned number) {
    const auto refuse = [&](Fault fault) {
      fault.message = fmt::format("segment {}: {}", number, fault.message);
      add(fault);
    };
    if (!value.IsObject()) return refuse({"data-not-an-object", "this is not an object", "", 0, 0});
    for (const auto& one : value.GetObject()) {
      const std::string name(one.name.GetString(), one.name.GetStringLength());
      if (name != "text" && name != "start" && name != "end" && name != "id")
        transcript_.left_out.insert(name);
    }
    bool doubled = false;
    const Value* text = member(value, "text", doubled);
    const Value* from = member(value, "start", doubled);
    const Value* to = member(value, "end", doubled);
    if (doubled) return refuse({"data-duplicate-field", "a field is given twice", "", 0, 0});
    for (const Value* one : {text, from, to})
      if (!one || !one->IsString())
        return refuse({"data-missing-field", "'text', 'start' or 'end' is not there", "", 0, 0});
    if (first_invalid_utf8(text_of(*text))) return refuse(half_a_pair());
    Microseconds start = 0, end = 0;
    if (auto fault = read_time(text_of(*from), 0, "the start", start, &rounded_))
      return refuse(std::move(*fault));
    if (auto fault = read_time(text_of(*to), 0, "the end", end, &rounded_))
      return refuse(std::move(*fault));
    if (end < start) return refuse(ends_before_start(0));
    Segment segment;
    segment.recording = file_stem(file_.path);
    segment.text = trimmed(text_of(*text));
    segment.start = start;
    segment.end = end;
    transcript_.segments.push_back(std::move(segment));
  }

  const TextFile& file_;
  FileProblems found_;
  Transcript transcript_;
  bool rounded_ = false;
};

Transcript read(const TextFile& file, Diagnostics& problems) {
  return Reader(file, problems).read();
}

std::string write(std::span<const Segment> segments) {
  std::string out = "{\"text\": ";
  append_json(out, joined_text(segments));
  if (segments.size() == 1 && !segments[0].start) return out + "}\n";
  out += ", \"segments\": [";
  std::size_t number = 0;
  for (const Segment& segment : segments) {
    out += fmt::format(
        "{}\n  {{\"id\": {}, \"start\": {}, \"end\": {}, \"text\": ", number ? "," : "", number,
        write_seconds(segment.start.value_or(0)), write_seconds(segment.end.value_or(0)));
    ++number;
    append_json(out, segment.text);
    out += "}";
  }
  return out + "\n]}\n";
}

}  // namespace

const SegmentFormat& segments_verbose_json();
const SegmentFormat& segments_verbose_json() {
  static const SegmentFormat format{
      "verbose_json", ".verbose.json .verbose_json", true, false, read, write};
  return format;
}

}  // namespace keur
