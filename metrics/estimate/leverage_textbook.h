// SPDX-License-Identifier: Apache-2.0
// The slow twin of leverage(): Satterthwaite's degrees of freedom of the sum of squares r' C C r with
// every matrix written out, as Bell and McCaffrey (2002), section 3, have it.
#pragma once
#include <Eigen/Core>
#include <cmath>
#include <vector>

namespace keur {

inline double textbook_degrees_of_freedom(const std::vector<double>& sizes) {
  const auto count = static_cast<Eigen::Index>(sizes.size());
  Eigen::VectorXd share(count);
  for (Eigen::Index g = 0; g < count; ++g) share[g] = sizes[static_cast<std::size_t>(g)];
  share /= share.sum();
  // Cluster rates r with variance 1 / n each (units err alike); their distances from the weighted
  // mean are (I - 1 h') r, and the corrected influences h / sqrt(1 - h) times those.
  const Eigen::MatrixXd variance = share.cwiseInverse().asDiagonal();
  const Eigen::MatrixXd centred =
      Eigen::MatrixXd::Identity(count, count) - Eigen::VectorXd::Ones(count) * share.transpose();
  const Eigen::MatrixXd weights =
      (share.array() / (1 - share.array()).sqrt()).matrix().asDiagonal();
  const Eigen::MatrixXd covariance =
      weights * centred * variance * centred.transpose() * weights;
  return std::pow(covariance.trace(), 2) / (covariance * covariance).trace();
}

}  // namespace keur
