// SPDX-License-Identifier: Apache-2.0
#include "harness/data/plain_object.h"

#include <cstring>
#include <memory>

#include "harness/data/json_fields.h"
#include "harness/data/read_table_test.h"

using namespace keur;

namespace {

const std::vector<std::string> wanted{"id", "text", "id"};

// "value|value|value" or "?". The record has no byte around it, so that a sanitizer sees any step
// too far.
std::string read(PlainObject& reader, const std::string& record) {
  const std::unique_ptr<char[]> bytes(new char[record.size()]);
  std::memcpy(bytes.get(), record.data(), record.size());
  std::vector<FieldValue> values(wanted.size());
  if (!reader.read({bytes.get(), record.size()}, values)) return "?";
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) text += (i ? "|" : "") + shown(values[i]);
  return text;
}

// The same through a parser of JSON; somebody who asks what else is there always gets that.
std::string parse(std::string record) {
  JsonSeen seen;
  const auto parser = json_parser(wanted, false, &seen);
  const std::size_t length = record.size();
  record += ' ';
  std::vector<FieldValue> values(wanted.size());
  if (parser->parse(record.data(), length, values)) return "?";
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) text += (i ? "|" : "") + shown(values[i]);
  return text;
}

}  // namespace

TEST_CASE("objects of plain text are read, all others left to a parser") {
  struct Example {
    const char* what;
    std::string record, values;
  };
  const Example examples[] = {
      {"text", R"({"id": "a", "text": "b c d"})", "a|b c d|a"},
      {"another order, other fields", R"({"text":"b","x":"y","id":"a"})", "a|b|a"},
      {"spaces", "  {\t\"id\" : \"a\" ,\"text\": \"\"}\r\n", "a||a"},
      {"null", R"({"id": null, "text": "b"})", "<null>|b|<null>"},
      {"a field that is not there", R"({"id": "a", "y": "z"})", "a|<absent>|a"},
      {"accents", R"({"id": "één", "text": "ß € 😀"})", "één|ß € 😀|één"},
      {"the quote is the last of sixteen bytes", R"({"id": "1234567", "text": "1234567890123456"})",
       "1234567|1234567890123456|1234567"},
      {"bytes from 0x7f are text", "{\"id\": \"a\x7f\", \"text\": \"b\"}", "a\x7f|b|a\x7f"},
      {"a name as before, and one that begins like it", R"({"id": "a", "textual": "b"})",
       "a|<absent>|a"},
      {"an escape", R"({"id": "a\n", "text": "b"})", "?"},
      {"a quote that is text", R"({"id": "a\"", "text": "b"})", "?"},
      {"a control character", "{\"id\": \"a\tb\", \"text\": \"b\"}", "?"},
      {"a NUL", std::string("{\"id\": \"a\0b\", \"text\": \"b\"}", 26), "?"},
      {"a field twice", R"({"id": "a", "id": "b", "x": "y"})", "?"},
      {"a field twice, once null", R"({"id": null, "id": "b"})", "?"},
      {"a number", R"({"id": 1234567, "text": "b"})", "?"},
      {"a list", R"({"id": "a", "text": ["b"]})", "?"},
      {"an object", R"({"id": "a", "text": {"b": "c"}})", "?"},
      {"no field", "{                   }", "?"},
      {"short", R"({"id": "a"})", "?"},
      {"something behind it", R"({"id": "a", "text": "b"} x)", "?"},
      {"two", R"({"id": "a", "text": "b"}{})", "?"},
      {"a comma too many", R"({"id": "a", "text": "b",})", "?"},
      {"no comma", R"({"id": "a" "text": "b"})", "?"},
      {"no colon", R"({"id"  "a", "text": "b"})", "?"},
      {"not closed", R"({"id": "a", "text": "b")", "?"},
      {"text not closed", R"({"id": "a", "text": "bbbbbbbbbbbbbbbb)", "?"},
      {"half a code point", "{\"id\": \"a\", \"text\": \"\xc3\"}", "?"},
      {"a surrogate", "{\"id\": \"a\", \"text\": \"\xed\xa0\x80\"}", "?"},
      {"an overlong form", "{\"id\": \"a\", \"text\": \"\xc0\xaf\"}", "?"},
  };
  PlainObject reader(wanted);
  for (const Example& example : examples) {
    INFO(example.what);
    CHECK(read(reader, example.record) == example.values);
  }
}

TEST_CASE("what is read is what a parser reads, whatever became of the bytes") {
  const std::string seeds[] = {
      R"({"id": "u1", "text": "een twee drie vier vijf", "x": null})",
      R"({"text":"één € 😀 zwölf dertien veertien","id":"a-2"})",
      "\t{ \"id\" : \"1\" , \"id2\" : \"2\" ,\"text\" : null }\r",
  };
  constexpr std::string_view bytes = "\"\\{}[]:,nul \t\x01\xc3\xa9\xed\xa0\x80i";
  PlainObject reader(wanted);
  std::uint64_t state = 1;
  const auto roll = [&state](std::size_t sides) {  // Knuth's MMIX generator
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state >> 33) % sides;
  };
  int wrong = 0, read_at_once = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string record = seeds[roll(std::size(seeds))];
    for (std::size_t changes = roll(4); changes > 0; --changes) {
      const std::size_t place = roll(record.size());
      const char byte = bytes[roll(bytes.size())];
      switch (roll(3)) {
        case 0:
          record[place] = byte;
          break;
        case 1:
          record.insert(place, 1, byte);
          break;
        default:
          record.erase(place, 1 + roll(3));
      }
    }
    const std::string quick = read(reader, record);
    if (quick == "?") continue;
    ++read_at_once;
    wrong += quick != parse(record);
  }
  CHECK(wrong == 0);
  CHECK(read_at_once > 5000);
}
