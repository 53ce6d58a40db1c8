// SPDX-License-Identifier: Apache-2.0
#include "harness/report/text_layout.h"

#include "tests/catch.h"

namespace keur {

using Lines = std::vector<std::string>;

TEST_CASE("columns are counted, not bytes") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("\u2713 pass") == 6);
  CHECK(display_width("e\u0301") == 1);       // e and a combining acute
  CHECK(display_width("\u6F22\u5B57") == 4);  // two wide characters
  CHECK(display_width("\xFF\xFE") == 2);      // not UTF-8: a column a byte
}

TEST_CASE("a long name loses its middle") {
  CHECK(elide_middle("noise-20dB", 10, "\u2026") == "noise-20dB");
  CHECK(elide_middle("noise-at-20dB", 10, "\u2026") == "noise\u202620dB");
  CHECK(elide_middle("noise-at-20dB", 10, "..") == "nois..20dB");
  CHECK(elide_middle("noise", 2, "..") == "no");
  CHECK(elide_middle("noise", 0, "..") == "");
  CHECK(display_width(elide_middle("\u6F22\u5B57\u6F22\u5B57\u6F22\u5B57", 6, "\u2026")) <= 6);
}

TEST_CASE("padding counts columns") {
  CHECK(pad_right("\u00EB", 3) == "\u00EB  ");
  CHECK(pad_left("7", 3) == "  7");
  CHECK(pad_left("1234", 3) == "1234");
}

TEST_CASE("a paragraph keeps inside its width") {
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap("one two three", 7, 2) == Lines{"one two", "  three"});
  CHECK(wrap("  one   two ", 20) == Lines{"one two"});
  CHECK(wrap("abcdefghij kl", 4) == Lines{"abcd", "efgh", "ij", "kl"});
  CHECK(wrap("abc", 1, 5) == Lines{"a", "b", "c"});
  for (int width = 1; width < 30; ++width)
    for (const std::string& line :
         wrap("the removal of words nobody-can-see-afterwards, isn't", width, 2))
      CHECK(display_width(line) <= width);
}

}  // namespace keur
