// SPDX-License-Identifier: Apache-2.0
// JSON Lines: one object a line. Parsed in place by RapidJSON, which checks the UTF-8 of every
// string; numbers keep the digits they were written with, since an identifier may be one.
#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <cstring>

#include "harness/data/format.h"
#include "metrics/core/utf8.h"

namespace keur {
namespace {

constexpr int max_depth = 32;
constexpr unsigned parse_flags = rapidjson::kParseInsituFlag |
                                 rapidjson::kParseValidateEncodingFlag |
                                 rapidjson::kParseNumbersAsStringsFlag;

// Receives the parser's events; keeps the wanted fields of the outermost object.
class Collector : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Collector> {
 public:
  Collector(std::span<const std::string> wanted, std::span<FieldValue> values)
      : wanted_(wanted), values_(values) {}

  std::string complaint_code, complaint, complaint_hint;

  bool Null() { return scalar({FieldValue::State::null, {}}); }
  bool Bool(bool truth) { return scalar({FieldValue::State::text, truth ? "true" : "false"}); }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool) {
    return scalar({FieldValue::State::text, {text, length}});
  }
  bool String(const char* text, rapidjson::SizeType length, bool) {
    return whole({text, length}) && scalar({FieldValue::State::text, {text, length}});
  }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    if (!whole({text, length})) return false;
    if (depth_ != 1) return true;
    current_ = -1;
    const std::string_view key(text, length);
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      if (wanted_[i] == key) {
        if (values_[i].state != FieldValue::State::absent)
          return complain("data-duplicate-field", fmt::format("field '{}' is given twice", key),
                          "one of the two would be ignored: keep one");
        current_ = static_cast<int>(i);
        return true;
      }
    return true;
  }
  bool StartObject() { return open("an object"); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return depth_ == 0 ? scalar({}) : open("a list"); }
  bool EndArray(rapidjson::SizeType) { return close(); }

 private:
  bool complain(const char* code, std::string message, const char* hint) {
    complaint_code = code;
    complaint = std::move(message);
    complaint_hint = hint;
    return false;
  }

  // RapidJSON misses one thing: the second half of a surrogate pair that stands alone. It becomes
  // three bytes that begin with ED and are no UTF-8.
  bool whole(std::string_view text) {
    if (text.find('\xED') == std::string_view::npos || !first_invalid_utf8(text)) return true;
    return complain("data-json-syntax", "this is not valid JSON: half a surrogate pair in a string",
                    "");
  }

  bool scalar(FieldValue value) {
    if (depth_ == 0)
      return complain("data-not-an-object", "this line is not a JSON object",
                      "one object a line: {\"id\": \"...\", ...}");
    if (depth_ == 1 && current_ >= 0) set(value);
    return true;
  }

  // The same field may be wanted twice (an id that is also the cluster).
  void set(const FieldValue& value) {
    const std::string& name = wanted_[static_cast<std::size_t>(current_)];
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      if (wanted_[i] == name) values_[i] = value;
  }

  bool open(const char* what) {
    if (depth_ == 1 && current_ >= 0)
      return complain("data-field-type",
                      fmt::format("field '{}' holds {}, not text",
                                  wanted_[static_cast<std::size_t>(current_)], what),
                      "name the field that holds the text itself");
    if (++depth_ > max_depth)
      return complain("data-too-deep", fmt::format("nested deeper than {} levels", max_depth), "");
    return true;
  }
  bool close() {
    --depth_;
    return true;
  }

  std::span<const std::string> wanted_;
  std::span<FieldValue> values_;
  int depth_ = 0;
  int current_ = -1;
};

class JsonlParser : public RecordParser {
 public:
  explicit JsonlParser(std::span<const std::string> wanted)
      : wanted_(wanted.begin(), wanted.end()) {}

  std::optional<Fault> parse(char* record, std::size_t length,
                             std::span<FieldValue> values) override {
    for (FieldValue& value : values) value = {};
    // The in-place parser stops at a NUL: one inside the line would hide what follows it.
    if (const void* nul = std::memchr(record, 0, length))
      return Fault{"data-json-syntax", "a NUL byte in the line", "", 0,
                   static_cast<std::size_t>(static_cast<const char*>(nul) - record) + 1};
    // In place of the line end; the last record of a file may have none and is followed by room.
    record[length > 0 && record[length - 1] == '\n' ? length - 1 : length] = 0;
    Collector collector(wanted_, values);
    rapidjson::InsituStringStream stream(record);
    reader_.Parse<parse_flags>(stream, collector);
    if (!reader_.HasParseError()) return std::nullopt;
    const std::size_t column = reader_.GetErrorOffset() + 1;
    switch (reader_.GetParseErrorCode()) {
      case rapidjson::kParseErrorTermination:
        return Fault{collector.complaint_code, collector.complaint, collector.complaint_hint, 0, 0};
      case rapidjson::kParseErrorStringInvalidEncoding:
        return Fault{"data-utf8", "this is not valid UTF-8",
                     "convert the file to UTF-8: iconv -f windows-1252 -t utf-8", 0, column};
      default:
        return Fault{"data-json-syntax",
                     "this is not valid JSON: " + words(reader_.GetParseErrorCode()),
                     "one JSON object a line", 0, column};
    }
  }

 private:
  // RapidJSON's sentence in the manner of our own: "Missing a colon." becomes "missing a colon".
  static std::string words(rapidjson::ParseErrorCode code) {
    std::string sentence = rapidjson::GetParseError_En(code);
    if (sentence.ends_with('.')) sentence.pop_back();
    if (!sentence.empty() && sentence[0] >= 'A' && sentence[0] <= 'Z')
      sentence[0] = static_cast<char>(sentence[0] + 32);
    return sentence;
  }

  std::vector<std::string> wanted_;
  rapidjson::Reader reader_;
};

std::size_t record_length(std::string_view bytes, bool) {
  const std::size_t end = bytes.find('\n');
  return end == std::string_view::npos ? 0 : end + 1;
}

std::unique_ptr<RecordParser> parser(std::span<const std::string> wanted, std::string_view, bool,
                                     std::optional<Fault>&) {
  return std::make_unique<JsonlParser>(wanted);
}

}  // namespace

const Format& format_jsonl();
const Format& format_jsonl() {
  static const Format format{"jsonl", ".jsonl .ndjson", false, record_length, parser};
  return format;
}

}  // namespace keur
