// SPDX-License-Identifier: Apache-2.0
// Exact fractions. A dose is compared exactly or not at all: 0,1 mg is 1/10, never a double near
// it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace keur {

// Always reduced, the denominator above zero; so equal values have equal members.
struct Rational {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  constexpr bool operator==(const Rational&) const = default;
  constexpr bool is_whole() const { return denominator == 1; }
};

// nullopt when the denominator is zero or the reduced fraction does not fit 64 bits.
std::optional<Rational> make_rational(std::int64_t numerator, std::int64_t denominator);

// nullopt when the result does not fit 64 bits; `quotient` also when b is zero.
std::optional<Rational> sum(Rational a, Rational b);
std::optional<Rational> product(Rational a, Rational b);
std::optional<Rational> quotient(Rational a, Rational b);

bool less(Rational a, Rational b);

// The shortest decimal notation, with `mark` before the decimals: 5/2 is 2,5. A fraction that has
// no finite one stays a fraction: 1/3.
std::string decimal_text(Rational value, char mark);

// Digits with at most one decimal mark and no sign: 12, 0,5, 007. nullopt for anything else, and
// for more digits than fit.
std::optional<Rational> read_decimal(const char* begin, const char* end, char mark);

}  // namespace keur
