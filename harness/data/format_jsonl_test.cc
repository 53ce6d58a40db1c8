// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>

#include "harness/data/read_table_test.h"

using namespace keur;
using namespace std::string_literals;

namespace {

// "value|value" of one line, or "code column" of its fault. The line gets no byte more than a
// reader promises, so that a sanitizer sees any step too far.
std::string parsed(const std::string& line,
                   const std::vector<std::string>& wanted = {"id", "text"}) {
  std::optional<Fault> fault;
  const auto parser = find_format("jsonl", "")->parser(wanted, "", true, fault);
  REQUIRE(parser);
  const bool ended = line.ends_with('\n');
  const std::unique_ptr<char[]> record(new char[line.size() + (ended ? 0 : 1)]);
  std::memcpy(record.get(), line.data(), line.size());
  std::vector<FieldValue> values(wanted.size());
  if (const auto found = parser->parse(record.get(), line.size(), values)) {
    CHECK(found->line == 0);
    CHECK_FALSE(found->message.empty());
    return found->code + " " + std::to_string(found->column);
  }
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) text += (i ? "|" : "") + shown(values[i]);
  return text;
}

std::string nested(int levels) {
  return std::string(static_cast<std::size_t>(levels), '[') +
         std::string(static_cast<std::size_t>(levels), ']');
}

}  // namespace

TEST_CASE("the wanted fields of an object are read, whatever stands beside them") {
  struct Example {
    const char* what;
    std::string line, values;
  };
  const Example examples[] = {
      {"both", R"({"id": "a", "text": "b"})", "a|b"},
      {"with a line feed", "{\"id\": \"a\"}\n", "a|<absent>"},
      {"with CRLF", "{\"id\": \"a\"}\r\n", "a|<absent>"},
      {"spaces around", "  {\"id\" :\t\"a\" , \"text\":\"b\" }  \n", "a|b"},
      {"another order", R"({"text": "b", "id": "a"})", "a|b"},
      {"no field at all", "{}", "<absent>|<absent>"},
      {"null is not absent", R"({"id": null})", "<null>|<absent>"},
      {"empty text", R"({"id": "", "text": " "})", "| "},
      {"truths are words", R"({"id": true, "text": false})", "true|false"},
      {"numbers keep their digits", R"({"id": 1.50, "text": 123456789012345678901234567890})",
       "1.50|123456789012345678901234567890"},
      {"number at the end of the object", R"({"id": -0.0e+01})", "-0.0e+01|<absent>"},
      {"a number beyond all doubles is ignored where nobody wants it", R"({"id": "a", "n": 1e307})",
       "a|<absent>"},
      {"other scalars are skipped", R"({"a": 1, "b": null, "c": true, "id": "x", "d": "y"})",
       "x|<absent>"},
      {"nested values are skipped",
       R"({"a": {"id": "in", "b": [{"id": "in"}]}, "id": "x", "c": [[], {}]})", "x|<absent>"},
      {"a field of a skipped object is not ours", R"({"a": {"id": "in"}, "text": "b"})",
       "<absent>|b"},
      {"names are told apart by case", R"({"ID": "A", "id": "a"})", "a|<absent>"},
      {"an unwanted name may repeat", R"({"a": 1, "a": 2, "id": "x"})", "x|<absent>"},
      {"escapes", R"({"id": "\" \\ \/ \b\f\n\r\t", "text": "\u0041\u00e9\u20AC"})",
       "\" \\ / \b\f\n\r\t|A\xC3\xA9\xE2\x82\xAC"},
      {"an escaped name", R"({"\u0069d": "a"})", "a|<absent>"},
      {"a surrogate pair", R"({"id": "\ud83d\ude00"})", "\xF0\x9F\x98\x80|<absent>"},
      {"the edges of the planes",
       R"({"id": "\ud800\udc00\udbff\udfff", "text": "\ud7ff\ue000\uffff"})",
       "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF|\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF"},
      {"an escaped NUL is a character", R"({"id": "a\u0000b", "text": "c"})", "a\0b|c"s},
      {"text as it is", "{\"id\": \"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\x7F\"}",
       "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\x7F|<absent>"},
      {"32 levels", R"({"a": )" + nested(31) + R"(, "id": "x"})", "x|<absent>"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    CHECK(parsed(example.line) == example.values);
  }
}

TEST_CASE("a field may be wanted twice") {
  CHECK(parsed(R"({"id": "a", "text": "b"})", {"id", "text", "id"}) == "a|b|a");
  CHECK(parsed(R"({"id": null})", {"id", "id"}) == "<null>|<null>");
  CHECK(parsed(R"({"id": "a", "id": "b"})", {"id", "id"}) == "data-duplicate-field 0");
}

