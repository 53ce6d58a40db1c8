// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/escape.h"

#include <fmt/format.h>

#include <iterator>

#include "metrics/core/utf8.h"

namespace keur {
namespace {

bool steers_the_reader(char32_t point) {
  return (point >= 0x80 && point <= 0x9F) || point == 0x61C || point == 0x200E || point == 0x200F ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

}  // namespace

std::string escape_untrusted(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    const auto point = decode_utf8(text, offset);
    const std::size_t length = point ? point->length : 1;
    if (!point || byte < 0x20 || byte == 0x7F)
      fmt::format_to(std::back_inserter(safe), "\\x{:02X}", byte);
    else if (steers_the_reader(point->value))
      fmt::format_to(std::back_inserter(safe), "\\u{{{:04X}}}",
                     static_cast<unsigned>(point->value));
    else
      safe += text.substr(offset, length);
    offset += length;
  }
  return safe;
}

}  // namespace keur
