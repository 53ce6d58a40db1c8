// SPDX-License-Identifier: Apache-2.0
// Units that repeat in two ways at once: notes by clinician and by patient, neither inside the
// other. Both kinds of likeness widen the interval. Source: Cameron, Gelbach and Miller (2011),
// Journal of Business and Economic Statistics 29:238-249: V = V_a + V_b - V_ab, with V_ab over the
// cells where the two cross.
#pragma once
#include <optional>

#include "metrics/core/metric.h"
#include "metrics/estimate/cluster_sums.h"
#include "metrics/estimate/interval.h"

namespace keur {

struct TwoWay {
  double value;
  double variance_a, variance_b, variance_cells;
  double variance;  // V, or the larger of V_a and V_b where V is below it (it can be negative)
  double degrees_of_freedom;  // the smaller number of clusters, less 1
  Interval interval;          // t on the scale of the metric: logit of proportions, otherwise log
};

// The same rows added up by one kind of cluster, by the other, and by both together. nullopt where
// the metric is undefined, where either kind has fewer than two clusters that count, and without
// spread (no events, only events): then the exact bounds of estimate.h by the kind with fewer
// clusters.
std::optional<TwoWay> two_way(const Metric& metric, const ClusterSums& by_a,
                              const ClusterSums& by_b, const ClusterSums& by_cell,
                              double confidence);

}  // namespace keur
