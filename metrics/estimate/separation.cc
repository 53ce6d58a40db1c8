// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/separation.h"

#include <Eigen/LU>
#include <Eigen/QR>

namespace keur {
namespace {

constexpr double negligible = 1e-9;
// Enough for cones that all but touch; a case still open then is called separated, as refusing to
// answer is safer than a ratio that depends on when the search gave up.
constexpr int most_projections = 20'000;

std::vector<Eigen::Index> rows_where(const Eigen::VectorXd& events, bool some) {
  std::vector<Eigen::Index> result;
  for (Eigen::Index i = 0; i < events.size(); ++i)
    if ((events[i] > 0) == some) result.push_back(i);
  return result;
}

}  // namespace

std::optional<Eigen::Index> dependent_column(const Eigen::MatrixXd& design) {
  // Gram and Schmidt, each column cleared twice, which is enough (Kahan and Parlett).
  Eigen::MatrixXd base(design.rows(), design.cols());
  for (Eigen::Index c = 0; c < design.cols(); ++c) {
    Eigen::VectorXd left = design.col(c);
    const double length = left.norm();
    for (int pass = 0; pass < 2; ++pass)
      left -= base.leftCols(c) * (base.leftCols(c).transpose() * left).eval();
    if (!(left.norm() > negligible * length)) return c;
    base.col(c) = left.normalized();
  }
  return std::nullopt;
}

std::vector<Eigen::Index> separated_rows(const Eigen::MatrixXd& design,
                                         const Eigen::VectorXd& events) {
  const std::vector<Eigen::Index> loud = rows_where(events, true),
                                  silent = rows_where(events, false);
  if (silent.empty()) return {};
  // Columns of one length: what is negligible must not depend on their units.
  const Eigen::MatrixXd scaled = design * design.colwise().norm().cwiseInverse().asDiagonal();
  Eigen::FullPivLU<Eigen::MatrixXd> decomposition(scaled(loud, Eigen::all));
  decomposition.setThreshold(negligible);
  if (decomposition.rank() == design.cols()) return {};

  // What the silent rows do along the free directions, as an orthonormal base.
  const Eigen::MatrixXd kernel = decomposition.kernel();
  const Eigen::MatrixXd reach = scaled(silent, Eigen::all) * kernel;
  const Eigen::MatrixXd base =
      reach.householderQr().householderQ() * Eigen::MatrixXd::Identity(reach.rows(), reach.cols());
  Eigen::VectorXd push = Eigen::VectorXd::Ones(reach.rows());
  const double start = push.norm();
  for (int step = 0; step < most_projections; ++step) {
    const Eigen::VectorXd reached = base * (base.transpose() * push);
    push = reached.cwiseMax(0);
    if (push.norm() < negligible * start) return {};
    if ((push - reached).norm() < negligible * push.norm()) break;
  }
  std::vector<Eigen::Index> result;
  for (std::size_t i = 0; i < silent.size(); ++i)
    if (push[static_cast<Eigen::Index>(i)] > 1e-6 * push.maxCoeff()) result.push_back(silent[i]);
  return result;
}

}  // namespace keur
