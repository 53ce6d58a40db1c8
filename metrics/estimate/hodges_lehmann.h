// SPDX-License-Identifier: Apache-2.0
// How much time is saved, when a few long days must not decide: the Hodges-Lehmann estimates
// (metrics/core/ranked.h) with the limits that belong to the rank tests. The pairs in order bracket
// the true value, and the ranks are exact for independent observations without ties; ties make the
// limits wider than they need be, not wrong. (R turns to a normal approximation at the first tie
// and drops zeros; its numbers then differ.) Source: Hollander, Wolfe and Chicken (2014),
// Nonparametric Statistical Methods, 3rd ed., sections 3.3 (one sample, assuming differences
// symmetric about the value) and 4.3 (two samples, assuming one shape).
#pragma once
#include <optional>
#include <span>

#include "metrics/estimate/interval.h"

namespace keur {

struct HodgesLehmann {
  double value;
  long rank;          // the limits are the rank-th smallest and largest pair
  Interval interval;  // always within the pairs, hence finite
  double coverage;    // below the confidence asked for where even the outermost pairs are too near
};

// The largest rank with at most (1 - confidence) / 2 beyond either limit, and at least 1. Exact up
// to 300 differences, respectively 2500 pairs of two samples (their distribution would cost more
// than all the rest); beyond, the normal approximation, rounded outwards. nullopt without
// observations, in either sample. All observations finite. Cost: n log n and the distribution.
std::optional<HodgesLehmann> hodges_lehmann_limits(std::span<const double> differences,
                                                   double confidence);
std::optional<HodgesLehmann> hodges_lehmann_shift_limits(std::span<const double> compared,
                                                         std::span<const double> reference,
                                                         double confidence);

}  // namespace keur
