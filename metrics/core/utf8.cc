// SPDX-License-Identifier: Apache-2.0
#include "metrics/core/utf8.h"

#include <unicode/utf8.h>

#include <bit>
#include <cstdint>

#include "metrics/core/sixteen_bytes.h"

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
  const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (text.size() - offset >= 16) {
      const std::uint32_t others = SixteenBytes(text.data() + offset).not_ascii();
      offset += static_cast<std::size_t>(std::countr_zero(others | 1u << 16));
      if (others == 0) continue;
    }
    if (byte(offset) < 0x80) {
      ++offset;
    } else if (byte(offset) >= 0xc2 && byte(offset) <= 0xdf && offset + 1 < text.size() &&
               (byte(offset + 1) & 0xc0) == 0x80) {
      offset += 2;  // most of what European languages have beside ASCII
    } else {
      const auto point = decode_utf8(text, offset);
      if (!point) return offset;
      offset += point->length;
    }
  }
  return std::nullopt;
}

}  // namespace keur
