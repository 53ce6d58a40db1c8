// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/rate.h"

#include <limits>

#include "metrics/estimate/support_test.h"

namespace keur {
namespace {

const double infinity = std::numeric_limits<double>::infinity();

// P(X <= k) of a Poisson count, term by term.
double poisson_at_most(int k, double mean) {
  double term = std::exp(-mean), sum = term;
  for (int i = 1; i <= k; ++i) sum += term *= mean / i;
  return sum;
}

double log_choose(double n, double k) {
  return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

}  // namespace

// The vectors are in poisson_regression_test.cc, with the file they are part of.
TEST_CASE("Garwood's bounds leave exactly the tail they promise") {
  for (const int events : {0, 1, 2, 5, 20, 60})
    for (const double confidence : {0.8, 0.95, 0.99}) {
      const Interval found = garwood(events, 250, confidence);
      const double tail = (1 - confidence) / 2;
      CHECK(poisson_at_most(events, found.upper * 250) == Approx(tail).epsilon(1e-10));
      if (events == 0)
        CHECK(found.lower == 0);
      else
        CHECK(1 - poisson_at_most(events - 1, found.lower * 250) == Approx(tail).epsilon(1e-10));
    }
  CHECK(garwood(3, 0, 0.95).upper == infinity);
  CHECK(garwood(3, 0, 0.95).lower == 0);
  // One-sided 95 % at 0 events: the rule of three, 2.996 events.
  same(garwood_upper(0, 1, 0.05), -std::log(0.05));
}

TEST_CASE("the exact ratio bound leaves the tail it promises, also without events on a side") {
  for (const auto& [a, b] : {std::pair{0, 13}, {4, 9}, {13, 0}, {20, 3}}) {
    const Events compared{a + 0.0, 170}, reference{b + 0.0, 220};
    const Interval found = exact_rate_ratio(compared, reference, 0.95);
    const int n = a + b;
    // P(X <= a) at the upper ratio and P(X >= a) at the lower one, X the events of the compared.
    const auto tail = [&](double ratio, int from, int to) {
      const double p = ratio * 170 / (ratio * 170 + 220);
      double sum = 0;
      for (int k = from; k <= to; ++k)
        sum += std::exp(log_choose(n, k) + (k > 0 ? k * std::log(p) : 0) +
                        (n > k ? (n - k) * std::log(1 - p) : 0));
      return sum;
    };
    if (b == 0)
      CHECK(found.upper == infinity);
    else
      CHECK(tail(found.upper, 0, a) == Approx(0.025).epsilon(1e-9));
    if (a == 0)
      CHECK(found.lower == 0);
    else
      CHECK(tail(found.lower, a, n) == Approx(0.025).epsilon(1e-9));
  }
  const Interval nothing = exact_rate_ratio({0, 100}, {0, 100}, 0.95);
  CHECK(nothing.lower == 0);
  CHECK(nothing.upper == infinity);
}

TEST_CASE("the exact p-value adds every split that is no likelier") {
  Dice dice(71);
  for (int round = 0; round < 300; ++round) {
    const int a = dice.roll(25), b = dice.roll(25);
    const Events compared{a + 0.0, 1.0 + dice.roll(300)}, reference{b + 0.0, 1.0 + dice.roll(300)};
    const double p = compared.exposure / (compared.exposure + reference.exposure);
    const auto density = [&](int k) {
      return std::exp(log_choose(a + b, k) + k * std::log(p) + (a + b - k) * std::log(1 - p));
    };
    double sum = 0;
    for (int k = 0; k <= a + b; ++k)
      if (density(k) <= density(a) * (1 + 1e-7)) sum += density(k);
    INFO(a << " of " << a + b << " at " << p);
    CHECK(exact_rate_ratio_p(compared, reference) == Approx(std::min(1.0, sum)).epsilon(1e-9));
    CHECK(exact_rate_ratio_p(compared, reference) ==
          Approx(exact_rate_ratio_p(reference, compared)).epsilon(1e-9));
  }
  CHECK(exact_rate_ratio_p({0, 100}, {0, 50}) == 1);
}

TEST_CASE("no normal ratio where a side has no events") {
  CHECK_FALSE(normal_rate_ratio({0, 100}, {3, 100}, 0.95).has_value());
  CHECK_FALSE(normal_rate_ratio({3, 100}, {3, 0}, 0.95).has_value());
}

}  // namespace keur
