// SPDX-License-Identifier: Apache-2.0
#include "harness/run/natural_order.h"

#include <algorithm>
#include <cstddef>

namespace keur {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits at `at`, without leading zeros; `at` moves behind them.
std::string_view take_number(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == '0') ++at;
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return text.substr(begin, at - begin);
}

}  // namespace

bool naturally_before(std::string_view one, std::string_view other) {
  const std::size_t shorter = std::min(one.size(), other.size());
  std::size_t same = 0;
  while (same < shorter && one[same] == other[same]) ++same;
  // A number that begins in what is the same ends where the two differ, or later.
  while (same > 0 && is_digit(one[same - 1])) --same;

  std::size_t i = same, j = same;
  while (i < one.size() && j < other.size()) {
    if (is_digit(one[i]) && is_digit(other[j])) {
      const std::string_view left = take_number(one, i), right = take_number(other, j);
      if (left.size() != right.size()) return left.size() < right.size();
      if (left != right) return left < right;
    } else if (one[i] != other[j]) {
      return static_cast<unsigned char>(one[i]) < static_cast<unsigned char>(other[j]);
    } else {
      ++i, ++j;
    }
  }
  if (i < one.size() || j < other.size()) return i == one.size();
  return one < other;
}

}  // namespace keur
