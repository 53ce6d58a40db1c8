// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/proportion.h"

#include <boost/math/special_functions/beta.hpp>
#include <cmath>

#include "metrics/estimate/boost_policy.h"
#include "metrics/estimate/student_t.h"

namespace keur {

// At the edges the beta quantile has a closed form, tail^(1/trials), which is exact where the
// general inverse would iterate.
double clopper_pearson_lower(double events, double trials, double tail) {
  if (!(events > 0)) return 0;
  if (events >= trials) return std::exp(std::log(tail) / trials);
  return boost::math::ibeta_inv(events, trials - events + 1, tail, Quiet());
}

double clopper_pearson_upper(double events, double trials, double tail) {
  if (!(trials > 0) || events >= trials) return 1;
  if (!(events > 0)) return -std::expm1(std::log(tail) / trials);
  return boost::math::ibetac_inv(events + 1, trials - events, tail, Quiet());
}

Interval clopper_pearson(double events, double trials, double confidence) {
  const double tail = (1 - confidence) / 2;
  return {clopper_pearson_lower(events, trials, tail), clopper_pearson_upper(events, trials, tail)};
}

double binomial_at_most(double events, double trials, double rate) {
  if (events < 0) return 0;
  return events >= trials ? 1 : boost::math::ibetac(events + 1, trials - events, rate, Quiet());
}

Interval wilson(double events, double trials, double confidence) {
  if (!(trials > 0)) return {0, 1};
  const double z = normal_critical(confidence), z2 = z * z;
  const double p = events / trials;
  const double centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
  const double half =
      z / (1 + z2 / trials) * std::sqrt(p * (1 - p) / trials + z2 / (4 * trials * trials));
  // Centre and half-width meet at the edges; rounding must not leave a bound just beside them.
  return {events > 0 ? centre - half : 0, events < trials ? centre + half : 1};
}

Interval newcombe(double a, double n, double b, double m, double confidence) {
  return mover_difference(a / n, wilson(a, n, confidence), b / m, wilson(b, m, confidence));
}

}  // namespace keur
