// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/power.h"

#include "metrics/estimate/student_t.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

// P(T > t) for noncentral t by its definition, (Z + shift) / s with s^2 chi-squared over its
// degrees of freedom: Simpson's rule over s.
template <typename Inside>
double over_deviations(double freedom, const Inside& inside) {
  const int intervals = 4000;
  const double end = 1 + 14 / std::sqrt(2 * freedom);
  double sum = 0;
  for (int i = 1; i <= intervals; ++i) {
    const double s = end * i / intervals;
    const double density =
        2 * std::exp(freedom / 2 * std::log(freedom / 2) - std::lgamma(freedom / 2) +
                     (freedom - 1) * std::log(s) - freedom / 2 * s * s);
    sum += (i == intervals ? 1 : i % 2 == 1 ? 4 : 2) * density * inside(s);
  }
  return sum * end / intervals / 3;
}

double normal_below(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }

}  // namespace

TEST_CASE("power agrees with the definition of the noncentral t, integrated") {
  for (const long speakers : {4L, 8L, 20L, 60L})
    for (const double shift : {0.0, 0.5, 2.0, 4.5}) {
      const auto n = static_cast<double>(speakers);
      const double critical = student_t_critical(0.95, n - 1);
      CHECK(power_below_limit(shift / std::sqrt(n), 1, speakers, 0.025) ==
            Approx(over_deviations(n - 1, [&](double s) {
              return normal_below(shift - critical * s);
            })).margin(1e-9));

      const GroupSizes groups{speakers, speakers + 3};
      const auto freedom = static_cast<double>(2 * speakers + 1);
      const double error = std::sqrt(1 / n + 1 / (n + 3));
      const double two_sided = student_t_critical(0.95, freedom);
      CHECK(power_of_difference(shift * error, 1, groups, 0.05) ==
            Approx(over_deviations(freedom, [&](double s) {
              return normal_below(shift - two_sided * s) + normal_below(-shift - two_sided * s);
            })).margin(1e-9));

      const double one_sided = student_t_critical(0.90, freedom), room = 4;
      CHECK(power_of_equivalence(room * error, shift * error, 1, groups, 0.05) ==
            Approx(over_deviations(freedom, [&](double s) {
              const double within = room - one_sided * s;
              if (within <= 0) return 0.0;
              return normal_below(within - shift) - normal_below(-within - shift);
            })).margin(1e-6));  // Simpson meets a corner at within = 0
      CHECK(power_of_equivalence(room * error, -shift * error, 1, groups, 0.05) ==
            Approx(power_of_equivalence(room * error, shift * error, 1, groups, 0.05)));
    }
}

TEST_CASE("bias: what two groups can show, difference and equivalence") {
  VectorFile file("bias_power");
  for (VectorCase& one : file.cases()) {
    const double spread = one.given("sd_between_speakers");
    const long speakers = one.given("speakers_per_group");
    const GroupSizes groups{speakers, speakers};
    one.expect("min_detectable_diff_80pct", *detectable_difference(spread, groups, 0.8, 0.05));
    one.expect("min_tost_margin_80pct_at_zero_diff",
               *provable_margin(0, spread, groups, 0.8, 0.05));
  }
  file.finish();
}

TEST_CASE("more speakers, more power; a search gives the first that is enough") {
  Dice dice(101);
  for (int round = 0; round < 40; ++round) {
    const double distance = (1 + dice.roll(30)) / 1000.0, spread = (10 + dice.roll(60)) / 1000.0;
    const double power = 0.5 + dice.roll(49) / 100.0, level = round % 2 == 0 ? 0.05 : 0.025;
    const long speakers = speakers_needed(distance, spread, power, level).value();
    CHECK(power_below_limit(distance, spread, speakers, level) >= power);
    CHECK(power_below_limit(distance, spread, speakers - 1, level) < power);
  }
  CHECK_FALSE(speakers_needed(0, 0.04, 0.8, 0.05).has_value());
  CHECK_FALSE(speakers_needed(1e-9, 0.04, 0.8, 0.05).has_value());
}

TEST_CASE("no more than its level where nothing is true, and nothing from one speaker") {
  same(power_below_limit(0, 0.04, 12, 0.05), 0.05);
  same(power_of_difference(0, 0.04, {10, 14}, 0.05), 0.05);
  CHECK(power_of_equivalence(0.02, 0.02, 0.04, {40, 40}, 0.05) <= 0.05 + 1e-12);
  CHECK(power_below_limit(0.02, 0.04, 1, 0.05) == 0);
  CHECK(power_of_difference(0.02, 0.04, {1, 20}, 0.05) == 0);
  CHECK_FALSE(detectable_difference(0.04, {1, 20}, 0.8, 0.05).has_value());
  CHECK_FALSE(provable_margin(0, 0.04, {20, 1}, 0.8, 0.05).has_value());
  CHECK(power_below_limit(1, 0.01, 100, 0.05) == 1);
  CHECK(power_of_difference(1, 0.01, {50, 50}, 0.05) == 1);
}

}  // namespace keur
