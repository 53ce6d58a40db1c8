// SPDX-License-Identifier: Apache-2.0
// json, trn, stm and seglst: formats whose records are cut out of the file one by one.
#include "harness/data/read_table_test.h"

using namespace keur;
using namespace std::string_literals;

namespace {

// "line:a|b / line:c|d".
std::string rows(const ReadTable& table) {
  std::string text;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    text += (r ? " / " : "") + std::to_string(table.lines[r]) + ":";
    for (std::size_t c = 0; c < table.rows[r].size(); ++c)
      text += (c ? "|" : "") + table.rows[r][c];
  }
  return text;
}

struct Example {
  const char* what;
  std::string bytes, rows;
  std::string faults = "";
};

void check(const std::string& format, const std::vector<std::string>& wanted,
           std::span<const Example> examples) {
  for (const Example& example : examples) {
    INFO(format << ": " << example.what);
    const ReadTable table = read_bytes(example.bytes, format, wanted);
    CHECK(rows(table) == example.rows);
    CHECK(table.faults == example.faults);
  }
}

}  // namespace

TEST_CASE("json: an array of objects") {
  const Example examples[] = {
      {"one line", R"([{"id": "1", "text": "a"}, {"id": 2, "text": null}])", "1:1|a / 1:2|<null>"},
      {"many lines",
       "[\n  {\"id\": 1,\n   \"text\": \"a\"},\n\n  {\"text\": \"b\", \"id\": 2}\n]\n",
       "2:1|a / 5:2|b"},
      {"a byte order mark and CRLF", "\xEF\xBB\xBF\r\n[\r\n{\"id\": 1}\r\n,\r\n{\"id\": 2}\r\n]",
       "3:1|<absent> / 5:2|<absent>"},
      {"brackets, commas and quotes in texts",
       R"([{"id": "],[{", "text": "a\",{\\"},{"id": "}", "text": "]"}])", "1:],[{|a\",{\\ / 1:}|]"},
      {"what is nested", R"([{"x": [1, {"y": []}], "id": 1, "text": "a"}])", "1:1|a"},
      {"no record", "[]", ""},
      {"no record on several lines", "\n[\n\n]\n", ""},
      {"not an array", R"({"id": 1})", "", "data-not-an-object 1:0+0"},
      {"an element that is none", "[{\"id\": 1}, 5,\n \"a\", null,\n{\"id\": 2}]",
       "1:1|<absent> / 3:2|<absent>",
       "data-not-an-object 1:0, data-not-an-object 2:0, data-not-an-object 2:0"},
      {"a list within", "[{\"id\": 1},\n[]]", "1:1|<absent>", "data-not-an-object 2:0+0"},
      {"not closed", "[{\"id\": 1},\n{\"id\": 2}", "1:1|<absent>", "data-json-syntax 2:0+0"},
      {"not closed after a comma", "[{\"id\": 1},\n", "", "data-json-syntax 1:0+0"},
      {"only opened", "[", "", "data-json-syntax 1:0+0"},
      {"a comma before the end", "[{\"id\": 1},\n]", "1:1|<absent>", "data-json-syntax 2:0+0"},
      {"two commas", "[{\"id\": 1},,{\"id\": 2}]", "1:1|<absent> / 1:2|<absent>",
       "data-json-syntax 1:0"},
      {"no comma", "[{\"id\": 1}\n{\"id\": 2}]", "", "data-json-syntax 2:1"},
      {"more behind the end", "[{\"id\": 1}]\n{\"id\": 2}", "1:1|<absent>",
       "data-json-syntax 2:0+0"},
      {"a quote left open", "[{\"id\": 1},\n{\"id\": \"2},\n{\"id\": 3}]", "1:1|<absent>",
       "data-json-syntax 2:0"},
      {"an error on its second line", "[{\"id\": 1,\n  oops}]", "", "data-json-syntax 2:3"},
      {"a NUL", "[{\"id\": \"a\0b\"}]"s, "", "data-json-syntax 1:0"},
      {"not UTF-8", "[{\"id\": \"a\xFF\"}]", "", "data-utf8 1:0"},
      {"a field twice", R"([{"id": 1, "id": 2}])", "", "data-duplicate-field 1:0"},
      {"a field that is a list", R"([{"id": [1]}])", "", "data-field-type 1:0"},
  };
  check("json", {"id", "text"}, examples);
}

