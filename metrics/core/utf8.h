// SPDX-License-Identifier: Apache-2.0
// Well-formed UTF-8 and nothing else: no surrogates, no overlong forms, nothing above U+10FFFF.
// Source: The Unicode Standard, table 3-7 (well-formed UTF-8 byte sequences).
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace keur {

struct CodePoint {
  char32_t value;
  std::size_t length;  // bytes, 1 to 4
};

// The code point that starts at `offset` (< text.size()); nullopt when the bytes there are not one.
std::optional<CodePoint> decode_utf8(std::string_view text, std::size_t offset);

// The offset of the first byte that is not part of a code point; nullopt when there is none. Cost:
// sixteen bytes at a time where they are ASCII.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// For text that is known to be valid: the code point at `at`, which moves behind it.
inline char32_t next_code_point(const char*& at) {
  const auto lead = static_cast<unsigned char>(*at++);
  if (lead < 0x80) return lead;
  const auto more = [&at](char32_t so_far) {
    return (so_far << 6) | (static_cast<unsigned char>(*at++) & 0x3fu);
  };
  if (lead < 0xe0) return more(lead & 0x1fu);
  if (lead < 0xf0) return more(more(lead & 0x0fu));
  return more(more(more(lead & 0x07u)));
}

inline void append_code_point(char32_t code_point, std::string& out) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xc0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3f));
  } else if (code_point < 0x10000) {
    put(0xe0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3f));
    put(0x80 | (code_point & 0x3f));
  } else {
    put(0xf0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3f));
    put(0x80 | ((code_point >> 6) & 0x3f));
    put(0x80 | (code_point & 0x3f));
  }
}

}  // namespace keur