TEST_CASE("every fault of a line has a code and, where it can be told, a column") {
  struct Example {
    const char* what;
    std::string line, fault;
  };
  const Example examples[] = {
      {"a list", "[\"a\"]", "data-not-an-object 0"},
      {"a text", "\"a\"", "data-not-an-object 0"},
      {"a number", "12", "data-not-an-object 0"},
      {"null", "null", "data-not-an-object 0"},
      {"a wanted field twice", R"({"id": "a", "id": "a"})", "data-duplicate-field 0"},
      {"twice, once null", R"({"id": null, "id": "a"})", "data-duplicate-field 0"},
      {"twice, once escaped", R"({"id": "a", "\u0069d": "a"})", "data-duplicate-field 0"},
      {"a wanted field that is a list", R"({"id": ["a"]})", "data-field-type 0"},
      {"a wanted field that is an object", R"({"id": {}})", "data-field-type 0"},
      {"33 levels", R"({"a": )" + nested(32) + "}", "data-too-deep 0"},
      {"levels without end", R"({"a": )" + std::string(200'000, '['), "data-too-deep 0"},
      {"objects without end",
       [] {
         std::string line;
         for (int i = 0; i < 50'000; ++i) line += "{\"a\":";
         return line;
       }(),
       "data-too-deep 0"},
      {"something behind", R"({"id": "a"} x)", "data-json-syntax 13"},
      {"a second object", R"({"id": "a"}{"id": "b"})", "data-json-syntax 12"},
      {"a comma too many", R"({"id": "a",})", "data-json-syntax 12"},
      {"a comment", R"({"id": "a"} // why)", "data-json-syntax 13"},
      {"cut short", R"({"id": "a")", "data-json-syntax 11"},
      {"a text cut short", R"({"id": "a)", "data-json-syntax 10"},
      {"single quotes", "{'id': 'a'}", "data-json-syntax 2"},
      {"no quotes", "{id: 1}", "data-json-syntax 2"},
      {"not a number", R"({"id": NaN})", "data-json-syntax 8"},
      {"infinity", R"({"id": -Infinity})", "data-json-syntax 9"},
      {"a leading zero", R"({"id": 010})", "data-json-syntax 9"},
      {"a leading plus", R"({"id": +1})", "data-json-syntax 8"},
      {"a bare point", R"({"id": .5})", "data-json-syntax 8"},
      {"an unknown escape", R"({"id": "\x41"})", "data-json-syntax 9"},
      {"a short escape", R"({"id": "\u12"})", "data-json-syntax 9"},
      {"a tab in a text", "{\"id\": \"a\tb\"}", "data-json-syntax 10"},
      {"half a pair: the first", R"({"id": "\ud83d"})", "data-json-syntax 9"},
      {"half a pair: the second", R"({"id": "\ude00"})", "data-json-syntax 0"},
      {"half a pair in an ignored text", R"({"a": "\ude00"})", "data-json-syntax 0"},
      {"half a pair in a name", R"({"\udfff": 1})", "data-json-syntax 0"},
      {"a pair the wrong way round", R"({"id": "\ude00\ud83d"})", "data-json-syntax 15"},
      {"a NUL byte", "{\"id\": \"a\0\"}"s, "data-json-syntax 10"},
      {"a NUL byte behind the object", "{\"id\": \"a\"}\0{}"s, "data-json-syntax 12"},
      {"a byte order mark in the middle", "\xEF\xBB\xBF{}", "data-json-syntax 1"},
      {"invalid UTF-8 in a wanted text", "{\"id\": \"a\xFF\"}", "data-utf8 10"},
      {"Windows-1252 in an ignored text", "{\"a\": \"caf\xE9\", \"id\": \"x\"}", "data-utf8 11"},
      {"invalid UTF-8 in a nested text", "{\"a\": [\"\x80\"], \"id\": \"x\"}", "data-utf8 9"},
      {"invalid UTF-8 in a name", "{\"\xC0\xAF\": 1}", "data-utf8 3"},
      {"a surrogate as three bytes", "{\"id\": \"\xED\xA0\x80\"}", "data-utf8 9"},
      {"beyond U+10FFFF", "{\"id\": \"\xF4\x90\x80\x80\"}", "data-utf8 9"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    CHECK(parsed(example.line) == example.fault);
  }
}

TEST_CASE("nothing of one line is left for the next") {
  std::optional<Fault> fault;
  const auto parser =
      find_format("jsonl", "")->parser(std::vector<std::string>{"id", "text"}, "", true, fault);
  std::vector<FieldValue> values(2);
  const auto read = [&](std::string line) {
    const auto found = parser->parse(line.data(), line.size(), values);
    return found ? found->code : shown(values[0]) + "|" + shown(values[1]);
  };
  CHECK(read("{\"id\": \"a\", \"text\": \"b\"}\n") == "a|b");
  CHECK(read("{\"id\": \"c\"}\n") == "c|<absent>");
  CHECK(read("{\"id\": \"c\", \n") == "data-json-syntax");
  CHECK(read("{\"id\": [\n") == "data-field-type");
  CHECK(read("{\"text\": \"d\"}\n") == "<absent>|d");
}

TEST_CASE("a file of lines is read whole, with its faults at their lines") {
  const ReadTable table =
      read_bytes("\xEF\xBB\xBF{\"id\": 1}\r\n\n{\"id\": 2\n{\"id\": 3}", "jsonl", {"id"});
  CHECK(table.rows == std::vector<std::vector<std::string>>{{"1"}, {"3"}});
  CHECK(table.lines == std::vector<std::uint32_t>{1, 4});
  CHECK(table.faults == "data-json-syntax 3:9");
}
