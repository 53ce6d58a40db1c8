// SPDX-License-Identifier: Apache-2.0
// The same question asked in other defensible ways. A verdict that only one way of computing
// supports rests on that choice and not on the data.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "metrics/core/metric.h"
#include "metrics/estimate/cluster_sums.h"
#include "metrics/estimate/draw.h"
#include "metrics/estimate/interval.h"

namespace keur {

struct Alternative {
  std::string_view name;             // jackknife | bootstrap | macro-mean
  std::optional<double> value;       // nullopt: cannot be computed
  std::optional<Interval> interval;  // nullopt: nothing to be said, such as without any spread
};

// Of one slice, in this order:
//   jackknife   the same value; its standard error from leaving clusters out, about the value and
//               without the factor (G - 1) / G, t with G - 1 degrees of freedom on the scale of the
//               metric. A little longer than the default where clusters are alike (7 % with eight of
//               them), longer still where one of them carries the value.
//   bootstrap   percentile interval over whole clusters.
//   macro-mean  the mean of the clusters' own values, t on the scale of the metric: every speaker
//               counts the same, however much was said.
// An interval on no events, only events or no spread says nothing, and is nullopt.
// Cost: that of the bootstrap.
std::vector<Alternative> alternatives(const Metric& metric, const ClusterSums& sums,
                                      double confidence, const Resampling& sampling);

// Of compared - reference (`scale` linear) or compared / reference (log), as contrast.h has them.
std::vector<Alternative> alternatives(const Metric& metric, const ClusterSums& compared,
                                      const ClusterSums& reference, Scale scale, double confidence,
                                      const Resampling& sampling);

}  // namespace keur
