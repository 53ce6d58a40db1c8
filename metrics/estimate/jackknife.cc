// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/jackknife.h"

#include <cmath>

#include "metrics/estimate/linearise.h"

namespace keur {

std::optional<Jackknife> jackknife(const Metric& metric, const ClusterSums& sums) {
  if (sums.sums.rows() < 2) return std::nullopt;
  const Row total = sums.total();
  const double clusters = static_cast<double>(sums.sums.rows());

  Jackknife result;
  double mean = 0;
  for (Eigen::Index g = 0; g < sums.sums.rows(); ++g) {
    const auto without = metric.value(total - sums.sums.row(g));
    if (!without) return std::nullopt;
    result.values.push_back(*without);
    mean += *without / clusters;
  }
  std::vector<double> deviations;
  for (const double value : result.values) deviations.push_back(value - mean);
  result.standard_error = std::sqrt((clusters - 1) / clusters * sum_of_squares(deviations));
  return result;
}

}  // namespace keur
