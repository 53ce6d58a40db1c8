// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/jackknife.h"

#include "metrics/estimate/linearise.h"
#include "metrics/estimate/student_t.h"
#include "metrics/estimate/support_test.h"

namespace keur {

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
