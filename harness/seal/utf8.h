// SPDX-License-Identifier: Apache-2.0
// Well-formed UTF-8 and nothing else: no surrogates, no overlong forms, nothing above U+10FFFF.
// Source: The Unicode Standard, table 3-7 (well-formed UTF-8 byte sequences).
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace keur {

struct CodePoint {
  char32_t value;
  std::size_t length;  // bytes, 1 to 4
};

// The code point that starts at `offset` (< text.size()); nullopt when the bytes there are not one.
std::optional<CodePoint> decode_utf8(std::string_view text, std::size_t offset);

// The offset of the first byte that is not part of a code point; nullopt when there is none.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

}  // namespace keur
