// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/interval.h"

#include "metrics/estimate/support_test.h"

namespace keur {

TEST_CASE("a scale and back is the value") {
  for (const Scale scale : {Scale::linear, Scale::log, Scale::logit})
    for (const double value : {1e-9, 0.01, 0.25, 0.5, 0.99})
      same(from_scale(scale, to_scale(scale, value)), value);
}

TEST_CASE("the error on a scale is the slope of the scale times the error") {
  const double step = 1e-6;
  for (const Scale scale : {Scale::linear, Scale::log, Scale::logit})
    for (const double value : {0.1, 0.4, 0.8}) {
      const double slope =
          (to_scale(scale, value + step) - to_scale(scale, value - step)) / (2 * step);
      CHECK(scale_error(scale, value, 0.03) == Approx(slope * 0.03).epsilon(1e-8));
    }
}

TEST_CASE("an interval stays inside the range of its scale") {
  const Interval wide_log = symmetric_interval(Scale::log, 0.1, 5);
  CHECK(wide_log.lower > 0);
  same(wide_log.lower * wide_log.upper, 0.01);  // symmetric in ratio: the product is the square
  const Interval wide_logit = symmetric_interval(Scale::logit, 0.9, 8);
  CHECK(wide_logit.lower > 0);
  CHECK(wide_logit.upper < 1);
}

TEST_CASE("a known side leaves the other side's interval, shifted") {
  // b is exactly 0.2, so the distances of a stay: 0.1 below and 0.3 above 0.5 - 0.2.
  const Interval shifted = mover_difference(0.5, {0.4, 0.8}, 0.2, {0.2, 0.2});
  same(shifted.lower, 0.2);
  same(shifted.upper, 0.6);
  // Swapping the sides turns the interval around.
  const Interval forward = mover_difference(0.5, {0.4, 0.8}, 0.2, {0.15, 0.35});
  const Interval back = mover_difference(0.2, {0.15, 0.35}, 0.5, {0.4, 0.8});
  same(forward.lower, -back.upper);
  same(forward.upper, -back.lower);
}

}  // namespace keur
