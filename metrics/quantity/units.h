// SPDX-License-Identifier: Apache-2.0
// Units of measure: how each is written and spoken, and what one is worth in another. Canonical
// names are the same in every language: mg, ug, mmol/l, d, °. Factors are exact (SI brochure, 9th
// edition). Never convertible: mass and amount of substance, international units and anything.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "metrics/quantity/quantity.h"

namespace keur {

struct Unit {
  std::string_view name;                            // canonical
  std::string_view base;                            // what it is converted to
  std::int64_t numerator, denominator;              // 1 of it in its base
  bool below;                                       // may stand behind "per" and a slash
  bool counted;                                     // things: half a tablet is written 1/2
  std::string_view dutch, english;                  // how canonical text writes it
  std::string_view anywhere, in_dutch, in_english;  // other spellings, parted by spaces
};

// The unit a folded word names (fold.h): mg, milligram, minuten. nullptr: none.
const Unit* find_unit(std::string_view word, Language language);

// The unit two folded words name together: graden celsius, millimeter kwik.
const Unit* find_unit(std::string_view first, std::string_view second, Language language);

// The canonical name of a folded word that may have slashes: mmol/l, mg/kg/dag, /min, x/week.
// Empty: it is not a unit.
std::string compound_unit(std::string_view word, Language language);

bool is_time_unit(std::string_view name);     // sec to y
bool is_counted_unit(std::string_view name);  // tablet

// A canonical name as the language writes it: d is dag or day.
std::string unit_text(std::string_view name, Language language);

struct UnitMeasure {
  Rational factor;
  std::string base;
};

// What 1 of a canonical unit is in base units: {1/1000, "g"} for mg. nullopt when it does not fit.
std::optional<UnitMeasure> measure(std::string_view name);

}  // namespace keur
