// SPDX-License-Identifier: Apache-2.0
// Plain objects are read as they stand; all else is parsed in place by RapidJSON, which checks the
// UTF-8 of every string.
#include "harness/data/json_fields.h"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cstring>

#include "harness/data/plain_object.h"
#include "metrics/core/utf8.h"

namespace keur {
namespace {

constexpr int max_depth = 32;
constexpr unsigned parse_flags = rapidjson::kParseInsituFlag |
                                 rapidjson::kParseValidateEncodingFlag |
                                 rapidjson::kParseNumbersAsStringsFlag;

constexpr std::string_view spaces = " \t\r\n";
bool is_space(char c) { return spaces.find(c) != std::string_view::npos; }

// Receives the parser's events; keeps the wanted fields of the outermost object.
class Collector : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Collector> {
 public:
  Collector(std::span<const std::string> wanted, std::span<FieldValue> values, JsonSeen* seen)
      : wanted_(wanted), values_(values), seen_(seen) {}

  std::string complaint_code, complaint, complaint_hint;

  bool Null() { return scalar({FieldValue::State::null, {}}); }
  bool Bool(bool truth) {
    note_other();
    return scalar({FieldValue::State::text, truth ? "true" : "false"});
  }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool) {
    note_other();
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
    if (seen_ && std::find(seen_->fields.begin(), seen_->fields.end(), key) == seen_->fields.end())
      seen_->fields.emplace_back(key);
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
  void note_other() {
    if (seen_ && depth_ == 1) seen_->others_than_text = true;
  }

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
  JsonSeen* seen_;
  int depth_ = 0;
  int current_ = -1;
};

class JsonParser : public RecordParser {
 public:
  JsonParser(std::span<const std::string> wanted, bool array, JsonSeen* seen)
      : wanted_(wanted.begin(), wanted.end()), array_(array), seen_(seen), plain_(wanted) {}

  std::optional<Fault> parse(char* record, std::size_t length,
                             std::span<FieldValue> values) override {
    const std::size_t end = end_of_value(record, length);
    if (!seen_ && plain_.read({record, end}, values)) return std::nullopt;
    for (FieldValue& value : values) value = {};
    // The in-place parser stops at a NUL: one inside the line would hide what follows it.
    if (const void* nul = std::memchr(record, 0, length))
      return at(record, static_cast<std::size_t>(static_cast<const char*>(nul) - record),
                {"data-json-syntax", "a NUL byte in the line", "", 0, 0});
    std::string before;
    if (array_) before.assign(record, length);
    record[end] = 0;
    Collector collector(wanted_, values, seen_);
    rapidjson::InsituStringStream stream(record);
    reader_.Parse<parse_flags>(stream, collector);
    if (!reader_.HasParseError()) return std::nullopt;
    // Parsing overwrote the record; only in an array can lines lie before the error.
    const char* text = array_ ? before.data() : record;
    const std::size_t offset = reader_.GetErrorOffset();
    switch (reader_.GetParseErrorCode()) {
      case rapidjson::kParseErrorTermination:
        return Fault{collector.complaint_code, collector.complaint, collector.complaint_hint, 0, 0};
      case rapidjson::kParseErrorStringInvalidEncoding:
        return at(text, offset,
                  {"data-utf8", "this is not valid UTF-8",
                   "convert the file to UTF-8: iconv -f windows-1252 -t utf-8", 0, 0});
      default:
        return at(
            text, offset,
            {"data-json-syntax", "this is not valid JSON: " + words(reader_.GetParseErrorCode()),
             array_ ? "" : "one JSON object a line", 0, 0});
    }
  }

 private:
  // The fault with line and column of a byte of the record. An element of an array may begin
  // anywhere in its line, so there the columns of its first line are not known.
  Fault at(const char* record, std::size_t offset, Fault fault) const {
    std::size_t begin = 0;
    for (std::size_t i = 0; array_ && i < offset; ++i)
      if (record[i] == '\n') {
        ++fault.line;
        begin = i + 1;
      }
    fault.column = array_ && fault.line == 0 ? 0 : offset - begin + 1;
    return fault;
  }

