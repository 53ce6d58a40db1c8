// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/tokens.h"

#include "metrics/text/utf8.h"
#include "tests/catch.h"

using namespace keur;

TEST_CASE("splits at single spaces, reusing the vector") {
  std::vector<std::string_view> words{"left", "over"};
  split("", words);
  CHECK(words.empty());
  split("pijn", words);
  CHECK(words == std::vector<std::string_view>{"pijn"});
  split("geen 38,5 \u00b0c", words);
  CHECK(words == std::vector<std::string_view>{"geen", "38,5", "\u00b0c"});
}

TEST_CASE("reads code points of every width, spaces among them") {
  std::vector<char32_t> points{U'x'};
  code_points("", points);
  CHECK(points.empty());
  code_points("a \u00e9\u20ac\U0001F600", points);
  CHECK(points == std::vector<char32_t>{U'a', U' ', 0xe9, 0x20ac, 0x1f600});
}

TEST_CASE("every code point survives being written and read") {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xd800 && c < 0xe000) continue;
    std::string bytes;
    append_code_point(c, bytes);
    const char* at = bytes.data();
    const bool same = next_code_point(at) == c && at == bytes.data() + bytes.size();
    if (!same) UNSCOPED_INFO("code point " << static_cast<unsigned>(c));
    REQUIRE(same);
  }
}
