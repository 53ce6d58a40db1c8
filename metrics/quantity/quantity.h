// SPDX-License-Identifier: Apache-2.0
// What a text says in numbers, typed and exact, so that a dose can be scored apart from the words
// around it: "drie keer per dag 0,125 mg" holds a frequency 3 a day and a number 1/8 with unit mg.
//
// kind            values                       unit       examples
// number          {value}                      any or ""  38,5   twee komma vijf   5 mg   <3   3+
// ordinal         {rank}                       ""         2e   tweede
// blood_pressure  {systolic, diastolic}        mmhg       120/80   120 over 80   120 op 80
// time            {hour, minute}               ""         14:30   14.30 uur   half drie
// date            {day, month[, year]}         ""         12-03-2024   12 maart
// range           {low, high}                  any or ""  10-20   10 tot 20 mg
// ratio           {first, second}              ""         7/10   1:1000
// frequency       {times, per how many}        period     3dd = {3, 1} d   elke 6 uur = {1, 6} h
// scheme          {morning, noon, evening...}  ""         1-0-1
//
// Left alone, because a wrong reading is worse than none: numbers inside words (COVID-19, V2),
// een and a as articles, digits read out one by one (a telephone number is as many numbers),
// numbers that do not fit 64 bits. Prior work: metrics/quantity/README.md.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/quantity/rational.h"

namespace keur {

enum class Language : std::uint8_t { dutch, english };

enum class QuantityKind : std::uint8_t {
  number,
  ordinal,
  blood_pressure,
  time,
  date,
  range,
  ratio,
  frequency,
  scheme,
};

// The name of a kind as it stands above.
std::string_view kind_name(QuantityKind kind);

struct Quantity {
  QuantityKind kind = QuantityKind::number;
  std::vector<Rational> values;
  std::string unit;      // canonical (units.h), the same in every language; "" is none
  std::string relation;  // "", "<", ">", "≤" or "≥"
  // A second reading exists. number: one point or comma that may part thousands or decimals;
  // time: twelve-hour clock, so 2:30 may be 14:30; date: two digits of a year, or day and month may
  // have changed places (English); scheme: read out as bare digits.
  bool ambiguous = false;
  std::string spelling;             // the values in canonical digits: 38,5  120/80  14:30
  std::size_t first = 0, last = 0;  // the tokens [first, last) it was read from
};

// Every quantity in `tokens`, in their order, none overlapping. Tokens are words without white
// space, raw or normalised; capitals, accents, hyphens inside words and punctuation around a word
// do not matter, hesitations between the words of a number are passed over. About 0.2 µs a token.
std::vector<Quantity> find_quantities(std::span<const std::string_view> tokens, Language language);

// Whether they mean the same: same kind and relation, values equal after conversion of the unit
// (125 ug = 0,125 mg; mmol is not mg, IE only IE, none is not mg); the order of values counts;
// times are compared modulo 12 hours when either is ambiguous, years modulo 100 when either has two
// digits. False when a conversion does not fit 64 bits.
bool same_quantity(const Quantity& a, const Quantity& b);

// The one way this project writes it, as words with single spaces: "1500 mg", "3dd", "half 3".
// Reading the words again finds the same quantity.
std::string canonical_text(const Quantity& quantity, Language language);

}  // namespace keur
