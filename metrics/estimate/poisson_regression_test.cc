// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/poisson_regression.h"

#include <limits>

#include "metrics/estimate/rate.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

// Rows of speaker, group, noise, words, errors.
CountRows rows_of(const nlohmann::json& given) {
  CountRows result;
  const auto n = static_cast<Eigen::Index>(given.size());
  result.design = Eigen::MatrixXd::Ones(n, 3);
  result.events.resize(n);
  result.exposure.resize(n);
  std::map<std::string, int> numbers;
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto& row = given.at(static_cast<std::size_t>(i));
    const auto number = static_cast<int>(numbers.size());
    result.clusters.push_back(numbers.try_emplace(row.at(0), number).first->second);
    result.design(i, 1) = row.at(1);
    result.design(i, 2) = row.at(2);
    result.exposure[i] = row.at(3);
    result.events[i] = row.at(4);
  }
  return result;
}

std::vector<double> list(const Eigen::VectorXd& values) { return {values.begin(), values.end()}; }

CountRows made_up(Dice& dice, int speakers, int utterances) {
  CountRows result;
  const Eigen::Index n = speakers * utterances;
  result.design = Eigen::MatrixXd::Ones(n, 4);
  result.events.resize(n);
  result.exposure.resize(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto speaker = static_cast<int>(i) / utterances;
    result.clusters.push_back(100 - speaker);
    result.design(i, 1) = speaker % 2;
    result.design(i, 2) = dice.roll(3) == 0;
    result.design(i, 3) = dice.roll(30) / 10.0;
    result.exposure[i] = 20 + dice.roll(100);
    result.events[i] = 1 + dice.roll(3 + 2 * (speaker % 5));
  }
  return result;
}

double log_likelihood(const CountRows& rows, const Eigen::VectorXd& beta) {
  double sum = 0;
  for (Eigen::Index i = 0; i < rows.events.size(); ++i) {
    double linear = std::log(rows.exposure[i]);
    for (Eigen::Index c = 0; c < beta.size(); ++c) linear += rows.design(i, c) * beta[c];
    sum += rows.events[i] * linear - std::exp(linear) - std::lgamma(rows.events[i] + 1);
  }
  return sum;
}

}  // namespace

