// SPDX-License-Identifier: Apache-2.0
// Questions to eight bytes of text at once, in one ordinary register. An answer marks a byte by its
// top bit. Sums never carry from one byte into the next: the top bits are cleared first.
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>

namespace keur {

using EightBytes = std::uint64_t;

constexpr EightBytes eight_times(unsigned char byte) { return 0x0101010101010101u * byte; }
constexpr EightBytes top_bits = eight_times(0x80);

// The first byte of text in the lowest place, on any processor.
inline EightBytes load_eight(const char* text) {
  EightBytes bytes;
  std::memcpy(&bytes, text, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  return bytes;
}

inline void store_eight(EightBytes bytes, char* text) {
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  std::memcpy(text, &bytes, sizeof bytes);
}

// The bytes from `low` to `high`, both below 0x80.
constexpr EightBytes bytes_between(EightBytes bytes, unsigned char low, unsigned char high) {
  const EightBytes lower = bytes & ~top_bits;
  const EightBytes from_low = lower + eight_times(static_cast<unsigned char>(0x80 - low));
  const EightBytes above_high = lower + eight_times(static_cast<unsigned char>(0x7f - high));
  return from_low & ~above_high & ~bytes & top_bits;
}

// How many bytes come before the first marked one; 8 when none is marked.
inline int bytes_before(EightBytes marks) { return std::countr_zero(marks) / 8; }

}  // namespace keur
