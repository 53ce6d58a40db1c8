// SPDX-License-Identifier: Apache-2.0
// ratio_cluster_se.json: a word error rate over speakers, by every method, and two of them
// compared.
#include "metrics/estimate/contrast.h"
#include "metrics/estimate/jackknife.h"
#include "metrics/estimate/linearise.h"
#include "metrics/estimate/student_t.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

void check_one_group(VectorCase& one) {
  const ClusterSums sums = speakers(one.given("err"), one.given("words"));
  const double confidence = one.given("conf");
  const auto opened = linearise(word_error_rate, sums);
  REQUIRE(opened);
  const double value = opened->total.value, error = linearised_error(opened->influence);
  const double clusters = opened->clusters(), t = student_t_critical(confidence, clusters - 1);
  one.expect_exactly("G", opened->clusters());
  one.expect_exactly("sum_err", opened->total.numerator);
  one.expect_exactly("sum_words", opened->total.denominator);
  one.expect("ratio", value);
  one.expect("se_linearised", error);
  one.expect("se_linearised_noFPC", std::sqrt(sum_of_squares(opened->influence)));
  one.expect("t_crit", t);
  one.expect("ci_lin_normal",
             symmetric_interval(Scale::linear, value, normal_critical(confidence) * error));
  one.expect("one_sided_upper_lin_t",
             value + student_t_critical(2 * confidence - 1, clusters - 1) * error);

  const auto second = jackknife(word_error_rate, sums);
  REQUIRE(second);
  one.expect("loo", second->values);
  one.expect("se_jackknife_about_mean", second->standard_error);
  double mean = 0, about_value = 0, squares = 0, cubes = 0, mean_of_ratios = 0;
  for (const double without : second->values) mean += without / clusters;
  for (const double without : second->values) {
    about_value += std::pow(without - value, 2);
    squares += std::pow(mean - without, 2);
    cubes += std::pow(mean - without, 3);
  }
  for (Eigen::Index g = 0; g < sums.sums.rows(); ++g)
    mean_of_ratios += sums.sums(g, 0) / sums.sums(g, 1) / clusters;
  one.expect("se_jackknife_about_estimate", std::sqrt((clusters - 1) / clusters * about_value));
  one.expect("jackknife_bias", (clusters - 1) * (mean - value));
  one.expect("ratio_bias_corrected", value - (clusters - 1) * (mean - value));
  one.expect("bca_acceleration", squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0.0);
  one.expect("mean_of_ratios", mean_of_ratios);

  one.expect("ci_lin_t", symmetric_interval(Scale::linear, value, t * error), scipy_t);
  one.expect("ci_jk_t", symmetric_interval(Scale::linear, value, t * second->standard_error),
             scipy_t);
  const Estimate found = estimate(word_error_rate, sums, confidence);
  if (one.has("ci_log_t")) {
    CHECK(found.method == Method::log_t);
    CHECK(found.scale == Scale::log);
    CHECK(found.confidence == confidence);
    CHECK(found.clusters == clusters);
    CHECK(found.cases == found.clusters);
    const Interval plain = symmetric_interval(Scale::log, value, t * error / value);
    one.expect("ci_log_t", plain);
    // One speaker holds 52 % of the words of unbalanced_8: there the default is longer.
    CHECK(found.uneven == (one.name() == "unbalanced_8"));
    if (found.uneven) {
      CHECK(*found.degrees_of_freedom < clusters - 1);
      CHECK(found.interval->lower < plain.lower);
      CHECK(found.interval->upper > plain.upper);
    } else {
      CHECK(*found.degrees_of_freedom == clusters - 1);
      same(*found.standard_error, error);
      same(*found.scale_error, error / value);
      same(found.interval->upper, plain.upper);
    }
  } else {
    // No errors: both intervals run from 0 to 0, which proves the opposite of what is known.
    CHECK(found.method == Method::exact);
    CHECK(found.interval->upper > 0);
  }
}

void check_independent(VectorCase& one) {
  const ClusterSums a = speakers(one.given("err1"), one.given("words1"));
  const ClusterSums b = speakers(one.given("err2"), one.given("words2"), 100);
  const Estimate gap = difference(word_error_rate, a, b, 0.95);
  CHECK_FALSE(gap.paired);
  CHECK(gap.method == Method::linear_t);
  CHECK(gap.clusters == 6);  // the smaller side
  CHECK(gap.cases == 14);
  one.expect("diff", *gap.value);
  one.expect("se", *gap.standard_error);
  one.expect("df", *gap.degrees_of_freedom);
  one.expect("ci95", *gap.interval, scipy_t);
  const double t = *gap.value / *gap.standard_error;
  one.expect("t", t);
  one.expect("p", 2 * student_t_tail(t, *gap.degrees_of_freedom));

  const Estimate times = relative(word_error_rate, a, b, 0.95);
  CHECK(times.method == Method::log_t);
  one.expect("rate_ratio", *times.value);
  one.expect("log_ratio", std::log(*times.value));
  one.expect("se_log", *times.scale_error);
  one.expect("df_log", *times.degrees_of_freedom);
  one.expect("rate_ratio_ci95", *times.interval, scipy_t);
}

void check_paired(VectorCase& one) {
  const ClusterSums a = speakers(one.given("errA"), one.given("words"));
  const ClusterSums b = speakers(one.given("errB"), one.given("words"));
  const Estimate gap = difference(word_error_rate, a, b, 0.95);
  CHECK(gap.paired);
  one.expect("diff_A_minus_B", *gap.value);
  one.expect("se", *gap.standard_error);
  one.expect_exactly("df", *gap.degrees_of_freedom);
  one.expect("ci95", *gap.interval, scipy_t);
  const double t = *gap.value / *gap.standard_error;
  one.expect("t", t);
  one.expect("p_two_sided", 2 * student_t_tail(t, *gap.degrees_of_freedom));

  const Estimate times = relative(word_error_rate, b, a, 0.95);
  one.expect("ratio_B_over_A", *times.value);
  one.expect("se_log_ratio", *times.scale_error);
  same(*times.standard_error, *times.value * *times.scale_error);
  one.expect("ci95_ratio", *times.interval, scipy_t);
  one.expect("relative_reduction", 1 - *times.value);
}

}  // namespace

TEST_CASE("ratio_cluster_se.json: one group by every method, two independent ones, two paired") {
  VectorFile file("ratio_cluster_se");
  for (VectorCase& one : file.cases()) {
    INFO(one.name());
    one.aside("name");
    if (one.has("err"))
      check_one_group(one);
    else if (one.has("err1"))
      check_independent(one);
    else
      check_paired(one);
  }
  file.finish();
}

}  // namespace keur
