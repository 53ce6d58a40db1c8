// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/linearise.h"

#include "metrics/estimate/student_t.h"
#include "metrics/estimate/support_test.h"

namespace keur {

TEST_CASE("the influence is what the textbook writes for a ratio, and adds up to nothing") {
  Dice dice(2);
  for (int round = 0; round < 50; ++round) {
    const ClusterSums sums = dice.speakers_with_errors(2 + dice.roll(30));
    const auto opened = linearise(word_error_rate, sums);
    double errors = 0, words = 0;
    for (Eigen::Index g = 0; g < sums.sums.rows(); ++g) {
      errors += sums.sums(g, 0);
      words += sums.sums(g, 1);
    }
    double balance = 0;
    for (std::size_t g = 0; g < opened->influence.size(); ++g) {
      const auto row = static_cast<Eigen::Index>(g);
      const double textbook = (sums.sums(row, 0) - errors / words * sums.sums(row, 1)) / words;
      CHECK(opened->influence[g] == Approx(textbook).margin(1e-15));
      CHECK(opened->denominators[g] == sums.sums(row, 1));
      balance += opened->influence[g];
    }
    CHECK(std::abs(balance) < 1e-14);
  }
}

TEST_CASE("clusters that say nothing about the metric are not counted") {
  // Speakers 1 and 3 had no word to get wrong; speaker 4 has no reference but two insertions.
  const ClusterSums sums = speakers({{3, 0, 5, 0, 2}, {40, 0, 60, 0, 0}}, 10);
  const auto opened = linearise(word_error_rate, sums);
  CHECK(opened->sums.clusters == std::vector<int>{10, 12, 14});
  CHECK(opened->sums.cases == 5);
  CHECK(opened->denominators == std::vector<double>{40, 60, 0});
  CHECK(opened->total.value == 0.1);  // (3 + 5 + 2) / 100
}

TEST_CASE("an undefined total has no linearisation") {
  CHECK_FALSE(linearise(word_error_rate, ClusterSums{}));
  CHECK_FALSE(linearise(word_error_rate, speakers({{1, 2}, {0, 0}})));
}

TEST_CASE("squares are added without losing the small ones") {
  // 1e8 squared is 1e16, beside which 1 is lost in plain addition: 1e16 + 1 rounds to 1e16.
  std::vector<double> terms{1e8};
  terms.insert(terms.end(), 1000, 1.0);
  CHECK(sum_of_squares(terms) == 1e16 + 1000);
  CHECK(sum_of_squares({}) == 0);
}

TEST_CASE("equal ratios have no spread, however rounding falls; one event more has some") {
  for (const double errors : {1.0, 3.0, 7.0}) {
    std::vector<double> e, n;
    for (int g = 1; g <= 40; ++g) {
      e.push_back(errors * g);
      n.push_back(97.0 * g);
    }
    auto opened = linearise(word_error_rate, speakers({e, n}));
    CHECK(no_spread(linearised_error(opened->influence), opened->total.value));
    e[0] += 1;
    opened = linearise(word_error_rate, speakers({e, n}));
    CHECK_FALSE(no_spread(linearised_error(opened->influence), opened->total.value));
  }
  CHECK(no_spread(0, 0));
}

}  // namespace keur
