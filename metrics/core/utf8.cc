// SPDX-License-Identifier: Apache-2.0
#include "metrics/core/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

// ICU's macro narrows inside its own arithmetic.
#pragma GCC diagnostic ignored "-Wconversion"

namespace keur {

std::optional<CodePoint> decode_utf8(std::string_view text, std::size_t offset) {
  std::size_t next = offset;
  UChar32 point;
  U8_NEXT(text.data(), next, text.size(), point);
  if (point < 0) return std::nullopt;
  return CodePoint{static_cast<char32_t>(point), next - offset};
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::uint64_t eight;
    if (text.size() - offset >= 8 &&
        (std::memcpy(&eight, text.data() + offset, 8), (eight & 0x8080808080808080) == 0)) {
      offset += 8;
      continue;
    }
    const auto point = decode_utf8(text, offset);
    if (!point) return offset;
    offset += point->length;
  }
  return std::nullopt;
}

}  // namespace keur
