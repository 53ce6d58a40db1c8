// SPDX-License-Identifier: Apache-2.0
#include "metrics/core/utf8.h"

#include <random>
#include <string>

#include "tests/catch.h"

using namespace keur;

namespace {

// The slow twin: the well-formed sequences as the Unicode Standard tabulates them (version 15,
// table 3-7), one row at a time.
struct Form {
  unsigned char first_low, first_high, second_low, second_high;
  std::size_t length;
};
constexpr Form forms[] = {
    {0x00, 0x7F, 0x00, 0x00, 1}, {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

bool has_form(const Form& form, std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (bytes.size() < form.length || at(0) < form.first_low || at(0) > form.first_high) return false;
  if (form.length > 1 && (at(1) < form.second_low || at(1) > form.second_high)) return false;
  for (std::size_t i = 2; i < form.length; ++i)
    if (at(i) < 0x80 || at(i) > 0xBF) return false;
  return true;
}

std::optional<std::size_t> by_the_table(std::string_view bytes) {
  std::size_t position = 0;
  while (position < bytes.size()) {
    const Form* found = nullptr;
    for (const Form& form : forms)
      if (has_form(form, bytes.substr(position))) found = &form;
    if (!found) return position;
    position += found->length;
  }
  return std::nullopt;
}

std::string bytes_of(unsigned number, int count) {
  std::string bytes;
  for (int i = count - 1; i >= 0; --i) bytes += static_cast<char>(number >> (8 * i) & 0xFF);
  return bytes;
}

// Counts instead of a check each: there are hundreds of thousands.
struct Tally {
  long differing = 0, valid = 0;
  void compare(const std::string& bytes) {
    const auto expected = by_the_table(bytes);
    if (first_invalid_utf8(bytes) != expected) ++differing;
    if (!expected) ++valid;
  }
};

}  // namespace

TEST_CASE("every sequence of one and of two bytes is judged as the table says") {
  Tally one, two;
  for (unsigned i = 0; i < 0x100; ++i) one.compare(bytes_of(i, 1));
  for (unsigned i = 0; i < 0x10000; ++i) two.compare(bytes_of(i, 2));
  CHECK(one.differing == 0);
  CHECK(one.valid == 128);
  CHECK(two.differing == 0);
  // Two ASCII bytes, or one of the 1,920 two-byte characters U+0080 to U+07FF.
  CHECK(two.valid == 128 * 128 + 1920);
}

TEST_CASE("sequences of three and four bytes are judged as the table says") {
  // Bytes at both sides of every boundary in the table, in every combination.
  constexpr unsigned edges[] = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0,
                                0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
                                0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFE, 0xFF};
  Tally three, four;
  for (const unsigned a : edges)
    for (const unsigned b : edges)
      for (const unsigned c : edges) {
        three.compare(bytes_of(a << 16 | b << 8 | c, 3));
        for (const unsigned d : edges) four.compare(bytes_of(a << 24 | b << 16 | c << 8 | d, 4));
      }
  std::mt19937_64 random(1);
  for (int i = 0; i < 200'000; ++i) {
    const auto number = static_cast<unsigned>(random());
    three.compare(bytes_of(number >> 8, 3));
    // A lead byte of four in front, so that valid ones occur.
    four.compare(bytes_of((number & 0x07FFFFFF) | 0xF0000000, 4));
  }
  CHECK(three.differing == 0);
  CHECK(four.differing == 0);
  CHECK(three.valid > 1000);
  CHECK(four.valid > 1000);
}

TEST_CASE("every code point is valid in its shortest form, but no surrogate") {
  long refused = 0;
  for (unsigned point = 0; point <= 0x10FFFF; ++point) {
    std::string bytes;
    if (point < 0x80)
      bytes = {static_cast<char>(point)};
    else if (point < 0x800)
      bytes = bytes_of(0xC080 | (point >> 6) << 8 | (point & 0x3F), 2);
    else if (point < 0x10000)
      bytes =
          bytes_of(0xE08080 | (point >> 12) << 16 | (point >> 6 & 0x3F) << 8 | (point & 0x3F), 3);
    else
      bytes = bytes_of(0xF0808080 | (point >> 18) << 24 | (point >> 12 & 0x3F) << 16 |
                           (point >> 6 & 0x3F) << 8 | (point & 0x3F),
                       4);
    if (first_invalid_utf8(bytes)) ++refused;
  }
  CHECK(refused == 0xE000 - 0xD800);
}

TEST_CASE("the place of the first fault is given, also behind long stretches of ASCII") {
  CHECK(first_invalid_utf8("") == std::nullopt);
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string ascii(before, 'a');
    CHECK(first_invalid_utf8(ascii + "\xC3\xA9") == std::nullopt);
    CHECK(first_invalid_utf8(ascii + "\xFF" + ascii + "\xFF") == before);
    CHECK(first_invalid_utf8(ascii + "\xE2\x82") == before);  // cut short: where it begins
    CHECK(first_invalid_utf8("\xC3\xA9" + ascii + "\xA9") == before + 2);
  }
}
