// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/canonical_json.h"

#include "harness/seal/strict_json.h"
#include "tests/catch.h"

namespace keur {
using Json = nlohmann::json;

TEST_CASE("canonical JSON sorts members, drops white space and escapes as RFC 8785 asks") {
  struct Row {
    std::string text, canonical;
  };
  const Row rows[] = {
      {R"({ "b" : [ 1, -2 ], "a" : { } , "c": [] })", R"({"a":{},"b":[1,-2],"c":[]})"},
      {"[null,true,false,0,9007199254740991]", "[null,true,false,0,9007199254740991]"},
      // RFC 8785 section 3.2.2.2: two-character escapes where there are any, lower-case \u00xx
      // for the other controls, everything else as it is, the slash and U+007F included.
      {R"("\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/\b\f\r\t\u007f")",
       "\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\\r\\t\x7F\""},
      // RFC 8785 section 3.2.3, the order of its sorting example: carriage return, 1, U+0080,
      // o umlaut, euro sign, U+1F600 (code units D83D DE00), U+FB33.
      {R"({"\u20ac":"e","\r":"r","\ufb33":"d","1":"1","\ud83d\ude00":"s","\u0080":"c","\u00f6":"o"})",
       "{\"\\r\":\"r\",\"1\":\"1\",\"\xC2\x80\":\"c\",\"\xC3\xB6\":\"o\",\"\xE2\x82\xAC\":\"e\","
       "\"\xF0\x9F\x98\x80\":\"s\",\"\xEF\xAC\xB3\":\"d\"}"},
  };
  for (const Row& row : rows) {
    const auto canonical = canonical_json(Json::parse(row.text));
    REQUIRE(canonical);
    CHECK(*canonical == row.canonical);
    const auto again = read_strict_json(*canonical);
    REQUIRE(again);
    CHECK(Json(*again) == Json::parse(row.text));
  }
}

TEST_CASE("canonical JSON refuses values that programs write differently") {
  Json deep = 1;
  for (int level = 0; level < 32; ++level) deep = Json::array({deep});
  CHECK(canonical_json(deep));
  const Json rows[] = {
      0.5,
      1.0,  // a double, even with a whole value
      Json::array({Json{{"a", 1e300}}}),
      9007199254740992,
      -9007199254740992,
      18446744073709551615u,
      "\xFF",
      Json{{"\xFF", 1}},
      Json::binary({1, 2}),
      Json::array({deep}),
      std::numeric_limits<std::int64_t>::min(),
  };
  for (const Json& row : rows) {
    const auto canonical = canonical_json(row);
    REQUIRE_FALSE(canonical);
    CHECK(canonical.refusal().code == RefusalCode::statement);
  }
}

}  // namespace keur
