// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/influence.h"

#include <algorithm>
#include <cmath>

#include "metrics/estimate/jackknife.h"
#include "metrics/estimate/linearise.h"

namespace keur {

double Influences::error() const { return std::sqrt(sum_of_squares(moves)); }

Influences Influences::on(Scale scale) const {
  Influences scaled = *this;
  scaled.value = to_scale(scale, value);
  for (double& movement : scaled.moves) movement = scale_error(scale, value, movement);
  return scaled;
}

std::optional<Influences> linear_influences(const Metric& metric, const ClusterSums& sums) {
  auto opened = linearise(metric, sums);
  if (!opened) return std::nullopt;
  Influences result{opened->total.value, std::move(opened->sums.clusters),
                    std::move(opened->influence), 0};
  const double clusters = static_cast<double>(result.moves.size());
  if (clusters < 2) return result;
  const double factor = std::sqrt(clusters / (clusters - 1));
  for (double& movement : result.moves) movement *= factor;
  result.degrees_of_freedom = clusters - 1;
  return result;
}

std::optional<Influences> jackknife_influences(const Metric& metric, const ClusterSums& sums) {
  const auto opened = linearise(metric, sums);  // leaves out clusters that say nothing
  if (!opened) return std::nullopt;
  const auto without = jackknife(metric, opened->sums);
  if (!without) return std::nullopt;
  Influences result{opened->total.value, opened->sums.clusters, {}, 0};
  result.degrees_of_freedom = static_cast<double>(opened->clusters()) - 1;
  for (const double value : without->values) result.moves.push_back(result.value - value);
  return result;
}

std::optional<Influences> macro_influences(const Metric& metric, const ClusterSums& sums) {
  Influences result;
  for (Eigen::Index g = 0; g < sums.sums.rows(); ++g)
    if (const auto value = metric.value(sums.sums.row(g))) {
      result.clusters.push_back(sums.clusters[static_cast<std::size_t>(g)]);
      result.moves.push_back(*value);
    }
  if (result.moves.empty()) return std::nullopt;
  const double clusters = static_cast<double>(result.moves.size());
  for (const double value : result.moves) result.value += value / clusters;
  if (clusters < 2) {
    result.moves = {0};
    return result;
  }
  const double factor = std::sqrt(clusters / (clusters - 1)) / clusters;
  for (double& movement : result.moves) movement = factor * (movement - result.value);
  result.degrees_of_freedom = clusters - 1;
  return result;
}

Spread spread_of_difference(const Influences& a, const Influences& b) {
  std::vector<double> differences;
  bool paired = false;
  for (std::size_t i = 0, j = 0; i < a.clusters.size() || j < b.clusters.size();) {
    const bool from_a =
        j == b.clusters.size() || (i < a.clusters.size() && a.clusters[i] <= b.clusters[j]);
    const bool from_b =
        i == a.clusters.size() || (j < b.clusters.size() && b.clusters[j] <= a.clusters[i]);
    paired = paired || (from_a && from_b);
    double difference = 0;
    if (from_a) difference += a.moves[i++];
    if (from_b) difference -= b.moves[j++];
    differences.push_back(difference);
  }
  const double error = std::sqrt(sum_of_squares(differences));
  if (paired) return {error, std::min(a.degrees_of_freedom, b.degrees_of_freedom), true};

  // Satterthwaite (1946), Biometrics Bulletin 2:110-114; Welch (1947), Biometrika 34:28-35.
  const double variance_a = sum_of_squares(a.moves), variance_b = sum_of_squares(b.moves);
  const double freedom = std::pow(variance_a + variance_b, 2) /
                         (variance_a * variance_a / a.degrees_of_freedom +
                          variance_b * variance_b / b.degrees_of_freedom);
  return {error, freedom, false};
}

}  // namespace keur
