// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/percentile_limits.h"

#include "metrics/core/ranked.h"
#include "metrics/estimate/replicates.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {

TEST_CASE("percentile_ci.json: ranks, limits, coverage, and samples too small for an upper one") {
  VectorFile file("percentile_ci");
  const auto data = file.shared("data").get<std::vector<double>>();
  std::vector<Observation> observations;
  std::vector<std::pair<double, std::int64_t>> counted;
  for (const double value : data) {
    observations.push_back({value});
    counted.emplace_back(value, 1);
  }
  for (VectorCase& one : file.cases()) {
    const double share = one.given("q");
    const long n = one.given("n");
    INFO(share << " of " << n);
    if (one.has("kind")) {
      one.aside("kind");
      one.expect("prob_max_exceeds_q", 1 - std::pow(share, static_cast<double>(n)));
      one.expect_exactly("upper_bound_exists_one_sided95",
                         n >= fewest_for_upper_limit(share, 0.05));
      continue;
    }
    REQUIRE(static_cast<long>(data.size()) == n);
    const PercentileLimits found = percentile_limits(data, share, 0.95);
    one.expect("lower_rank", found.lower_rank);
    one.expect("upper_rank", found.upper_rank);
    one.expect("lower", found.lower);
    one.expect("upper", found.upper);
    one.expect("coverage", found.coverage);
    one.expect("point_type1", *percentile(observations, share));
    one.expect("point_type7", *quantile_type_7(tally(counted, 0), share));
  }
  file.finish();
}

TEST_CASE("limits by adding up the binomial distribution") {
  for (const int n : {1, 2, 5, 20, 58, 59, 72, 150})
    for (const double share : {0.05, 0.5, 0.9, 0.95})
      for (const double confidence : {0.9, 0.95}) {
        INFO(n << " at " << share << ", " << confidence);
        std::vector<double> data;
        for (int i = 1; i <= n; ++i) data.push_back(i);
        // P(at most k of n below the percentile).
        std::vector<double> at_most;
        double sum = 0;
        for (int k = 0; k <= n; ++k)
          at_most.push_back(sum += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) -
                                            std::lgamma(n - k + 1) + k * std::log(share) +
                                            (n - k) * std::log1p(-share)));
        std::optional<long> lower, upper;
        for (int rank = 1; rank <= n; ++rank)
          if (at_most[static_cast<std::size_t>(rank) - 1] <= (1 - confidence) / 2) lower = rank;
        for (int rank = n; rank >= 1; --rank)
          if (at_most[static_cast<std::size_t>(rank) - 1] >= (1 + confidence) / 2) upper = rank;
        const PercentileLimits found = percentile_limits(data, share, confidence);
        CHECK(found.lower_rank == lower);
        CHECK(found.upper_rank == upper);
        CHECK(found.coverage >= confidence);
      }
}

TEST_CASE("how many observations an upper limit needs") {
  CHECK(fewest_for_upper_limit(0.95, 0.05) == 59);
  CHECK(fewest_for_upper_limit(0.95, 0.025) == 72);
  CHECK(fewest_for_upper_limit(0.5, 0.5) == 1);
  CHECK(fewest_for_upper_limit(0.5, 0.25) == 2);
  CHECK_FALSE(percentile_limits(std::vector<double>(71, 1.0), 0.95, 0.95).upper);
  CHECK(percentile_limits(std::vector<double>(72, 1.0), 0.95, 0.95).upper);
  CHECK_FALSE(percentile_limits({}, 0.5, 0.95).lower);
  CHECK_FALSE(percentile_limits({}, 0.5, 0.95).upper);
}

}  // namespace keur
