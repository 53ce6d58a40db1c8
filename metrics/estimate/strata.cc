// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/strata.h"

#include <algorithm>
#include <cmath>

#include "metrics/estimate/student_t.h"

namespace keur {
namespace {

// sum W R with each side of the interval the root of sum W^2 (distance of that side)^2 (Zou and
// Donner 2008, Statistics in Medicine 27:1693-1702, section 2, for a sum).
Interval mover_sum(double value, const std::vector<Estimate>& parts,
                   const std::vector<double>& weights) {
  double below = 0, above = 0;
  for (std::size_t h = 0; h < parts.size(); ++h) {
    below = std::hypot(below, weights[h] * (*parts[h].value - parts[h].interval->lower));
    above = std::hypot(above, weights[h] * (parts[h].interval->upper - *parts[h].value));
  }
  return {value - below, value + above};
}

}  // namespace

Estimate stratified(const Metric& metric, std::span<const Stratum> strata, double confidence) {
  Estimate result;
  result.confidence = confidence;
  double total_weight = 0;
  for (const Stratum& stratum : strata) total_weight += stratum.weight;

  std::vector<Estimate> parts;
  std::vector<double> weights;
  double value = 0, variance = 0, squares_over_freedom = 0;
  bool defined = !strata.empty(), bounded = defined, all_vary = defined;
  for (const Stratum& stratum : strata) {
    const Estimate part = estimate(metric, stratum.sums, confidence);
    const double weight = stratum.weight / total_weight;
    result.cases += part.cases;
    result.clusters += part.clusters;
    for (const Caution caution : part.cautions)
      if (!result.has(caution)) result.cautions.push_back(caution);
    defined = defined && part.value;
    bounded = bounded && part.interval;
    all_vary = all_vary && part.standard_error;
    if (part.value) value += weight * *part.value;
    if (part.standard_error) {
      const double contribution = std::pow(weight * *part.standard_error, 2);
      variance += contribution;
      squares_over_freedom += contribution * contribution / *part.degrees_of_freedom;
    }
    parts.push_back(part);
    weights.push_back(weight);
  }
  std::sort(result.cautions.begin(), result.cautions.end());
  if (!defined) return result;
  result.value = value;
  if (!bounded) return result;
  if (!all_vary) {
    result.method = Method::mover;
    result.interval = mover_sum(value, parts, weights);
    return result;
  }
  result.method = Method::linear_t;
  result.standard_error = result.scale_error = std::sqrt(variance);
  result.degrees_of_freedom = variance * variance / squares_over_freedom;
  result.interval = symmetric_interval(
      Scale::linear, value,
      student_t_critical(confidence, *result.degrees_of_freedom) * *result.standard_error);
  return result;
}

}  // namespace keur