  // Where a NUL may stand: in place of what follows the value, a line end or what separates the
  // elements of an array. The last record of a file may have none and is followed by room.
  std::size_t end_of_value(const char* record, std::size_t length) const {
    if (!array_) return length > 0 && record[length - 1] == '\n' ? length - 1 : length;
    std::size_t end = length;
    while (end > 0 && is_space(record[end - 1])) --end;
    if (end > 0 && (record[end - 1] == ',' || record[end - 1] == ']')) --end;
    return end;
  }

  // RapidJSON's sentence in the manner of our own: "Missing a colon." becomes "missing a colon".
  static std::string words(rapidjson::ParseErrorCode code) {
    std::string sentence = rapidjson::GetParseError_En(code);
    if (sentence.ends_with('.')) sentence.pop_back();
    if (!sentence.empty() && sentence[0] >= 'A' && sentence[0] <= 'Z')
      sentence[0] = static_cast<char>(sentence[0] + 32);
    return sentence;
  }

  std::vector<std::string> wanted_;
  bool array_;
  JsonSeen* seen_;
  PlainObject plain_;
  rapidjson::Reader reader_;
};

}  // namespace

std::unique_ptr<RecordParser> json_parser(std::span<const std::string> wanted, bool array,
                                          JsonSeen* seen) {
  return std::make_unique<JsonParser>(wanted, array, seen);
}

std::size_t json_piece_length(std::string_view bytes, bool) {
  const auto with_spaces = [&](std::size_t end) {
    end = bytes.find_first_not_of(spaces, end);
    return end == std::string_view::npos ? 0 : end;
  };
  if (bytes.empty()) return 0;
  if (is_space(bytes[0])) return with_spaces(0);
  if (bytes[0] == '[') return with_spaces(1);
  std::size_t depth = 0;
  for (std::size_t i = bytes.find_first_of("\"{}[],"); i < bytes.size();
       i = bytes.find_first_of("\"{}[],", i + 1)) {
    const char c = bytes[i];
    if (c == '"') {
      for (++i; i < bytes.size() && bytes[i] != '"'; ++i)
        if (bytes[i] == '\\') ++i;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (depth == 0 && c != '}') {
      return with_spaces(i + 1);
    } else if (depth > 0 && c != ',') {
      --depth;
    }
  }
  return 0;
}

bool json_piece_skipped(std::string_view piece) {
  piece = piece.substr(std::min(piece.find_first_not_of(spaces), piece.size()));
  return piece.empty() || piece[0] == '[' || piece[0] == ']';
}

std::optional<Fault> json_piece_order(int& state, std::string_view piece, bool last) {
  enum { at_start, opened, behind_comma, closed };
  const std::size_t first = piece.find_first_not_of(spaces);
  if (first == std::string_view::npos) return std::nullopt;
  const char begin = piece[first], end = piece[piece.find_last_not_of(spaces)];
  const auto refuse = [](const char* code, const char* message, const char* hint) {
    return Fault{code, message, hint, 0, 0};
  };
  if (state == closed)
    return refuse("data-json-syntax", "something stands behind the end of the array", "");
  if (state == at_start) {
    if (begin != '[')
      return refuse("data-not-an-object", "the file is not an array of objects",
                    "[{...}, {...}]; one object a line is the format jsonl");
    state = opened;
  } else if (begin == '[') {
    return refuse("data-not-an-object", "an element of the array is not an object",
                  "[{...}, {...}]");
  } else if (begin == ']' && state == behind_comma) {
    return refuse("data-json-syntax", "a comma stands before the end of the array",
                  "is the last record missing?");
  } else {
    state = end == ']' ? closed : behind_comma;
    if (state == behind_comma && end != ',')
      return refuse("data-json-syntax", "the array is not closed", "was the export finished?");
  }
  if (last && state != closed)
    return refuse("data-json-syntax", "the array is not closed", "was the export finished?");
  return std::nullopt;
}

void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += '\\', out += c;
    else if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  out += '"';
}

}  // namespace keur
