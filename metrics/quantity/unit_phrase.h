// SPDX-License-Identifier: Apache-2.0
// What stands behind a number and makes a dose, a rate or a frequency of it: "mg per kg per dag",
// "keer per dag", "dd", "graden Celsius".
#pragma once
#include <optional>
#include <string>

#include "metrics/quantity/words.h"

namespace keur {

struct UnitPhrase {
  std::string unit;  // canonical; of a frequency its period
  std::size_t next = 0;
  std::optional<Rational> periods;  // not empty: a frequency, so many times per so many periods
};

// nullopt: no unit starts at `at`. Behind a range "keer per dag" is the unit x/d.
std::optional<UnitPhrase> read_unit(const Words& words, std::size_t at, bool of_range);

// The canonical name of the unit at `at` by itself; empty when there is none.
std::string unit_behind(const Words& words, std::size_t at);

}  // namespace keur
