// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/utf8.h"

namespace keur {

std::optional<CodePoint> decode_utf8(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t index) {
    return static_cast<unsigned char>(text[offset + index]);
  };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return CodePoint{lead, 1};

  std::size_t length;
  char32_t value;
  char32_t least;  // below this the same value has a shorter form
  if ((lead & 0xE0) == 0xC0) {
    length = 2, value = lead & 0x1F, least = 0x80;
  } else if ((lead & 0xF0) == 0xE0) {
    length = 3, value = lead & 0x0F, least = 0x800;
  } else if ((lead & 0xF8) == 0xF0) {
    length = 4, value = lead & 0x07, least = 0x10000;
  } else {
    return std::nullopt;
  }
  if (text.size() - offset < length) return std::nullopt;
  for (std::size_t index = 1; index < length; ++index) {
    if ((byte(index) & 0xC0) != 0x80) return std::nullopt;
    value = (value << 6) | (byte(index) & 0x3F);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least || value > 0x10FFFF || surrogate) return std::nullopt;
  return CodePoint{value, length};
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const auto point = decode_utf8(text, offset);
    if (!point) return offset;
    offset += point->length;
  }
  return std::nullopt;
}

}  // namespace keur