TEST_CASE("Poisson regression, its exact fallbacks, and what statsmodels and R say") {
  VectorFile file("poisson_regression");

  VectorCase& fitted = file.named("two_covariates_20rows");
  fitted.given("name");
  fitted.given("columns");
  const CountRows rows = rows_of(fitted.given("rows"));
  const PoissonFit fit = poisson_regression(rows);
  REQUIRE(fit.problem == FitProblem::none);
  fitted.expect("beta", list(fit.beta));
  fitted.expect("se_model", list(standard_errors(fit.model_covariance)));
  for (int row = 0; row < 3;
       ++row)  // the smallest entry is a difference of ones 1,000 times larger
    fitted.expect("/cov_model/" + std::to_string(row), list(fit.model_covariance.row(row)), 1e-13);
  fitted.expect("deviance", fit.deviance);
  fitted.expect("pearson_chi2", fit.pearson);
  fitted.expect("dispersion_pearson", fit.dispersion());
  fitted.expect("loglik", fit.log_likelihood);
  fitted.expect("aic", fit.akaike());
  fitted.expect("null_deviance", fit.null_deviance);
  fitted.expect("fitted", list(fit.fitted));
  const auto by_cluster = [&](ClusterFactor factor) {
    return list(standard_errors(cluster_factor(fit, factor) * fit.cluster_covariance));
  };
  fitted.expect("se_cluster_no_correction", by_cluster(ClusterFactor::none));
  fitted.expect("se_cluster_manual", by_cluster(ClusterFactor::none));
  fitted.expect("se_cluster_G_over_Gm1", by_cluster(ClusterFactor::clusters));
  fitted.expect("se_cluster_statsmodels_correction", by_cluster(ClusterFactor::clusters_and_rows));
  const double factor = cluster_factor(fit, ClusterFactor::clusters_and_rows);
  fitted.expect("correction_factor_statsmodels", factor);
  fitted.expect("/G~1(G-1)*(n-1)~1(n-k)", factor);
  fitted.expect("se_quasi", list(standard_errors(fit.dispersion() * fit.model_covariance)));
  const AdjustedRatio group = adjusted_ratio(fit, 1, 0.95);
  fitted.expect("rate_ratio_group", group.ratio);
  fitted.expect("rate_ratio_group_ci95_cluster_t", group.interval, scipy_t);
  fitted.expect("rate_ratio_group_ci95_model",
                symmetric_interval(Scale::log, group.ratio,
                                   1.959963984540054 * standard_errors(fit.model_covariance)[1]));
  // R prints 12 digits.
  fitted.expect("/R_glm/beta", list(fit.beta), 1e-11);
  fitted.expect("/R_glm/se", list(standard_errors(fit.model_covariance)), 1e-11);
  fitted.expect("/R_glm/deviance", fit.deviance, 1e-9);
  for (const char* text : {"iterations_hint", "R_raw"}) fitted.aside(text);
  // Mixed models are left out; the header says why.
  for (const char* mixed : {"R_glmer_nAGQ1", "R_glmer_nAGQ25"}) fitted.aside(mixed);

  VectorCase& closed = file.named("closed_form_two_rates");
  closed.given("name");
  const Events compared{closed.given("e1"), closed.given("w1")};
  const Events reference{closed.given("e0"), closed.given("w0")};
  const RateRatio ratio = normal_rate_ratio(compared, reference, 0.95).value();
  closed.expect("rate_ratio", ratio.ratio);
  closed.expect("log_rr", std::log(ratio.ratio));
  closed.expect("se", ratio.log_error);
  closed.expect("ci95", ratio.interval);
  closed.expect("conditional_binomial_p_two_sided", exact_rate_ratio_p(compared, reference), 1e-18);

  VectorCase& silent = file.named("separation_zero_errors_in_group");
  silent.given("name");
  silent.aside("expected");
  CountRows separated = rows_of(silent.given("rows"));
  separated.design.conservativeResize(Eigen::NoChange, 2);
  const PoissonFit refused = poisson_regression(separated);
  CHECK(refused.problem == FitProblem::separated);
  CHECK(refused.at_fault == std::vector<Eigen::Index>{2, 3});
  CHECK(refused.beta.size() == 0);
  silent.expect("exact_upper_rate_one_sided95", garwood_upper(0, 90 + 80, 0.05));

  VectorCase& exact = file.named("garwood_exact_poisson_rate");
  exact.given("name");
  for (int i = 0; exact.has("/items/" + std::to_string(i)); ++i) {
    const std::string item = "/items/" + std::to_string(i);
    const double events = exact.given(item + "/events"), exposure = exact.given(item + "/exposure");
    exact.expect(item + "/ci95", garwood(events, exposure, 0.95));
    exact.expect(item + "/one_sided_upper95", garwood_upper(events, exposure, 0.05));
  }
  file.finish();
}

TEST_CASE("the fit is where the likelihood is highest, and its covariance is the curvature there") {
  Dice dice(81);
  for (int round = 0; round < 20; ++round) {
    const CountRows rows = made_up(dice, 6 + dice.roll(6), 4);
    const PoissonFit fit = poisson_regression(rows);
    REQUIRE(fit.problem == FitProblem::none);
    CHECK(fit.log_likelihood == Approx(log_likelihood(rows, fit.beta)).epsilon(1e-12));
    const Eigen::Index k = fit.beta.size();
    const double h = 1e-4;
    Eigen::MatrixXd curvature(k, k);
    for (Eigen::Index a = 0; a < k; ++a) {
      for (Eigen::Index b = 0; b < k; ++b) {
        const auto at = [&](double by_a, double by_b) {
          Eigen::VectorXd beta = fit.beta;
          beta[a] += by_a;
          beta[b] += by_b;
          return log_likelihood(rows, beta);
        };
        curvature(a, b) = -(at(h, h) - at(h, -h) - at(-h, h) + at(-h, -h)) / (4 * h * h);
      }
      // Observed and fitted events agree along every column: the score equations.
      CHECK(std::abs(rows.design.col(a).dot(rows.events - fit.fitted)) < 1e-8 * rows.events.sum());
    }
    CHECK((curvature * fit.model_covariance - Eigen::MatrixXd::Identity(k, k)).norm() < 1e-3);

    // The sandwich over pairs of rows of one speaker, written out.
    Eigen::MatrixXd meat = Eigen::MatrixXd::Zero(k, k);
    for (Eigen::Index i = 0; i < rows.events.size(); ++i)
      for (Eigen::Index j = 0; j < rows.events.size(); ++j)
        if (rows.clusters[static_cast<std::size_t>(i)] ==
            rows.clusters[static_cast<std::size_t>(j)])
          meat += rows.design.row(i).transpose() * rows.design.row(j) *
                  (rows.events[i] - fit.fitted[i]) * (rows.events[j] - fit.fitted[j]);
    const Eigen::MatrixXd slow = fit.model_covariance * meat * fit.model_covariance;
    CHECK((slow - fit.cluster_covariance).norm() < 1e-9 * slow.norm());
  }
}

