// SPDX-License-Identifier: Apache-2.0
// How error rates differ between groups once other things (noise, device, site) are equal:
// log E[errors] = log(words) + X beta, so exp(beta) is a ratio of error rates. Errors are counts
// that can exceed the words (insertions), which rules out a logistic model. Utterances of one
// speaker resemble each other, so the errors of beta are those of a sum over speakers.
// Source: Liu, Veliche and Peng (2022), ICASSP, arXiv 2109.09061; sandwich: Liang and Zeger (1986),
// Biometrika 73:13-22. Their random intercept a speaker (a mixed model) is left out: its likelihood
// is an integral that every program approximates otherwise (R's own two answers differ in the fifth
// digit), and with a log link the marginal ratios here and the conditional ones there differ only
// in the intercept.
//
// Fitted by iteratively reweighted least squares (McCullagh and Nelder 1989, Generalized Linear
// Models, section 2.5); the same bytes for the same rows. n rows, k columns; cost n k^2 a step,
// fewer than ten steps as a rule.
#pragma once
#include <Eigen/Core>
#include <vector>

#include "metrics/estimate/interval.h"

namespace keur {

struct CountRows {
  Eigen::MatrixXd design;     // n x k; the first column is the intercept, all 1
  Eigen::VectorXd events;     // n; >= 0
  Eigen::VectorXd exposure;   // n; words
  std::vector<int> clusters;  // n; any numbers, equal for rows of one cluster
};

enum class FitProblem {
  none,
  no_rows,        // no rows, or no events at all
  no_exposure,    // a row without exposure (or with a negative or infinite number)
  too_few_rows,   // fewer rows than columns
  collinear,      // a column follows from those before it
  separated,      // a level without events: its ratio runs off to 0, and only a bound can be given
  no_convergence  // not within 100 steps
};
const char* name(FitProblem problem);  // separated

struct PoissonFit {
  FitProblem problem = FitProblem::none;
  // Which row has no exposure; which column is collinear; which rows have no events whatever the
  // other coefficients are, for an exact bound on theirs (rate.h: exact_rate_ratio).
  std::vector<Eigen::Index> at_fault;

  // All of what follows is empty where there is a problem.
  Eigen::VectorXd beta;              // k, log ratios
  Eigen::VectorXd fitted;            // n, expected events
  Eigen::MatrixXd model_covariance;  // k x k, (X' W X)^-1: right where errors are Poisson
  // k x k, the sandwich over clusters without correction for their number; see `cluster_factor`.
  Eigen::MatrixXd cluster_covariance;
  Eigen::Index rows = 0;
  int clusters = 0;
  double deviance = 0, null_deviance = 0, pearson = 0, log_likelihood = 0;

  // Pearson over n - k: 1 where errors are Poisson. The model covariance times this is that of
  // quasi-Poisson (Wedderburn 1974, Biometrika 61:439-447). nullopt-like 0 where n = k.
  double dispersion() const;
  double akaike() const;  // 2 k - 2 log likelihood
};

PoissonFit poisson_regression(const CountRows& rows);

// By what the sandwich is multiplied. With few clusters the plain one is too small.
enum class ClusterFactor {
  none,
  clusters,           // G / (G - 1), as everywhere else in this folder; the default
  clusters_and_rows,  // G / (G - 1) (n - 1) / (n - k), as in statsmodels and Stata
};
double cluster_factor(const PoissonFit& fit, ClusterFactor factor);

// k, the root of the diagonal.
Eigen::VectorXd standard_errors(const Eigen::MatrixXd& covariance);

// exp(beta) of one column with its interval: t with G - 1 degrees of freedom on the error of
// `ClusterFactor::clusters`. With few clusters in one of two levels those degrees are too many and
// the interval is a little short; a contrast of the two slices (contrast.h) counts them by Welch.
// Needs a fit without a problem and two clusters or more.
struct AdjustedRatio {
  double ratio, log_error;
  Interval interval;
};
AdjustedRatio adjusted_ratio(const PoissonFit& fit, Eigen::Index column, double confidence);

}  // namespace keur
