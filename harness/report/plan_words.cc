// SPDX-License-Identifier: Apache-2.0
#include "harness/report/plan_words.h"

#include <fmt/format.h>

#include <cmath>

#include "harness/report/format_number.h"

namespace keur {

std::string power_words(double power) {
  const long percent = std::lround(100 * power);
  if (percent == 100 && power < 1) return ">99%";
  if (percent == 0 && power > 0) return "<1%";
  return fmt::format("{}%", percent);
}

std::string truth_words(const PlanRow& row, double value) {
  return format_value(value, form_of(row.quantity));
}

std::string passing_words(const PlanRow& row, std::optional<double> value, bool unicode,
                          std::string_view none) {
  if (!value) return std::string(none);
  std::string text = truth_words(row, *value);
  if (row.direction == "within" && text.starts_with('+')) text.erase(0, 1);
  return fmt::format("{} {}", limit_sign(row.direction, unicode), text);
}

std::string needed_words(std::optional<std::int64_t> clusters, std::string_view none) {
  return clusters ? fmt::format("{}", *clusters) : std::string(none);
}

std::string units_words(double units) {
  return units < 10 ? fmt::format("{:.2g}", units) : fmt::format("{:.0f}", units);
}

std::string planned_words(const PlanRow& row) {
  if (!row.reference_clusters || row.pairing) return fmt::format("{}", row.clusters);
  return fmt::format("{}+{}", row.clusters, *row.reference_clusters);
}

}  // namespace keur
