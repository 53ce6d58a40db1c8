// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/cluster_sums.h"

namespace keur {

Row ClusterSums::total() const {
  Row total = Row::Zero(sums.cols());
  for (Eigen::Index g = 0; g < sums.rows(); ++g) total += sums.row(g);
  return total;
}

}  // namespace keur
