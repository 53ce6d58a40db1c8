// SPDX-License-Identifier: Apache-2.0
// The Unicode property White_Space (Unicode 15, PropList.txt: 25 code points, a closed list since
// Unicode 6.3). Zero-width space U+200B is not in it.
#pragma once

namespace keur {

constexpr bool is_white_space(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0d);
  if (c < 0x2000) return c == 0x85 || c == 0xa0 || c == 0x1680;
  return c <= 0x200a || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

}  // namespace keur
