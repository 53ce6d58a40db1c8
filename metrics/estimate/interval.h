// SPDX-License-Identifier: Apache-2.0
// Intervals and the scales they are symmetric on. A word error rate cannot be negative and a
// proportion cannot leave [0, 1]; an interval built on the log or logit scale cannot either, and
// its coverage with few clusters is better than that of the plain one.
#pragma once

namespace keur {

struct Interval {
  double lower, upper;
};

enum class Scale {
  linear,  // differences
  log,     // values in (0, infinity)
  logit,   // values in (0, 1)
};

// `value` must lie inside the domain of the scale, or at its edge: then the result is infinite.
double to_scale(Scale scale, double value);
double from_scale(Scale scale, double scaled);

// Standard error on the scale by the delta method: se * |d scaled / d value|.
double scale_error(Scale scale, double value, double standard_error);

// value +- half_width on the scale, back on the natural one.
Interval symmetric_interval(Scale scale, double value, double half_width);

// Interval of a - b from the intervals of a and b, for independent a and b; conservative when they
// rise and fall together. It needs no standard error, so it works where one side counted no event
// at all. Source: Zou and Donner (2008), Statistics in Medicine 27:1693-1702 ("MOVER"), taken in
// the independent case; on Wilson limits it is Newcombe's method 10.
Interval mover_difference(double a, Interval of_a, double b, Interval of_b);

}  // namespace keur
