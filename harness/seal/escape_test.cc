// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/escape.h"

#include "tests/catch.h"

namespace keur {

TEST_CASE("text that cannot steer a terminal is kept") {
  for (const char* text : {"", "plain", "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", "C:\\dir",
                           "\xC2\xA0", "\xE2\x80\x93", "\xEF\xBF\xBD", "\xF4\x8F\xBF\xBF"})
    CHECK(escape_untrusted(text) == text);
}

TEST_CASE("controls, bidirectional marks and bytes that are not UTF-8 become visible") {
  struct Row {
    std::string_view text, safe;
  };
  using namespace std::string_view_literals;
  const Row rows[] = {
      {"\x1B[2J"sv, "\\x1B[2J"},              // clear screen
      {"a\r\nb\tc"sv, "a\\x0D\\x0Ab\\x09c"},  // line breaks forge a second line of output
      {"\0"sv, "\\x00"},                      //
      {"\x7F"sv, "\\x7F"},                    //
      {"\xC2\x9B\x33m"sv, "\\u{009B}3m"},     // C1 control sequence introducer
      {"\xE2\x80\xAE"
       "DEIASSAP"sv,
       "\\u{202E}DEIASSAP"},            // right-to-left override
      {"\xE2\x80\xAA"sv, "\\u{202A}"},  //
      {"\xE2\x81\xA6\xE2\x81\xA9"sv, "\\u{2066}\\u{2069}"},
      {"\xE2\x80\x8E\xE2\x80\x8F\xD8\x9C"sv, "\\u{200E}\\u{200F}\\u{061C}"},
      {"\xFF"sv, "\\xFF"},                             // never in UTF-8
      {"\xC0\xAF"sv, "\\xC0\\xAF"},                    // overlong /
      {"\xED\xA0\x80"sv, "\\xED\\xA0\\x80"},           // a surrogate
      {"\xF4\x90\x80\x80"sv, "\\xF4\\x90\\x80\\x80"},  // above U+10FFFF
      {"\x9B"sv, "\\x9B"},                             // C1 as one byte, in Latin-1 terminals
      {"\xE2\x82"sv, "\\xE2\\x82"},                    // cut off
  };
  for (const Row& row : rows) CHECK(escape_untrusted(row.text) == row.safe);
}

}  // namespace keur
