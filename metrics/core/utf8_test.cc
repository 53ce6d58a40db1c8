// SPDX-License-Identifier: Apache-2.0
#include "metrics/core/utf8.h"

#include <set>
#include <string>

#include "tests/catch.h"

namespace keur {
namespace {

// The definition, forwards: what UTF-8 is for each code point.
std::string encode(char32_t point) {
  const auto byte = [](char32_t value) { return static_cast<char>(value); };
  if (point < 0x80) return {byte(point)};
  const char last = byte(0x80 | (point & 0x3F));
  if (point < 0x800) return {byte(0xC0 | point >> 6), last};
  const char middle = byte(0x80 | (point >> 6 & 0x3F));
  if (point < 0x10000) return {byte(0xE0 | point >> 12), middle, last};
  return {byte(0xF0 | point >> 18), byte(0x80 | (point >> 12 & 0x3F)), middle, last};
}

bool is_scalar(char32_t point) { return point < 0xD800 || (point > 0xDFFF && point < 0x110000); }

}  // namespace

TEST_CASE("every code point decodes to itself, surrogates and what lies above do not") {
  std::size_t wrong = 0;
  for (char32_t point = 0; point < 0x200000; ++point) {
    const std::string text = encode(point) + "x";
    const auto decoded = decode_utf8(text, 0);
    const bool right =
        is_scalar(point) ? decoded && decoded->value == point && decoded->length == text.size() - 1
                         : !decoded;
    wrong += right ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("of all sequences of three bytes, those are well formed that encode something") {
  std::set<std::string> encoded;
  for (char32_t point = 0; point < 0x10000; ++point)
    if (is_scalar(point)) encoded.insert(encode(point));
  std::size_t wrong = 0;
  // The first byte of a sequence of four is left out: cut off after three it never decodes.
  for (int first = 0x00; first <= 0xFF; ++first)
    for (int second = 0x7F; second <= 0xC0; ++second)
      for (int third = 0x7F; third <= 0xC0; ++third) {
        const std::string text = {static_cast<char>(first), static_cast<char>(second),
                                  static_cast<char>(third)};
        const auto decoded = decode_utf8(text, 0);
        bool expected = false;
        for (std::size_t length = 1; length <= 3; ++length)
          expected = expected || encoded.count(text.substr(0, length)) > 0;
        wrong += decoded.has_value() == expected ? 0 : 1;
      }
  CHECK(wrong == 0);
}

TEST_CASE("the first byte that is not UTF-8 is found") {
  CHECK(first_invalid_utf8("") == std::nullopt);
  CHECK(first_invalid_utf8("caf\xC3\xA9") == std::nullopt);
  CHECK(first_invalid_utf8("ab\x80") == 2);
  CHECK(first_invalid_utf8("\xC3\xA9\xF0\x9F\x98") == 2);
}

}  // namespace keur
