// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/small_order.h"

#include <algorithm>
#include <array>

namespace keur {
namespace {

using Coordinate = std::array<unsigned char, 32>;  // little-endian, as in the key

constexpr Coordinate filled(unsigned char first, unsigned char middle, unsigned char last) {
  Coordinate bytes{};
  for (unsigned char& byte : bytes) byte = middle;
  bytes.front() = first;
  bytes.back() = last;
  return bytes;
}

constexpr Coordinate p = filled(0xED, 0xFF, 0x7F);  // 2^255 - 19

// The y of the points of order 1, 2, 4 and 8 on -x^2 + y^2 = 1 + d x^2 y^2 (RFC 8032 section 5.1):
// 1, -1, 0, and for order 8, whose double has y = 0 and so x^2 = -y^2, the square roots of the
// solution of d y^4 + 2 y^2 = 1 that is a square of the field.
constexpr Coordinate small[] = {
    filled(0x01, 0x00, 0x00),
    filled(0xEC, 0xFF, 0x7F),
    filled(0x00, 0x00, 0x00),
    {0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4,
     0x89, 0xF2, 0xEF, 0x98, 0xF0, 0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6,
     0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05},
    {0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B,
     0x76, 0x0D, 0x10, 0x67, 0x0F, 0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39,
     0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A},
};

}  // namespace

bool is_small_order_or_not_canonical(std::string_view point) {
  Coordinate y{};
  std::copy_n(point.begin(), std::min(point.size(), y.size()), y.begin());
  y.back() &= 0x7F;  // the highest bit is the sign of x; both signs have the same order
  const bool below_p = std::lexicographical_compare(y.rbegin(), y.rend(), p.rbegin(), p.rend());
  return !below_p || std::find(std::begin(small), std::end(small), y) != std::end(small);
}

}  // namespace keur
