// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/rational.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace keur {
namespace {

// Two 64-bit factors always fit; the least number is left out so that a sign can always be turned.
__extension__ typedef __int128 Wide;

Wide common_divisor(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

std::optional<Rational> reduced(Wide numerator, Wide denominator) {
  if (denominator == 0) return std::nullopt;
  const Wide divisor = common_divisor(numerator, denominator) * (denominator < 0 ? -1 : 1);
  numerator /= divisor;
  denominator /= divisor;
  constexpr Wide largest = std::numeric_limits<std::int64_t>::max();
  if (numerator > largest || numerator < -largest || denominator > largest) return std::nullopt;
  return Rational{static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

}  // namespace

std::optional<Rational> make_rational(std::int64_t numerator, std::int64_t denominator) {
  return reduced(numerator, denominator);
}

std::optional<Rational> sum(Rational a, Rational b) {
  // Each product stays below 2^126, so their sum does not overflow.
  return reduced(Wide{a.numerator} * b.denominator + Wide{b.numerator} * a.denominator,
                 Wide{a.denominator} * b.denominator);
}

std::optional<Rational> product(Rational a, Rational b) {
  return reduced(Wide{a.numerator} * b.numerator, Wide{a.denominator} * b.denominator);
}

std::optional<Rational> quotient(Rational a, Rational b) {
  return reduced(Wide{a.numerator} * b.denominator, Wide{a.denominator} * b.numerator);
}

bool less(Rational a, Rational b) {
  return Wide{a.numerator} * b.denominator < Wide{b.numerator} * a.denominator;
}

std::string decimal_text(Rational value, char mark) {
  std::int64_t rest = value.denominator;
  for (const std::int64_t prime : {2, 5})
    while (rest % prime == 0) rest /= prime;
  if (rest != 1) return std::to_string(value.numerator) + '/' + std::to_string(value.denominator);

  std::string text = value.numerator < 0 ? "-" : "";
  const std::int64_t size = value.numerator < 0 ? -value.numerator : value.numerator;
  text += std::to_string(size / value.denominator);
  Wide remainder = size % value.denominator;
  if (remainder != 0) text += mark;
  while (remainder != 0) {
    remainder *= 10;
    text += static_cast<char>('0' + static_cast<int>(remainder / value.denominator));
    remainder %= value.denominator;
  }
  return text;
}

std::optional<Rational> read_decimal(const char* begin, const char* end, char mark) {
  Wide numerator = 0, denominator = 1;
  bool decimals = false, digit = false;
  for (; begin != end; ++begin) {
    if (*begin == mark && !decimals && digit) {
      decimals = true;
      digit = false;
      continue;
    }
    if (*begin < '0' || *begin > '9') return std::nullopt;
    digit = true;
    numerator = numerator * 10 + (*begin - '0');
    if (decimals) denominator *= 10;
    if (std::max(numerator, denominator) > std::numeric_limits<std::int64_t>::max())
      return std::nullopt;
  }
  if (!digit) return std::nullopt;
  return reduced(numerator, denominator);
}

}  // namespace keur
