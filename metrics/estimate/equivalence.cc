// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/equivalence.h"

#include <cmath>
#include <limits>

#include "metrics/estimate/student_t.h"

namespace keur {
namespace {

// Without an error any distance is infinitely many of them; no distance is none.
double distance(const Measured& measured, double from) {
  const double apart = measured.value - from;
  if (measured.standard_error > 0) return apart / measured.standard_error;
  return apart == 0 ? 0 : std::copysign(std::numeric_limits<double>::infinity(), apart);
}

// P(T > t); on the limit without an error nothing is shown.
double tail(const Measured& measured, double t) {
  if (t == 0 && !(measured.standard_error > 0)) return 1;
  return student_t_tail(t, measured.degrees_of_freedom);
}

}  // namespace

Equivalence equivalence(const Measured& measured, double low, double high) {
  Equivalence result;
  result.t_lower = distance(measured, low);
  result.t_upper = distance(measured, high);
  result.p_lower = tail(measured, result.t_lower);
  result.p_upper = tail(measured, -result.t_upper);
  return result;
}

double p_two_sided(const Measured& measured, double null) {
  const double t = std::abs(distance(measured, null));
  return t == 0 ? 1 : 2 * student_t_tail(t, measured.degrees_of_freedom);
}

std::optional<Measured> measured(const Estimate& estimate) {
  if (!estimate.value || !estimate.scale_error || !estimate.degrees_of_freedom) return std::nullopt;
  return Measured{to_scale(estimate.scale, *estimate.value), *estimate.scale_error,
                  *estimate.degrees_of_freedom};
}

}  // namespace keur
