// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/percentile_limits.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>
#include <vector>

#include "metrics/estimate/boost_policy.h"

namespace keur {
namespace {

// P(X <= k) for X binomial.
double at_most(long k, double n, double p) {
  if (k < 0) return 0;
  const double events = static_cast<double>(k);
  if (events >= n) return 1;
  return boost::math::ibetac(events + 1, n - events, p, Quiet());
}

}  // namespace

PercentileLimits percentile_limits(std::span<const double> observations, double share,
                                   double confidence) {
  std::vector<double> sorted(observations.begin(), observations.end());
  std::sort(sorted.begin(), sorted.end());
  const auto count = static_cast<long>(sorted.size());
  const double n = static_cast<double>(count), tail = (1 - confidence) / 2;
  PercentileLimits result;

  // The rank-th observation is above the percentile when fewer than `rank` are at or below it.
  long first = 0, last = count;
  while (first < last) {
    const long rank = first + (last - first + 1) / 2;
    if (at_most(rank - 1, n, share) <= tail)
      first = rank;
    else
      last = rank - 1;
  }
  if (first >= 1) result.lower_rank = first;

  long low = 1, high = count + 1;
  while (low < high) {
    const long rank = low + (high - low) / 2;
    if (at_most(rank - 1, n, share) >= 1 - tail)
      high = rank;
    else
      low = rank + 1;
  }
  if (low <= count) result.upper_rank = low;

  if (result.lower_rank) result.lower = sorted[static_cast<std::size_t>(*result.lower_rank - 1)];
  if (result.upper_rank) result.upper = sorted[static_cast<std::size_t>(*result.upper_rank - 1)];
  result.coverage = (result.upper_rank ? at_most(*result.upper_rank - 1, n, share) : 1) -
                    (result.lower_rank ? at_most(*result.lower_rank - 1, n, share) : 0);
  return result;
}

long fewest_for_upper_limit(double share, double tail) {
  long count = std::max(1L, static_cast<long>(std::floor(std::log(tail) / std::log(share))));
  while (std::pow(share, static_cast<double>(count)) > tail) ++count;
  return count;
}

}  // namespace keur
