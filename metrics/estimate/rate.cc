// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/rate.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

#include "metrics/estimate/boost_policy.h"
#include "metrics/estimate/proportion.h"
#include "metrics/estimate/student_t.h"

namespace keur {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
// scipy and R leave the same room when they ask which splits are no likelier than this one.
constexpr double as_likely = 1 + 1e-7;

double ratio_of(double proportion, Events compared, Events reference) {
  if (proportion >= 1) return infinity;
  return proportion / (1 - proportion) * (reference.exposure / compared.exposure);
}

double binomial_density(double k, double n, double p) {
  return boost::math::ibeta_derivative(k + 1, n - k + 1, p, Quiet()) / (n + 1);
}
double binomial_at_least(double k, double n, double p) {
  if (k > n) return 0;
  return k <= 0 ? 1 : boost::math::ibeta(k, n - k + 1, p, Quiet());
}

}  // namespace

double garwood_lower(double events, double exposure, double tail) {
  if (!(events > 0) || !(exposure > 0)) return 0;
  return boost::math::gamma_p_inv(events, tail, Quiet()) / exposure;
}

double garwood_upper(double events, double exposure, double tail) {
  if (!(exposure > 0)) return infinity;
  if (!(events > 0)) return -std::log(tail) / exposure;
  return boost::math::gamma_q_inv(events + 1, tail, Quiet()) / exposure;
}

Interval garwood(double events, double exposure, double confidence) {
  const double tail = (1 - confidence) / 2;
  return {garwood_lower(events, exposure, tail), garwood_upper(events, exposure, tail)};
}

Interval exact_rate_ratio(Events compared, Events reference, double confidence) {
  const double total = compared.events + reference.events;
  if (!(total > 0) || !(compared.exposure > 0) || !(reference.exposure > 0)) return {0, infinity};
  const Interval share = clopper_pearson(compared.events, total, confidence);
  return {ratio_of(share.lower, compared, reference), ratio_of(share.upper, compared, reference)};
}

double exact_rate_ratio_p(Events compared, Events reference) {
  const double n = compared.events + reference.events, k = compared.events;
  if (!(n > 0) || !(compared.exposure > 0) || !(reference.exposure > 0)) return 1;
  const double p = compared.exposure / (compared.exposure + reference.exposure);
  const double observed = binomial_density(k, n, p) * as_likely;
  const double mode = std::floor((n + 1) * p);
  if (mode > n || binomial_density(mode, n, p) <= observed) return 1;

  // From the mode outwards the density falls: on the side away from k, halving finds the first
  // split that is no likelier.
  const bool below = k < mode;
  double likelier = mode, rarer = below ? n + 1 : -1;
  while (std::abs(rarer - likelier) > 1) {
    const double middle = std::floor((likelier + rarer) / 2);
    (binomial_density(middle, n, p) <= observed ? rarer : likelier) = middle;
  }
  return below ? binomial_at_most(k, n, p) + binomial_at_least(rarer, n, p)
               : binomial_at_most(rarer, n, p) + binomial_at_least(k, n, p);
}

std::optional<RateRatio> normal_rate_ratio(Events compared, Events reference, double confidence) {
  if (!(compared.events > 0) || !(reference.events > 0) || !(compared.exposure > 0) ||
      !(reference.exposure > 0))
    return std::nullopt;
  const double ratio =
      compared.events / compared.exposure / (reference.events / reference.exposure);
  const double error = std::sqrt(1 / compared.events + 1 / reference.events);
  return RateRatio{ratio, error,
                   symmetric_interval(Scale::log, ratio, normal_critical(confidence) * error)};
}

}  // namespace keur
