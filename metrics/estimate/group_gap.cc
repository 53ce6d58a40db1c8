// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/group_gap.h"

#include <algorithm>
#include <cmath>

#include "metrics/estimate/linearise.h"

namespace keur {

GroupGap group_gap(std::span<const std::optional<double>> values, std::optional<double> overall) {
  GroupGap result;
  std::vector<double> known;
  for (std::size_t g = 0; g < values.size(); ++g) {
    if (!values[g]) {
      result.not_estimable.push_back(g);
      continue;
    }
    known.push_back(*values[g]);
    if (!result.best || *values[g] < *values[*result.best]) result.best = g;
    if (!result.worst || *values[g] > *values[*result.worst]) result.worst = g;
  }
  if (known.size() < 2) {
    result.best = result.worst = std::nullopt;
    return result;
  }
  const double lowest = *values[*result.best], highest = *values[*result.worst];
  result.difference = highest - lowest;
  if (lowest > 0) result.ratio = highest / lowest;
  if (overall)
    result.to_overall = std::max(std::abs(highest - *overall), std::abs(lowest - *overall));
  const double count = static_cast<double>(known.size());
  double mean = 0;
  for (const double value : known) mean += value / count;
  for (double& value : known) value -= mean;
  result.standard_deviation = std::sqrt(sum_of_squares(known) / count);
  return result;
}

std::optional<double> equalised_odds_difference(const GroupGap& true_positive_rate,
                                                const GroupGap& false_positive_rate) {
  if (!true_positive_rate.not_estimable.empty() || !false_positive_rate.not_estimable.empty() ||
      !true_positive_rate.difference || !false_positive_rate.difference)
    return std::nullopt;
  return std::max(*true_positive_rate.difference, *false_positive_rate.difference);
}

}  // namespace keur
