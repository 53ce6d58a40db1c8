// SPDX-License-Identifier: Apache-2.0
// The same metric on two slices: an accent against the reference accent, a noisy ward against a
// quiet one, this release against the last. Bias, robustness and regression are all this.
#pragma once
#include "metrics/estimate/estimate.h"

namespace keur {

// compared - reference, t on the linear scale.
//
// No cluster on both sides: independent; se^2 = se_a^2 + se_b^2 and Welch-Satterthwaite degrees of
// freedom. Otherwise each cluster's influence on one side is taken from its influence on the
// other before squaring, so that what a speaker brings to both cancels: with f = sqrt(G / (G - 1))
// per side, se^2 = sum over all clusters of (f_a u_a - f_b u_b)^2, degrees of freedom
// min(G_a, G_b) - 1. With the same clusters on both sides this is the paired ratio estimator; as
// the overlap shrinks it goes over into the independent one.
//
// A side that is exact (no events, only events, no spread) or a contrast without spread: MOVER on
// the two intervals. nullopt value where a side is undefined; no interval where a side has none.
// Cost: three evaluations per cluster and side.
Estimate difference(const Metric& metric, const ClusterSums& compared, const ClusterSums& reference,
                    double confidence);

// compared / reference, by the same rules on the log scale (the difference of the logs). nullopt
// value also where a side is 0.
Estimate relative(const Metric& metric, const ClusterSums& compared, const ClusterSums& reference,
                  double confidence);

}  // namespace keur
