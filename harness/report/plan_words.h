// SPDX-License-Identifier: Apache-2.0
// The numbers of a plan as every page shows them.
#pragma once
#include <optional>
#include <string>

#include "harness/report/plan_report.h"

namespace keur {

// A chance: 83%, never rounded to 0% or 100% unless it is.
std::string power_words(double power);

// A true value in the unit of the gate: 5.0% | +1.5 points | 1.22x.
std::string truth_words(const PlanRow& row, double value);

// What passes with some power: <= 7.6%; `none` where nothing does.
std::string passing_words(const PlanRow& row, std::optional<double> value, bool unicode,
                          std::string_view none);

// 27, or `none` where no number is enough.
std::string needed_words(std::optional<std::int64_t> clusters, std::string_view none);

// 312, 6.5: no more digits than a plan needs.
std::string units_words(double units);

// 9 or, of a contrast of groups, 9+12.
std::string planned_words(const PlanRow& row);

}  // namespace keur
