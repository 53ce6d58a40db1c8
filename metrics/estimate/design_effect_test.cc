// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/design_effect.h"

#include "metrics/estimate/estimate.h"
#include "metrics/estimate/support_test.h"

namespace keur {

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