TEST_CASE("two groups and no covariates: the ratio of the two rates, whatever the rows") {
  Dice dice(82);
  CountRows rows = made_up(dice, 10, 5);
  rows.design.conservativeResize(Eigen::NoChange, 2);
  const PoissonFit fit = poisson_regression(rows);
  Events side[2];
  for (Eigen::Index i = 0; i < rows.events.size(); ++i) {
    Events& own = side[static_cast<int>(rows.design(i, 1))];
    own.events += rows.events[i];
    own.exposure += rows.exposure[i];
  }
  const RateRatio closed = normal_rate_ratio(side[1], side[0], 0.95).value();
  same(std::exp(fit.beta[1]), closed.ratio);
  same(standard_errors(fit.model_covariance)[1], closed.log_error);
}

TEST_CASE("a regression that has no answer says why") {
  Dice dice(83);
  const CountRows good = made_up(dice, 8, 3);
  REQUIRE(poisson_regression(good).problem == FitProblem::none);

  CountRows rows = good;
  rows.exposure[7] = 0;
  CHECK(poisson_regression(rows).problem == FitProblem::no_exposure);
  CHECK(poisson_regression(rows).at_fault == std::vector<Eigen::Index>{7});
  rows.exposure[7] = std::numeric_limits<double>::quiet_NaN();
  CHECK(poisson_regression(rows).problem == FitProblem::no_exposure);

  rows = good;
  rows.design.col(3) = 2 * rows.design.col(1) - 0.5 * rows.design.col(0);
  CHECK(poisson_regression(rows).problem == FitProblem::collinear);
  CHECK(poisson_regression(rows).at_fault == std::vector<Eigen::Index>{3});
  rows.design.col(3).setZero();
  CHECK(poisson_regression(rows).problem == FitProblem::collinear);

  rows = good;
  rows.events.setZero();
  CHECK(poisson_regression(rows).problem == FitProblem::no_rows);
  CHECK(poisson_regression({}).problem == FitProblem::no_rows);

  rows = good;
  rows.design = Eigen::MatrixXd::Identity(24, 30);
  CHECK(poisson_regression(rows).problem == FitProblem::too_few_rows);
  for (const FitProblem each :
       {FitProblem::none, FitProblem::no_rows, FitProblem::no_exposure, FitProblem::too_few_rows,
        FitProblem::collinear, FitProblem::separated, FitProblem::no_convergence})
    CHECK(std::string(name(each)).size() > 3);
}

TEST_CASE("with as many columns as rows there is a fit and no dispersion") {
  CountRows rows;
  rows.design = Eigen::MatrixXd::Ones(2, 2);
  rows.design(0, 1) = 0;
  rows.events = Eigen::Vector2d(3, 8);
  rows.exposure = Eigen::Vector2d(100, 100);
  rows.clusters = {0, 1};
  const PoissonFit fit = poisson_regression(rows);
  same(std::exp(fit.beta[1]), 8 / 3.0);
  CHECK(fit.dispersion() == 0);
}

}  // namespace keur
