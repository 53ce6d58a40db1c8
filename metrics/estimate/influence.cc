// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/influence.h"

#include <algorithm>
#include <cmath>

#include "metrics/estimate/jackknife.h"
#include "metrics/estimate/linearise.h"

namespace keur {

Influences Influences::on(Scale scale) const {
  Influences scaled{to_scale(scale, value), clusters, moves};
  for (double& movement : scaled.moves) movement = scale_error(scale, value, movement);
  return scaled;
}

std::optional<Influences> linear_influences(const Metric& metric, const ClusterSums& sums) {
  auto opened = linearise(metric, sums);
  if (!opened) return std::nullopt;
  return Influences{opened->total.value, std::move(opened->sums.clusters),
                    std::move(opened->influence)};
}

std::optional<Influences> jackknife_influences(const Metric& metric, const ClusterSums& sums) {
  const auto opened = linearise(metric, sums);  // leaves out clusters that say nothing
  if (!opened) return std::nullopt;
  const auto without = jackknife(metric, opened->sums);
  if (!without) return std::nullopt;
  const double clusters = static_cast<double>(without->values.size());
  double mean = 0;
  for (const double value : without->values) mean += value / clusters;
  Influences result{opened->total.value, opened->sums.clusters, {}};
  for (const double value : without->values)
    result.moves.push_back((clusters - 1) / clusters * (mean - value));
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
  for (double& movement : result.moves) movement = (movement - result.value) / clusters;
  return result;
}

Spread spread_of_difference(const Influences& a, const Influences& b) {
  const double clusters_a = static_cast<double>(a.clusters.size());
  const double clusters_b = static_cast<double>(b.clusters.size());
  const double factor_a = std::sqrt(clusters_a / (clusters_a - 1));
  const double factor_b = std::sqrt(clusters_b / (clusters_b - 1));

  std::vector<double> differences;
  bool paired = false;
  for (std::size_t i = 0, j = 0; i < a.clusters.size() || j < b.clusters.size();) {
    const bool from_a =
        j == b.clusters.size() || (i < a.clusters.size() && a.clusters[i] <= b.clusters[j]);
    const bool from_b =
        i == a.clusters.size() || (j < b.clusters.size() && b.clusters[j] <= a.clusters[i]);
    paired = paired || (from_a && from_b);
    double difference = 0;
    if (from_a) difference += factor_a * a.moves[i++];
    if (from_b) difference -= factor_b * b.moves[j++];
    differences.push_back(difference);
  }
  const double error = std::sqrt(sum_of_squares(differences));
  if (paired) return {error, std::min(clusters_a, clusters_b) - 1, true};

  // Satterthwaite (1946), Biometrics Bulletin 2:110-114; Welch (1947), Biometrika 34:28-35.
  const double variance_a = std::pow(linearised_error(a.moves), 2);
  const double variance_b = std::pow(linearised_error(b.moves), 2);
  const double freedom =
      std::pow(variance_a + variance_b, 2) /
      (variance_a * variance_a / (clusters_a - 1) + variance_b * variance_b / (clusters_b - 1));
  return {error, freedom, false};
}

}  // namespace keur
