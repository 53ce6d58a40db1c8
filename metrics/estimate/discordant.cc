// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/discordant.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>

#include "metrics/estimate/boost_policy.h"

namespace keur {
namespace {

// P(X <= k) of n fair coins, 0 <= k <= n.
double at_most(long k, long n) {
  if (k >= n) return 1;
  return boost::math::ibetac(static_cast<double>(k) + 1, static_cast<double>(n - k), 0.5, Quiet());
}

// P(X = k) as a density of the beta distribution: C(n, k) / 2^n without factorials.
double exactly(long k, long n) {
  return boost::math::ibeta_derivative(static_cast<double>(k) + 1, static_cast<double>(n - k) + 1,
                                       0.5, Quiet()) /
         (static_cast<double>(n) + 1);
}

}  // namespace

Discordant discordant_test(long first, long second) {
  const long n = first + second, fewer = std::min(first, second);
  if (n == 0) return {};
  const double tail = at_most(fewer, n), point = exactly(fewer, n);
  Discordant result;
  result.p_exact = std::min(1.0, 2 * tail);
  result.p_mid = first == second ? 1 - point : std::max(0.0, 2 * tail - point);
  result.p_first_fewer = at_most(first, n);
  return result;
}

ChiSquared mcnemar_chi_squared(long first, long second, int correction) {
  const auto n = static_cast<double>(first + second);
  if (n == 0) return {};
  const auto apart = static_cast<double>(std::max<long>(0, std::abs(first - second) - correction));
  const double statistic = apart * apart / n;
  // Chi-squared with one degree of freedom is a squared normal.
  return {statistic, boost::math::erfc(std::sqrt(statistic / 2), Quiet())};
}

}  // namespace keur
