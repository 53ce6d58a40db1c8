// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/two_way.h"

#include <algorithm>
#include <cmath>

#include "metrics/estimate/linearise.h"
#include "metrics/estimate/student_t.h"

namespace keur {

std::optional<TwoWay> two_way(const Metric& metric, const ClusterSums& by_a,
                              const ClusterSums& by_b, const ClusterSums& by_cell,
                              double confidence) {
  const auto a = linearise(metric, by_a), b = linearise(metric, by_b);
  const auto cells = linearise(metric, by_cell);
  if (!a || !b || !cells || a->clusters() < 2 || b->clusters() < 2) return std::nullopt;
  const auto variance = [](const Linearised& opened) {
    return std::pow(linearised_error(opened.influence), 2);
  };
  TwoWay result{};
  result.value = a->total.value;
  result.variance_a = variance(*a);
  result.variance_b = variance(*b);
  result.variance_cells = variance(*cells);
  result.variance = std::max({result.variance_a + result.variance_b - result.variance_cells,
                              result.variance_a, result.variance_b});
  const double error = std::sqrt(result.variance);
  if (no_spread(error, result.value)) return std::nullopt;
  result.degrees_of_freedom = std::min(a->clusters(), b->clusters()) - 1;
  const Scale scale = metric.range == Range::proportion ? Scale::logit : Scale::log;
  result.interval = symmetric_interval(scale, result.value,
                                       student_t_critical(confidence, result.degrees_of_freedom) *
                                           scale_error(scale, result.value, error));
  return result;
}

}  // namespace keur
