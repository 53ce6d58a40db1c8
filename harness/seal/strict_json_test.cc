// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/strict_json.h"

#include "tests/catch.h"

namespace keur {
using namespace std::string_view_literals;

TEST_CASE("strict JSON reads what every reader reads alike, members in their order") {
  struct Row {
    std::string_view text, written;
  };
  const Row rows[] = {
      {"{}", "{}"},
      {" [1 , -2,\t0.5,1e3]\r\n", "[1,-2,0.5,1000.0]"},
      {R"({"b":null,"a":[true,false,"x"]})", R"({"b":null,"a":[true,false,"x"]})"},
      {R"("\u20ac \ud83d\ude00")", "\"\xE2\x82\xAC \xF0\x9F\x98\x80\""},
      {"[9007199254740991,-9007199254740991]", "[9007199254740991,-9007199254740991]"},
      {R"([{"a":1},{"a":2}])", R"([{"a":1},{"a":2}])"},  // one key in two objects
      {R"({"":{"":1}})", R"({"":{"":1}})"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto json = read_strict_json(row.text);
    REQUIRE(json);
    CHECK(json->dump() == row.written);
  }
}

TEST_CASE("strict JSON refuses what readers disagree about and says where") {
  struct Row {
    std::string_view text, message;
  };
  const Row rows[] = {
      {"", "a syntax error at byte offset 0"},
      {"\xEF\xBB\xBF{}", "a byte order mark at byte offset 0"},
      {"{} {}", "a syntax error at byte offset 3"},
      {"{}x", "a syntax error at byte offset 2"},
      // nlohmann 3.11.2 takes a NUL for the end and accepts the rest unseen.
      {"{}\0{}"sv, "a NUL byte at byte offset 2"},
      {R"({"a":1,"a":2})", "the key \"a\" a second time at byte offset 9"},
      {R"({"a":1,"\u0061":2})", "the key \"a\" a second time at byte offset 14"},
      {R"([{"x":{"k":1,"k":1}}])", "the key \"k\" a second time at byte offset 15"},
      {"{\"\\u202e\":1,\"\\u202e\":1}", "the key \"\\u{202E}\" a second time at byte offset 19"},
      {"[NaN]", "a syntax error at byte offset 1"},
      {"[Infinity]", "a syntax error at byte offset 1"},
      {"[1e400]", "a number that no double holds at byte offset 5"},
      {"[9007199254740992]", "an integer above 2^53 - 1 at byte offset 17"},
      {"[-9007199254740992]", "an integer below -(2^53 - 1) at byte offset 18"},
      {"[18446744073709551616]", "an integer beyond 2^53 - 1 at byte offset 21"},
      {"[-99999999999999999999]", "an integer beyond 2^53 - 1 at byte offset 22"},
      {"[01]", "a syntax error at byte offset 2"},
      {"[1,]", "a syntax error at byte offset 3"},
      {"{'a':1}", "a syntax error at byte offset 1"},
      {"[1] // no", "a syntax error at byte offset 4"},
      {"\"\xFF\"", "a byte that is not UTF-8 at byte offset 1"},
      {"\"\xED\xA0\x80\"", "a byte that is not UTF-8 at byte offset 1"},
      {R"("\ud800")", "a syntax error at byte offset 7"},  // half of a surrogate pair
      {"\"\n\"", "a syntax error at byte offset 1"},
      {"[1", "a syntax error at byte offset 2"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto json = read_strict_json(row.text);
    REQUIRE_FALSE(json);
    CHECK(json.refusal().code == RefusalCode::json);
    CHECK(json.refusal().message == "is not acceptable JSON: " + std::string(row.message));
  }
}

TEST_CASE("strict JSON counts levels and never recurses") {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  CHECK(read_strict_json(nested(32)));
  CHECK(read_strict_json(nested(33)).refusal().message ==
        "is not acceptable JSON: more than 32 levels at byte offset 32");
  // 200,000 levels end the process when nlohmann's own reader builds the value.
  CHECK_FALSE(read_strict_json(nested(200000)));
  std::string objects;
  for (int level = 0; level < 200000; ++level) objects += "{\"a\":";
  CHECK_FALSE(read_strict_json(objects));
}

TEST_CASE("strict JSON has a cap, and many members do not make it slow") {
  CHECK(read_strict_json("[]", {.bytes = 2}));
  CHECK(read_strict_json("[ ]", {.bytes = 2}).refusal().code == RefusalCode::size);
  // 200,000 members take a blink when each is looked up once, minutes when all are compared.
  std::string members = "{";
  for (int member = 0; member < 200000; ++member) members += '"' + std::to_string(member) + "\":0,";
  members.back() = '}';
  const auto json = read_strict_json(members);
  REQUIRE(json);
  CHECK(json->size() == 200000);
}

}  // namespace keur
