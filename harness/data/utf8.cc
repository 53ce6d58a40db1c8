// SPDX-License-Identifier: Apache-2.0
#include "harness/data/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

// ICU's macro narrows inside its own arithmetic.
#pragma GCC diagnostic ignored "-Wconversion"

namespace keur {

std::optional<std::size_t> invalid_utf8_at(std::string_view bytes) {
  const auto length = static_cast<std::int32_t>(bytes.size());
  std::int32_t i = 0;
  while (i < length) {
    std::uint64_t eight;
    if (length - i >= 8 &&
        (std::memcpy(&eight, bytes.data() + i, 8), (eight & 0x8080808080808080) == 0)) {
      i += 8;
      continue;
    }
    const std::int32_t start = i;
    UChar32 point;
    U8_NEXT(bytes.data(), i, length, point);
    if (point < 0) return static_cast<std::size_t>(start);
  }
  return std::nullopt;
}

}  // namespace keur
