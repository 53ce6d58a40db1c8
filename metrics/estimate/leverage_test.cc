// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/leverage.h"

#include "metrics/estimate/leverage_textbook.h"
#include "metrics/estimate/support_test.h"

namespace keur {

TEST_CASE("clusters alike in size keep the usual factor and one degree less than there are") {
  for (const std::vector<double>& sizes :
       {std::vector<double>(8, 300.0), {240, 310, 198, 275, 260, 330}, {0, 0, 0}}) {
    const Leverage found = leverage(sizes);
    const double clusters = static_cast<double>(sizes.size());
    CHECK_FALSE(found.uneven);
    CHECK(found.degrees_of_freedom == clusters - 1);
    for (const double factor : found.factors)
      CHECK(factor == std::sqrt(clusters / (clusters - 1)));
  }
}

TEST_CASE("one speaker with half of the words leaves hardly three degrees of freedom of seven") {
  // h = 1/2 and seven times 1/14: sum h^2 = 2/7; q = 1/2 and seven times 1/182.
  const Leverage found = leverage({700, 100, 100, 100, 100, 100, 100, 100});
  CHECK(found.uneven);
  CHECK(found.factors[0] == Approx(std::sqrt(2.0)).epsilon(1e-12));
  CHECK(found.factors[1] == Approx(std::sqrt(14.0 / 13)).epsilon(1e-12));
  const double q = 7.0 / 182, all = 0.5 + q;
  const double inverse = 2.0 / 7 + all * all - 0.25 - 7.0 / (182.0 * 182);
  CHECK(found.degrees_of_freedom == Approx(1 / inverse).epsilon(1e-12));
  CHECK(found.degrees_of_freedom == Approx(3.07).margin(0.01));
}

TEST_CASE("one speaker with all of the words is one degree of freedom, and no division by zero") {
  const Leverage found = leverage({50, 0, 0, 0, 0});
  CHECK(found.degrees_of_freedom == 1);
  for (const double factor : found.factors) CHECK(std::isfinite(factor));
}

TEST_CASE("the formula is Satterthwaite's with every matrix written out") {
  Dice dice(11);
  for (int round = 0; round < 60; ++round) {
    std::vector<double> sizes;
    for (int g = 0; g < 2 + dice.roll(25); ++g)
      sizes.push_back(1 + std::pow(dice.roll(30), 1 + dice.roll(3)));
    sizes.push_back(1 + dice.roll(4000));
    const Leverage found = leverage(sizes);
    if (found.uneven)
      CHECK(found.degrees_of_freedom == Approx(textbook_degrees_of_freedom(sizes)).epsilon(1e-9));
  }
}

}  // namespace keur
