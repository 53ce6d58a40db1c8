// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/cluster_sums.h"

#include <algorithm>
#include <iterator>

namespace keur {

Row ClusterSums::total() const {
  Row total = Row::Zero(sums.cols());
  for (Eigen::Index g = 0; g < sums.rows(); ++g) total += sums.row(g);
  return total;
}

ClusterSums sum_by_cluster(std::span<const int> cluster_of_row, const Rows& rows) {
  ClusterSums result;
  result.clusters.assign(cluster_of_row.begin(), cluster_of_row.end());
  std::sort(result.clusters.begin(), result.clusters.end());
  result.clusters.erase(std::unique(result.clusters.begin(), result.clusters.end()),
                        result.clusters.end());

  result.cases = static_cast<long>(rows.rows());
  result.sums = Rows::Zero(static_cast<Eigen::Index>(result.clusters.size()), rows.cols());
  Eigen::Index row = 0;
  for (const int cluster : cluster_of_row) {
    const auto place = std::lower_bound(result.clusters.begin(), result.clusters.end(), cluster);
    result.sums.row(std::distance(result.clusters.begin(), place)) += rows.row(row++);
  }
  return result;
}

}  // namespace keur
