// SPDX-License-Identifier: Apache-2.0
// English number words: twenty-one, one hundred and five, two point oh five, one and a half.
// Spoken and written forms as in New Hart's Rules, chapter 11. A billion is 10^9.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "metrics/quantity/rational.h"

namespace keur {

// One folded word (fold.h): zero to ninety-nine, hundred, thousand. nullopt: not a number.
std::optional<std::int64_t> english_cardinal(std::string_view folded);

// first to ninety-ninth. `second` is left out: it is a unit of time as well.
std::optional<std::int64_t> english_ordinal(std::string_view folded);

// The value of a whole text in words or digits or both; nullopt when a part is not a number.
std::optional<Rational> parse_english_number(std::string_view text);

}  // namespace keur
