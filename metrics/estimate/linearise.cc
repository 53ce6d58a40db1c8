// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/linearise.h"

#include <cmath>

namespace keur {
namespace {

// Equal ratios leave rounding of about 1e-16 of the value; a real difference of one event in one
// cluster leaves more than 1e-12 of it unless events times units exceed 1e12.
constexpr double rounding = 1e-12;

}  // namespace

std::optional<Linearised> linearise(const Metric& metric, const ClusterSums& sums) {
  if (sums.sums.rows() == 0) return std::nullopt;
  auto total = metric.evaluate(sums.total());
  if (!total) return std::nullopt;

  Linearised result{std::move(*total), {}, {}, {}};
  const Row& gradient = result.total.gradient;
  std::vector<Eigen::Index> counting;
  for (Eigen::Index g = 0; g < sums.sums.rows(); ++g) {
    double movement = 0;
    for (Eigen::Index c = 0; c < gradient.size(); ++c) movement += gradient[c] * sums.sums(g, c);
    const auto alone = metric.evaluate(sums.sums.row(g));
    if (!alone && movement == 0) continue;
    counting.push_back(g);
    result.influence.push_back(movement);
    result.denominators.push_back(alone ? alone->denominator : 0);
  }

  result.sums.cases = sums.cases;
  result.sums.sums.resize(static_cast<Eigen::Index>(counting.size()), sums.sums.cols());
  for (std::size_t i = 0; i < counting.size(); ++i) {
    result.sums.clusters.push_back(sums.clusters[static_cast<std::size_t>(counting[i])]);
    result.sums.sums.row(static_cast<Eigen::Index>(i)) = sums.sums.row(counting[i]);
  }
  return result;
}

double sum_of_squares(const std::vector<double>& terms) {
  double sum = 0, lost = 0;
  for (const double term : terms) {
    const double square = term * term;
    const double next = sum + square;
    // Squares are not negative, so the larger operand tells which low bits were lost.
    lost += sum >= square ? (sum - next) + square : (square - next) + sum;
    sum = next;
  }
  return sum + lost;
}

double linearised_error(const std::vector<double>& influence) {
  if (influence.size() < 2) return 0;
  const double clusters = static_cast<double>(influence.size());
  return std::sqrt(clusters / (clusters - 1) * sum_of_squares(influence));
}

bool no_spread(double standard_error, double size) { return standard_error <= rounding * size; }

}  // namespace keur
