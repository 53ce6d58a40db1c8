// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/tokens.h"

#include <algorithm>
#include <random>
#include <string>

#include "metrics/core/utf8.h"
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

TEST_CASE("splits texts of every length, wherever the spaces are") {
  // 64 bytes are looked at together: lengths up to three times that, words from one byte up.
  std::mt19937 random(8);
  for (int round = 0; round < 20000; ++round) {
    std::vector<std::string> expected(random() % 40);
    std::string text;
    for (std::string& word : expected) {
      // Bytes on both sides of the space, and with the top bit set.
      while (word.empty() || random() % 4 != 0) word += "a!\x1f\xa0\xff"[random() % 5];
      if (!text.empty()) text += ' ';
      text += word;
    }
    std::vector<std::string_view> words;
    split(text, words);
    REQUIRE(std::equal(words.begin(), words.end(), expected.begin(), expected.end()));
  }
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
