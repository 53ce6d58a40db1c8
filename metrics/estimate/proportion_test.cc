// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/proportion.h"

#include <boost/math/special_functions/beta.hpp>

#include "metrics/estimate/student_t.h"
#include "metrics/estimate/support_test.h"

namespace keur {
namespace {

// P(X <= events) for X binomial, added up term by term: the slow twin of the beta quantile.
double probability_of_at_most(int events, int trials, double p) {
  double sum = 0;
  for (int k = 0; k <= events; ++k)
    sum += std::exp(std::lgamma(trials + 1) - std::lgamma(k + 1) - std::lgamma(trials - k + 1) +
                    k * std::log(p) + (trials - k) * std::log1p(-p));
  return sum;
}

}  // namespace

TEST_CASE("two-sided and one-sided intervals of a proportion match the reference") {
  for (const auto& one : vector_cases("proportions")) {
    const double x = one.at("x"), n = one.at("n"), confidence = one.at("conf");
    INFO(x << " of " << n << " at " << confidence);
    same(wilson(x, n, confidence), one.at("wilson"));
    same(clopper_pearson(x, n, confidence), one.at("clopper_pearson"));
    same(clopper_pearson_lower(x, n, 1 - confidence), one.at("one_sided_cp_lower").get<double>());
    same(clopper_pearson_upper(x, n, 1 - confidence), one.at("one_sided_cp_upper").get<double>());
    const Interval one_sided = wilson(x, n, 2 * confidence - 1);
    same(one_sided.lower, one.at("one_sided_wilson_lower").get<double>());
    same(one_sided.upper, one.at("one_sided_wilson_upper").get<double>());
  }
}

TEST_CASE("the quantiles underneath also give the Jeffreys and Agresti-Coull intervals") {
  // Neither is used by the library; they check the beta and normal quantiles from another side.
  for (const auto& one : vector_cases("proportions")) {
    const double x = one.at("x"), n = one.at("n"), tail = (1 - one.at("conf").get<double>()) / 2;
    INFO(x << " of " << n << " at " << one.at("conf"));
    same({boost::math::ibeta_inv(x + 0.5, n - x + 0.5, tail),
          boost::math::ibetac_inv(x + 0.5, n - x + 0.5, tail)},
         one.at("jeffreys"));
    const double z = normal_critical(1 - 2 * tail);
    const double size = n + z * z, p = (x + z * z / 2) / size;
    const double half = z * std::sqrt(p * (1 - p) / size);
    same({std::max(0.0, p - half), std::min(1.0, p + half)}, one.at("agresti_coull"));
  }
}

TEST_CASE("zero events: exact bounds and the rules of thumb they replace") {
  for (const auto& one : vector_cases("zero_events")) {
    if (!one.contains("n")) continue;
    const double n = one.at("n"), confidence = one.at("conf");
    same(clopper_pearson_upper(0, n, 1 - confidence),
         one.at("exact_one_sided_upper").get<double>());
    same(clopper_pearson(0, n, confidence).upper, one.at("exact_two_sided_upper").get<double>());
    // The rules are Poisson's -ln(tail) / n; they are never below the exact bound.
    same(-std::log(1 - confidence) / n, one.at("rule_of_k").get<double>());
    same(3 / n, one.at("rule_of_three").get<double>());
    CHECK(clopper_pearson_upper(0, n, 1 - confidence) < one.at("rule_of_k").get<double>());
  }
}

TEST_CASE("the smallest sample that shows a rate below a limit with so many events") {
  int checked = 0;
  for (const auto& one : vector_cases("zero_events")) {
    if (!one.contains("p_max")) continue;
    const double limit = one.at("p_max"), tail = 1 - one.at("conf").get<double>();
    for (const auto& [events, smallest] : one.at("min_n_by_allowed_events").items()) {
      const double x = std::stod(events), n = smallest;
      CHECK(clopper_pearson_upper(x, n, tail) <= limit);
      CHECK(clopper_pearson_upper(x, n - 1, tail) > limit);
      ++checked;
    }
  }
  CHECK(checked == 18 * 5);  // 6 limits, 3 levels, 5 numbers of events
}

TEST_CASE("at the Clopper-Pearson bound the observed count is just as unlikely as the tail says") {
  for (const int n : {1, 2, 7, 40})
    for (int x = 0; x <= n; ++x)
      for (const double tail : {0.05, 0.025, 0.005}) {
        INFO(x << " of " << n << ", tail " << tail);
        if (x < n) same(probability_of_at_most(x, n, clopper_pearson_upper(x, n, tail)), tail);
        if (x > 0)
          same(1 - probability_of_at_most(x - 1, n, clopper_pearson_lower(x, n, tail)), tail);
      }
}

TEST_CASE("bounds at the edges are exact and counts need not be whole") {
  CHECK(clopper_pearson(0, 12.5, 0.95).lower == 0);
  CHECK(clopper_pearson(12.5, 12.5, 0.95).upper == 1);
  CHECK(wilson(0, 12.5, 0.95).lower == 0);
  CHECK(wilson(12.5, 12.5, 0.95).upper == 1);
  // Between the whole numbers the bounds lie between theirs.
  CHECK(clopper_pearson_upper(2.5, 20, 0.025) > clopper_pearson_upper(2, 20, 0.025));
  CHECK(clopper_pearson_upper(2.5, 20, 0.025) < clopper_pearson_upper(3, 20, 0.025));
  CHECK(clopper_pearson_lower(2.5, 20, 0.025) > clopper_pearson_lower(2, 20, 0.025));
  CHECK(clopper_pearson_lower(2.5, 20, 0.025) < clopper_pearson_lower(3, 20, 0.025));
  // A sliver of an event behaves like none.
  CHECK(clopper_pearson_lower(1e-9, 20, 0.025) < 1e-12);
  CHECK(clopper_pearson_upper(1e-9, 20, 0.025) == Approx(clopper_pearson_upper(0, 20, 0.025)));
}

TEST_CASE("no trials know nothing") {
  for (const Interval interval : {clopper_pearson(0, 0, 0.95), wilson(0, 0, 0.95)}) {
    CHECK(interval.lower == 0);
    CHECK(interval.upper == 1);
  }
}

TEST_CASE("differences of proportions match Newcombe's table and statsmodels") {
  for (const auto& one : vector_cases("diff_proportions")) {
    const double x1 = one.at("x1"), n1 = one.at("n1"), x2 = one.at("x2"), n2 = one.at("n2");
    same(newcombe(x1, n1, x2, n2, 0.95), one.at("newcombe95"));
  }
}

}  // namespace keur
