// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/equivalence.h"

#include <limits>

#include "metrics/estimate/contrast.h"
#include "metrics/estimate/student_t.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

struct Sample {
  double mean = 0, variance = 0, size = 0;
};
Sample sample(const std::vector<double>& values) {
  Sample result;
  result.size = static_cast<double>(values.size());
  for (const double value : values) result.mean += value / result.size;
  for (const double value : values)
    result.variance += std::pow(value - result.mean, 2) / (result.size - 1);
  return result;
}

// From raw values as a first-year textbook does it.
Measured textbook(const std::string& kind, const std::vector<double>& x,
                  const std::vector<double>& y) {
  if (kind == "paired") {
    std::vector<double> differences;
    for (std::size_t i = 0; i < x.size(); ++i) differences.push_back(x[i] - y[i]);
    const Sample d = sample(differences);
    return {d.mean, std::sqrt(d.variance / d.size), d.size - 1};
  }
  const Sample a = sample(x), b = sample(y);
  const double va = a.variance / a.size, vb = b.variance / b.size;
  return {a.mean - b.mean, std::sqrt(va + vb),
          std::pow(va + vb, 2) / (va * va / (a.size - 1) + vb * vb / (b.size - 1))};
}

}  // namespace

TEST_CASE("two one-sided tests match statsmodels: paired, Welch and from a summary") {
  VectorFile file("tost");
  for (VectorCase& one : file.cases()) {
    const std::string kind = one.given("kind");
    Measured found;
    if (kind == "summary") {
      found = {one.given("estimate"), one.given("se"), one.given("df")};
    } else {
      found = textbook(kind, one.given("x"), one.given("y"));
      one.expect("mean_diff", found.value);
      one.expect("se", found.standard_error);
      one.expect("df", found.degrees_of_freedom);
    }
    const Equivalence result = equivalence(found, one.given("low"), one.given("upp"));
    // Differences of numbers near 0.09 keep 15 digits, so the p-value about 11.
    one.expect("p_lower", result.p_lower);
    one.expect("p_upper", result.p_upper);
    one.expect("p_tost", result.p());
    if (kind != "summary") {
      one.expect("t_lower", result.t_lower);
      one.expect("t_upper", result.t_upper);
      one.expect_exactly("equivalent_at_05", result.p() < 0.05);
    }
    one.expect("ci90",
               symmetric_interval(
                   Scale::linear, found.value,
                   student_t_critical(0.90, found.degrees_of_freedom) * found.standard_error),
               scipy_t);
  }
  file.finish();
}

TEST_CASE("equivalence is shown exactly when the 90 % interval lies inside the limits") {
  Dice dice(51);
  for (int round = 0; round < 500; ++round) {
    const Measured found{(dice.roll(2001) - 1000) / 5e4, (1 + dice.roll(300)) / 2e4,
                         1.0 + dice.roll(40)};
    const Interval interval = symmetric_interval(
        Scale::linear, found.value,
        student_t_critical(0.90, found.degrees_of_freedom) * found.standard_error);
    CHECK((equivalence(found, -0.02, 0.02).p() < 0.05) ==
          (-0.02 < interval.lower && interval.upper < 0.02));
  }
}

TEST_CASE("without an error only the limit itself is in doubt") {
  const Measured inside{0, 0, 5}, on{0.02, 0, 5}, beyond{0.03, 0, 5};
  CHECK(equivalence(inside, -0.02, 0.02).p() == 0);
  CHECK(equivalence(on, -0.02, 0.02).p() == 1);
  CHECK(equivalence(beyond, -0.02, 0.02).p() == 1);
  CHECK(p_two_sided(inside, 0) == 1);
  CHECK(p_two_sided(beyond, 0) == 0);
}

TEST_CASE("the p-values of a contrast are those of its t on its own scale") {
  const auto one = vector_case("ratio_cluster_se", "paired_A_vs_B");
  const ClusterSums a = speakers(one.at("errA"), one.at("words"));
  const ClusterSums b = speakers(one.at("errB"), one.at("words"));
  same(p_two_sided(*measured(difference(word_error_rate, a, b, 0.95)), 0),
       one.at("p_two_sided").get<double>());
  // On the log scale "no difference" is a ratio of 1.
  const Estimate times = relative(word_error_rate, a, b, 0.95);
  const Measured on_log = *measured(times);
  CHECK(on_log.value == std::log(*times.value));
  CHECK((p_two_sided(on_log, 0) < 0.05) ==
        (times.interval->lower > 1 || times.interval->upper < 1));

  const ClusterSums silent = speakers({{0, 0, 0, 0, 0, 0}, {240, 310, 198, 275, 260, 330}});
  CHECK_FALSE(measured(difference(word_error_rate, silent, a, 0.95)).has_value());  // MOVER
  CHECK_FALSE(measured(estimate(word_error_rate, silent, 0.95)).has_value());       // exact
}

}  // namespace keur
