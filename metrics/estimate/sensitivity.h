// SPDX-License-Identifier: Apache-2.0
// Would another method have said the same? The interval of a gate comes from estimate.h; these
// stand beside it, and a verdict that turns with the method rests on too little data.
#pragma once
#include "metrics/core/metric.h"
#include "metrics/estimate/cluster_sums.h"
#include "metrics/estimate/draw.h"
#include "metrics/estimate/replicates.h"

namespace keur {

struct Sensitivity {
  // value +- t se, not kept inside the range of the metric. nullopt below two clusters that count
  // and without spread, as in estimate.h.
  std::optional<Interval> linear_t;
  // value +- t times the jackknife error (jackknife.h); nullopt also where leaving a cluster out
  // leaves the metric undefined.
  std::optional<Interval> jackknife_t;
  std::optional<Interval> percentile, basic, bca;  // replicates.h
  std::optional<double> bootstrap_error;
  std::int64_t replicates = 0, undefined = 0;  // `undefined` of these had no value
};

// Everything nullopt where the metric is undefined. `replicates` are those of bootstrap.h on the
// same slice. Cost: two evaluations per cluster.
Sensitivity sensitivity(const Metric& metric, const ClusterSums& sums, const Replicates& replicates,
                        double confidence);

}  // namespace keur
