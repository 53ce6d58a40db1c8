// SPDX-License-Identifier: Apache-2.0
// The Unicode property White_Space (Unicode 15, PropList.txt: 25 code points, a closed list since
// Unicode 6.3). Zero-width space U+200B is not in it.
#pragma once
#include <string_view>

#include "metrics/core/utf8.h"

namespace keur {

constexpr bool is_white_space(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0d);
  if (c < 0x2000) return c == 0x85 || c == 0xa0 || c == 0x1680;
  return c <= 0x200a || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

// take(run) for each stretch without white space, in order. `text` is valid UTF-8.
template <class Take>
void for_each_run(std::string_view text, Take take) {
  const char* at = text.data();
  const char* const end = at + text.size();
  const char* start = at;
  while (at != end) {
    const char* next = at;
    if (is_white_space(next_code_point(next))) {
      if (at != start) take(std::string_view(start, static_cast<std::size_t>(at - start)));
      start = next;
    }
    at = next;
  }
  if (at != start) take(std::string_view(start, static_cast<std::size_t>(at - start)));
}

}  // namespace keur
