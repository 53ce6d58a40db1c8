// SPDX-License-Identifier: Apache-2.0
// Dutch number words, one word at a time and whole phrases. Words are folded (fold.h), so a trema,
// a soft hyphen or a hyphen makes no difference: tweeëntwintig, tweeentwintig, twee-en-twintig.
// Spelling: Taalunie, Taaladvies "Getallen" and Technische Handleiding 15.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "metrics/quantity/rational.h"

namespace keur {

// nul to 999 999 999 999, also vijftienhonderd, honderdeneen and eenmiljoeneen. nullopt: not a
// number, or not a whole one.
std::optional<std::int64_t> dutch_cardinal(std::string_view folded);

// nulste, eerste, tweede, honderdeerste, eenmiljoenste.
std::optional<std::int64_t> dutch_ordinal(std::string_view folded);

// Years as they are spoken, too: negentienvijfenveertig is 1945.
std::optional<std::int64_t> dutch_year(std::string_view folded);

// The value of a whole text in words or digits or both: "achtendertig komma vijf", "1.500,25",
// "min twee", "een half", "tweeënhalf", "honderd en een". nullopt when a part of it is not a
// number.
std::optional<Rational> parse_dutch_number(std::string_view text);

}  // namespace keur