TEST_CASE("an array reads the same wherever its blocks end") {
  const TemporaryDirectory here;
  std::string bytes = "[";
  std::vector<std::vector<std::string>> expected;
  for (int i = 0; i < 30'000; ++i) {
    const std::string text(static_cast<std::size_t>(i * 7 % 90), i % 3 ? 'x' : ',');
    bytes += (i ? ",\n " : "\n ") + ("{\"id\": \"" + std::to_string(i)) + "\", \"text\": \"" +
             text + "\"}";
    expected.push_back({std::to_string(i), text});
  }
  bytes += "\n]\n";
  REQUIRE(bytes.size() > (std::size_t{1} << 20));  // more than two blocks
  const ReadTable table =
      read_table(here.open("table.json", bytes), *find_format("json", ""), {"id", "text"});
  CHECK(table.faults == "");
  CHECK((table.rows == expected));
  CHECK(table.lines.back() == 30'001);
}

TEST_CASE("trn: text, then the id") {
  const Example examples[] = {
      {"plain", "no fever (spk1-001)\n", "1:spk1-001|spk1|no fever"},
      {"speaker up to _", "a (s_1-2)\nb (s)\n", "1:s_1-2|s|a / 2:s|s|b"},
      {"empty text", "(s-1)\n  (s-2)  \n", "1:s-1|s| / 2:s-2|s|"},
      {"parentheses in the text", "(uh) no (fever) (s-1)\n", "1:s-1|s|(uh) no (fever)"},
      {"comments and blank lines", ";; hello (x)\n\na (s-1)\n", "3:s-1|s|a"},
      {"CRLF", "a (s-1)\r\nb (s-2)\r\n", "1:s-1|s|a / 2:s-2|s|b"},
      {"a semicolon belongs to the text", "chest pain;denied (s-1)", "1:s-1|s|chest pain;denied"},
      {"all problems at once", "no id\n(s-1\na ()\na (s 1)\na (s-1) b\ngood (s-2)\n",
       "6:s-2|s|good",
       "data-trn-id 1:0, data-trn-id 2:0, data-trn-id 3:3, data-trn-id 4:3, data-trn-id 5:0"},
      {"NUL and bad bytes", "a\0b (s-1)\n\xFF (s-2)\n"s, "", "data-nul 1:0, data-utf8 2:0"},
  };
  check("trn", {"id", "speaker", "text"}, examples);
  CHECK(read_bytes("a (s-1)\n", "trn", {"id", "said"}).faults == "data-missing-field 1:0");
}

TEST_CASE("stm: a line is a case") {
  const Example examples[] = {
      {"plain", "v A s 1.50 2 <o> no fever\n", "1:v-A-s-1.5-2|o|no fever"},
      {"not to be scored is no case",
       "v A s 0 1 IGNORE_TIME_SEGMENT_IN_SCORING\n;; x\nv A s 1 2 a\n", "3:v-A-s-1-2||a"},
      {"all problems at once", "v A s 2 1 a\nv\n", "", "data-time-order 1:9, data-columns 2:0"},
  };
  check("stm", {"id", "labels", "text"}, examples);
  CHECK(rows(read_bytes("v A s 0 1 a\n", "stm", {"file", "channel", "speaker", "start", "end"})) ==
        "1:v|A|s|0|1");
}

TEST_CASE("seglst: a segment is a case") {
  const Example examples[] = {
      {"an id is made", R"([{"session_id": "v", "speaker": "s", "start_time": 1.50,
                            "end_time": 2, "words": "a"}])",
       "1:v-s-1.5-2|v|a"},
      {"or given", R"([{"id": "x", "session_id": "v", "words": "a"}])", "1:x|v|a"},
      {"without times", R"([{"session_id": "v", "words": "a"}])", "1:v|v|a"},
      {"bad times", R"([{"session_id": "v", "start_time": 2, "end_time": 1},
{"session_id": "v", "start_time": "x"}])",
       "", "data-time-order 1:0, data-time 2:0"},
  };
  check("seglst", {"id", "session_id", "words"}, examples);
}
