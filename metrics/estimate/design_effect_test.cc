// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/design_effect.h"

#include "metrics/estimate/estimate.h"
#include "metrics/estimate/support_test.h"

namespace keur {

TEST_CASE("the observed design effect matches the reference") {
  const auto one = vector_case("cluster_extensions", "deff_and_icc_from_data");
  const Estimate found = estimate(word_error_rate, speakers(one.at("err"), one.at("words")), 0.95);
  same(*found.design_effect, one.at("deff").get<double>());
  same(*found.effective_size, one.at("n_effective").get<double>());
  // The correlation behind it is below the planned one, which is meant to be cautious.
  const double implied =
      (*found.design_effect - 1) / (one.at("weighted_mean_cluster_size").get<double>() - 1);
  same(implied, one.at("icc_implied").get<double>());
  CHECK(implied < planned_intracluster_correlation);
}

TEST_CASE("the planned design effect grows with the size of the clusters") {
  CHECK(planned_design_effect({}) == 1);
  CHECK(planned_design_effect({0, 0}) == 1);
  CHECK(planned_design_effect({1, 1, 1}) == 1);    // one unit per cluster is independent
  CHECK(planned_design_effect({0.5, 0.5}) == 1);   // never below 1
  same(planned_design_effect({21, 21, 21}), 2.0);  // 1 + 20 * 0.05
  same(planned_design_effect({10, 30}), 2.2);      // m = 1000 / 40 = 25, 1 + 24 * 0.05
}

TEST_CASE("the observed design effect needs a value inside (0, 1)") {
  CHECK_FALSE(observed_design_effect(0, 0.1, 100));
  CHECK_FALSE(observed_design_effect(1, 0.1, 100));
  CHECK_FALSE(observed_design_effect(1.3, 0.1, 100));
  same(*observed_design_effect(0.5, 0.05, 100), 1.0);  // 0.05 is sqrt(0.25 / 100)
}

}  // namespace keur
