// SPDX-License-Identifier: Apache-2.0
// Limits of a percentile without any assumption on the shape: how many of n independent
// observations fall below the true percentile is binomial, so two of the observations in order
// bracket it. A limit may not exist: of 58 observations not even the largest is above the 95th
// percentile often enough. Source: David and Nagaraja (2003), Order Statistics, 3rd ed.,
// section 7.1.
#pragma once
#include <optional>
#include <span>

namespace keur {

struct PercentileLimits {
  std::optional<long> lower_rank, upper_rank;  // from 1; nullopt where no rank is far enough out
  std::optional<double> lower, upper;          // the observations of these ranks
  double coverage;  // the chance that limits of these ranks bracket it, at least `confidence`
};

// At most (1 - confidence) / 2 beyond either limit. Independent observations, in any order; needs 0
// < share < 1 and 0 < confidence < 1. No observations: no limits. Cost: n log n.
PercentileLimits percentile_limits(std::span<const double> observations, double share,
                                   double confidence);

// The fewest observations that have an upper limit with at most `tail` beyond it: the smallest n
// with share^n <= tail (59 for the 95th percentile at 5 %, 72 at 2.5 %).
long fewest_for_upper_limit(double share, double tail);

}  // namespace keur
