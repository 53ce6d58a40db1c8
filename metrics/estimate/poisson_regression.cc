// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/poisson_regression.h"

#include <Eigen/Cholesky>
#include <Eigen/QR>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <map>

#include "metrics/estimate/boost_policy.h"
#include "metrics/estimate/separation.h"
#include "metrics/estimate/student_t.h"

namespace keur {
namespace {

constexpr int most_steps = 100;
constexpr double settled = 1e-13;

PoissonFit refused(FitProblem why, std::vector<Eigen::Index> at_fault = {}) {
  PoissonFit result;
  result.problem = why;
  result.at_fault = std::move(at_fault);
  return result;
}

// y log(y / mu), 0 where there are no events.
double surprise(double events, double expected) {
  return events > 0 ? events * std::log(events / expected) : 0;
}

double deviance(const Eigen::VectorXd& events, const Eigen::VectorXd& expected) {
  double sum = 0;
  for (Eigen::Index i = 0; i < events.size(); ++i)
    sum += 2 * (surprise(events[i], expected[i]) - (events[i] - expected[i]));
  return sum;
}

double log_likelihood(const Eigen::VectorXd& events, const Eigen::VectorXd& expected) {
  double sum = 0;
  for (Eigen::Index i = 0; i < events.size(); ++i)
    sum += events[i] * std::log(expected[i]) - expected[i] -
           boost::math::lgamma(events[i] + 1, Quiet());
  return sum;
}

Eigen::MatrixXd information(const Eigen::MatrixXd& design, const Eigen::VectorXd& expected) {
  return design.transpose() * expected.asDiagonal() * design;
}

// Sum over clusters of the outer product of their scores X_g' (y_g - mu_g).
Eigen::MatrixXd score_products(const CountRows& rows, const Eigen::VectorXd& expected,
                               int& clusters) {
  std::map<int, Eigen::VectorXd> scores;
  for (Eigen::Index i = 0; i < rows.events.size(); ++i) {
    const auto slot = scores.try_emplace(rows.clusters[static_cast<std::size_t>(i)],
                                         Eigen::VectorXd::Zero(rows.design.cols()));
    slot.first->second += rows.design.row(i).transpose() * (rows.events[i] - expected[i]);
  }
  clusters = static_cast<int>(scores.size());
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(rows.design.cols(), rows.design.cols());
  for (const auto& [cluster, score] : scores) sum += score * score.transpose();
  return sum;
}

}  // namespace

PoissonFit poisson_regression(const CountRows& rows) {
  const Eigen::Index n = rows.events.size(), k = rows.design.cols();
  if (n == 0 || k == 0 || !(rows.events.sum() > 0)) return refused(FitProblem::no_rows);
  for (Eigen::Index i = 0; i < n; ++i)
    if (!(rows.exposure[i] > 0) || !std::isfinite(rows.exposure[i]) || !(rows.events[i] >= 0) ||
        !std::isfinite(rows.events[i]))
      return refused(FitProblem::no_exposure, {i});
  if (n < k) return refused(FitProblem::too_few_rows);
  if (const auto column = dependent_column(rows.design))
    return refused(FitProblem::collinear, {*column});
  if (auto silent = separated_rows(rows.design, rows.events); !silent.empty())
    return refused(FitProblem::separated, std::move(silent));

  const Eigen::VectorXd offset = rows.exposure.array().log();
  const double rate = rows.events.sum() / rows.exposure.sum();
  Eigen::VectorXd expected = (rows.events + rate * rows.exposure) / 2;
  Eigen::VectorXd linear = expected.array().log();
  Eigen::VectorXd beta = Eigen::VectorXd::Zero(k);
  bool done = false;
  for (int step = 0; step < most_steps && !done; ++step) {
    const Eigen::VectorXd working =
        linear - offset + ((rows.events - expected).array() / expected.array()).matrix();
    const Eigen::VectorXd root = expected.array().sqrt();
    // Orthogonal: the normal equations would lose half of the digits.
    const Eigen::VectorXd next = (root.asDiagonal() * rows.design)
                                     .householderQr()
                                     .solve((root.array() * working.array()).matrix());
    done =
        (next - beta).lpNorm<Eigen::Infinity>() <= settled * (1 + next.lpNorm<Eigen::Infinity>());
    beta = next;
    linear = offset + rows.design * beta;
    expected = linear.array().exp();
    if (!expected.allFinite()) break;
  }
  if (!done) return refused(FitProblem::no_convergence);

  PoissonFit result;
  result.beta = beta;
  result.fitted = expected;
  result.rows = n;
  result.model_covariance =
      information(rows.design, expected).ldlt().solve(Eigen::MatrixXd::Identity(k, k));
  result.cluster_covariance = result.model_covariance *
                              score_products(rows, expected, result.clusters) *
                              result.model_covariance;
  result.deviance = deviance(rows.events, expected);
  result.null_deviance = deviance(rows.events, rate * rows.exposure);
  result.pearson = ((rows.events - expected).array().square() / expected.array()).sum();
  result.log_likelihood = log_likelihood(rows.events, expected);
  return result;
}

double PoissonFit::dispersion() const {
  const Eigen::Index left = rows - beta.size();
  return left > 0 ? pearson / static_cast<double>(left) : 0;
}

double PoissonFit::akaike() const {
  return 2 * static_cast<double>(beta.size()) - 2 * log_likelihood;
}

double cluster_factor(const PoissonFit& fit, ClusterFactor factor) {
  if (factor == ClusterFactor::none) return 1;
  const double clusters = fit.clusters, rows = static_cast<double>(fit.rows);
  const double by_clusters = clusters / (clusters - 1);
  if (factor == ClusterFactor::clusters) return by_clusters;
  return by_clusters * (rows - 1) / (rows - static_cast<double>(fit.beta.size()));
}

Eigen::VectorXd standard_errors(const Eigen::MatrixXd& covariance) {
  return covariance.diagonal().array().sqrt();
}

AdjustedRatio adjusted_ratio(const PoissonFit& fit, Eigen::Index column, double confidence) {
  const double error = std::sqrt(cluster_factor(fit, ClusterFactor::clusters) *
                                 fit.cluster_covariance(column, column));
  const double ratio = std::exp(fit.beta[column]);
  return {ratio, error,
          symmetric_interval(Scale::log, ratio,
                             student_t_critical(confidence, fit.clusters - 1) * error)};
}

const char* name(FitProblem problem) {
  switch (problem) {
    case FitProblem::none:
      return "none";
    case FitProblem::no_rows:
      return "no-rows";
    case FitProblem::no_exposure:
      return "no-exposure";
    case FitProblem::too_few_rows:
      return "too-few-rows";
    case FitProblem::collinear:
      return "collinear";
    case FitProblem::separated:
      return "separated";
    case FitProblem::no_convergence:
      return "no-convergence";
  }
  return "none";
}

}  // namespace keur
