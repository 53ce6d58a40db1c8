// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/proportion.h"

#include <boost/math/special_functions/beta.hpp>

#include "metrics/estimate/student_t.h"
#include "metrics/estimate/vector_file_test.h"

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

TEST_CASE(
    "proportions.json: two-sided and one-sided intervals, and two others of the same quantiles") {
  VectorFile file("proportions");
  for (VectorCase& one : file.cases()) {
    const double x = one.given("x"), n = one.given("n"), confidence = one.given("conf");
    INFO(x << " of " << n << " at " << confidence);
    one.expect("p_hat", x / n);
    one.expect("wilson", wilson(x, n, confidence));
    one.expect("clopper_pearson", clopper_pearson(x, n, confidence));
    one.expect("one_sided_cp_lower", clopper_pearson_lower(x, n, 1 - confidence));
    one.expect("one_sided_cp_upper", clopper_pearson_upper(x, n, 1 - confidence));
    const Interval one_sided = wilson(x, n, 2 * confidence - 1);
    one.expect("one_sided_wilson_lower", one_sided.lower);
    one.expect("one_sided_wilson_upper", one_sided.upper);

    // Jeffreys and Agresti-Coull are not used; they see the beta and normal quantiles from another
    // side.
    const double tail = (1 - confidence) / 2;
    one.expect("jeffreys", Interval{boost::math::ibeta_inv(x + 0.5, n - x + 0.5, tail),
                                    boost::math::ibetac_inv(x + 0.5, n - x + 0.5, tail)});
    const double z = normal_critical(confidence), size = n + z * z, p = (x + z * z / 2) / size;
    const double half = z * std::sqrt(p * (1 - p) / size);
    one.expect("agresti_coull", Interval{std::max(0.0, p - half), std::min(1.0, p + half)});
  }
  file.finish();
}

TEST_CASE("zero_events.json: exact bounds, the rules of thumb they replace, and sample sizes") {
  VectorFile file("zero_events");
  for (VectorCase& one : file.cases()) {
    const double confidence = one.given("conf"), tail = 1 - confidence;
    if (one.has("n")) {
      const double n = one.given("n");
      one.expect("exact_one_sided_upper", clopper_pearson_upper(0, n, tail));
      one.expect("exact_two_sided_upper", clopper_pearson(0, n, confidence).upper);
      // The rules are Poisson's -ln(tail) / n; they are never below the exact bound.
      one.expect("rule_of_k", -std::log(tail) / n);
      one.expect("rule_of_three", 3 / n);
      CHECK(clopper_pearson_upper(0, n, tail) < -std::log(tail) / n);
      continue;
    }
    const double limit = one.given("p_max");
    for (const int events : {0, 1, 2, 3, 5}) {
      // The smallest sample that shows a rate below the limit with so many events.
      int n = events + 1;
      for (int step = 1 << 14; step > 0; step /= 2)
        while (clopper_pearson_upper(events, n + step - 1, tail) > limit) n += step;
      one.expect_exactly("/min_n_by_allowed_events/" + std::to_string(events), n);
    }
  }
  file.finish();
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

TEST_CASE("diff_proportions.json: Newcombe's table and statsmodels") {
  VectorFile file("diff_proportions");
  for (VectorCase& one : file.cases()) {
    const double x1 = one.given("x1"), n1 = one.given("n1"), x2 = one.given("x2"),
                 n2 = one.given("n2");
    one.expect("diff", x1 / n1 - x2 / n2);
    one.expect("newcombe95", newcombe(x1, n1, x2, n2, 0.95));
    one.expect("statsmodels_newcomb", newcombe(x1, n1, x2, n2, 0.95));
  }
  file.finish();
}

}  // namespace keur
