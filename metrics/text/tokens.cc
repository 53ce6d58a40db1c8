// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/tokens.h"

#include <bit>

#include "metrics/core/sixteen_bytes.h"
#include "metrics/core/utf8.h"

namespace keur {
namespace {

// Where the spaces are in 64 bytes, one bit a byte, the first byte in the lowest bit.
std::uint64_t spaces_in(const char* text) {
  std::uint64_t result = 0;
  for (unsigned part = 0; part < 4; ++part)
    result |= std::uint64_t{SixteenBytes(text + 16 * part).equal(' ')} << (16 * part);
  return result;
}

}  // namespace

void split(std::string_view text, std::vector<std::string_view>& words) {
  words.clear();
  const char* start = text.data();
  const char* const end = start + text.size();
  for (std::size_t base = 0; base < text.size(); base += 64) {
    const std::string_view part = text.substr(base, 64);
    char padded[64] = {};
    if (part.size() < 64) std::memcpy(padded, part.data(), part.size());
    std::uint64_t spaces = spaces_in(part.size() < 64 ? padded : part.data());
    for (; spaces != 0; spaces &= spaces - 1) {
      const char* const space = part.data() + std::countr_zero(spaces);
      words.emplace_back(start, static_cast<std::size_t>(space - start));
      start = space + 1;
    }
  }
  if (start != end) words.emplace_back(start, static_cast<std::size_t>(end - start));
}

void code_points(std::string_view text, std::vector<char32_t>& points) {
  // One slot a byte is enough; the surplus goes at the end.
  points.resize(text.size());
  char32_t* to = points.data();
  const char* at = text.data();
  for (const char* const end = at + text.size(); at != end;) *to++ = next_code_point(at);
  points.resize(static_cast<std::size_t>(to - points.data()));
}

std::size_t count_code_points(std::string_view text) {
  // Every byte but the second and later ones of a code point, which are 10xxxxxx.
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

}  // namespace keur
