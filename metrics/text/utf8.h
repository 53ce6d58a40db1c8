// SPDX-License-Identifier: Apache-2.0
// Reading and writing single code points of valid UTF-8 (RFC 3629). Readers refuse invalid bytes
// before any text comes here, so nothing below checks.
#pragma once
#include <string>

namespace keur {

// The code point at `at`, which moves behind it.
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
