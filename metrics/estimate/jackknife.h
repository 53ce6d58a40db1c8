// SPDX-License-Identifier: Apache-2.0
// The delete-one-cluster jackknife: a second opinion on the linearised standard error. Where the
// two disagree, one cluster carries the value and neither should be trusted far.
// Source: Shao and Tu (1995), The Jackknife and Bootstrap, chapter 6.
#pragma once
#include <optional>
#include <vector>

#include "metrics/core/metric.h"
#include "metrics/estimate/cluster_sums.h"

namespace keur {

struct Jackknife {
  std::vector<double> values;  // the metric without cluster g
  double standard_error;       // sqrt((G - 1) / G * sum (value_g - mean)^2)
};

// nullopt for fewer than two clusters, and where leaving one out leaves the metric undefined.
// Cost: one evaluation per cluster.
std::optional<Jackknife> jackknife(const Metric& metric, const ClusterSums& sums);

}  // namespace keur
