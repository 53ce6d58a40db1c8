// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/jackknife.h"

#include "metrics/estimate/linearise.h"
#include "metrics/estimate/student_t.h"
#include "metrics/estimate/support_test.h"

namespace keur {

TEST_CASE("leaving out one cluster at a time matches the reference") {
  for (const auto& one : vector_cases("ratio_cluster_se")) {
    if (!one.contains("err")) continue;
    INFO(one.at("name"));
    const ClusterSums sums = speakers(one.at("err"), one.at("words"));
    const auto found = jackknife(word_error_rate, sums);
    REQUIRE(found);
    const auto expected = one.at("loo").get<std::vector<double>>();
    REQUIRE(found->values.size() == expected.size());
    for (std::size_t g = 0; g < expected.size(); ++g) same(found->values[g], expected[g]);
    same(found->standard_error, one.at("se_jackknife_about_mean").get<double>());

    const double value = *word_error_rate.value(sums.total());
    const double clusters = static_cast<double>(expected.size());
    same(symmetric_interval(Scale::linear, value,
                            student_t_critical(0.95, clusters - 1) * found->standard_error),
         one.at("ci_jk_t"), scipy_t);

    // The other numbers of the vector follow from the same values.
    double mean = 0, about_value = 0, squares = 0, cubes = 0, mean_of_ratios = 0;
    for (const double without : found->values) mean += without / clusters;
    for (const double without : found->values) {
      about_value += std::pow(without - value, 2);
      squares += std::pow(mean - without, 2);
      cubes += std::pow(mean - without, 3);
    }
    for (Eigen::Index g = 0; g < sums.sums.rows(); ++g)
      mean_of_ratios += sums.sums(g, 0) / sums.sums(g, 1) / clusters;
    same(std::sqrt((clusters - 1) / clusters * about_value),
         one.at("se_jackknife_about_estimate").get<double>());
    same((clusters - 1) * (mean - value), one.at("jackknife_bias").get<double>());
    same(value - (clusters - 1) * (mean - value), one.at("ratio_bias_corrected").get<double>());
    same(squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0.0,
         one.at("bca_acceleration").get<double>());
    same(mean_of_ratios, one.at("mean_of_ratios").get<double>());
  }
}

TEST_CASE("with equal cluster sizes the jackknife is the linearised error") {
  // With n_g = n the ratio is a mean, on which both are the standard error of the mean.
  Dice dice(3);
  for (int round = 0; round < 30; ++round) {
    std::vector<double> errors, words;
    for (int g = 0; g < 2 + dice.roll(20); ++g) {
      errors.push_back(dice.roll(50));
      words.push_back(200);
    }
    errors.push_back(60);
    words.push_back(200);
    const ClusterSums sums = speakers({errors, words});
    CHECK(jackknife(word_error_rate, sums)->standard_error ==
          Approx(linearised_error(linearise(word_error_rate, sums)->influence)).epsilon(1e-9));
  }
}

TEST_CASE("one cluster, or one that holds all units, has no jackknife") {
  CHECK_FALSE(jackknife(word_error_rate, speakers({{3}, {40}})));
  CHECK_FALSE(jackknife(word_error_rate, speakers({{3, 1}, {40, 0}})));
  CHECK_FALSE(jackknife(word_error_rate, ClusterSums{}));
}

}  // namespace keur
