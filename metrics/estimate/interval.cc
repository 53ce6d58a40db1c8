// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/interval.h"

#include <cmath>

namespace keur {

double to_scale(Scale scale, double value) {
  switch (scale) {
    case Scale::linear:
      return value;
    case Scale::log:
      return std::log(value);
    case Scale::logit:
      return std::log(value) - std::log1p(-value);
  }
  return value;
}

double from_scale(Scale scale, double scaled) {
  switch (scale) {
    case Scale::linear:
      return scaled;
    case Scale::log:
      return std::exp(scaled);
    case Scale::logit:
      return 1 / (1 + std::exp(-scaled));
  }
  return scaled;
}

double scale_error(Scale scale, double value, double standard_error) {
  switch (scale) {
    case Scale::linear:
      return standard_error;
    case Scale::log:
      return standard_error / value;
    case Scale::logit:
      return standard_error / (value * (1 - value));
  }
  return standard_error;
}

Interval symmetric_interval(Scale scale, double value, double half_width) {
  const double centre = to_scale(scale, value);
  return {from_scale(scale, centre - half_width), from_scale(scale, centre + half_width)};
}

Interval mover_difference(double a, Interval of_a, double b, Interval of_b) {
  const double difference = a - b;
  return {difference - std::hypot(a - of_a.lower, of_b.upper - b),
          difference + std::hypot(of_a.upper - a, b - of_b.lower)};
}

}  // namespace keur
