// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/contrast.h"

#include <algorithm>

#include "metrics/estimate/influence.h"
#include "metrics/estimate/linearise.h"
#include "metrics/estimate/student_t.h"

namespace keur {
namespace {

Interval on_scale(Scale scale, Interval interval) {
  return {to_scale(scale, interval.lower), to_scale(scale, interval.upper)};
}

void mover_interval(Estimate& result, const Estimate& a, const Estimate& b) {
  if (!a.interval || !b.interval) return;
  const Interval scaled =
      mover_difference(to_scale(result.scale, *a.value), on_scale(result.scale, *a.interval),
                       to_scale(result.scale, *b.value), on_scale(result.scale, *b.interval));
  result.method = Method::mover;
  result.interval = {from_scale(result.scale, scaled.lower),
                     from_scale(result.scale, scaled.upper)};
}

void unite_cautions(Estimate& result, const Estimate& a, const Estimate& b) {
  for (const Caution caution : {Caution::few_clusters, Caution::dominant_cluster,
                                Caution::unstable_jackknife, Caution::no_spread})
    if (a.has(caution) || b.has(caution)) result.cautions.push_back(caution);
}

// The difference of the two values on `scale`, given back on the natural one.
Estimate contrast(const Metric& metric, const ClusterSums& compared, const ClusterSums& reference,
                  double confidence, Scale scale) {
  const Estimate a = estimate(metric, compared, confidence);
  const Estimate b = estimate(metric, reference, confidence);
  Estimate result;
  result.confidence = confidence;
  result.scale = scale;
  result.cases = a.cases + b.cases;
  result.clusters = std::min(a.clusters, b.clusters);
  result.largest_share = std::max(a.largest_share, b.largest_share);  // nullopt is the smallest
  unite_cautions(result, a, b);
  if (!a.value || !b.value) return result;
  if (scale == Scale::log && !(*a.value > 0 && *b.value > 0)) return result;
  result.value = scale == Scale::log ? *a.value / *b.value : *a.value - *b.value;
  if (result.clusters < 2) return result;

  const Spread found = spread_of_difference(linear_influences(metric, compared)->on(scale),
                                            linear_influences(metric, reference)->on(scale));
  result.paired = found.paired;
  const double size = scale == Scale::log ? 1 : std::max(*a.value, *b.value);
  const bool flat = no_spread(found.error, size);
  if (flat || !a.standard_error || !b.standard_error) {
    const bool both_sides_vary = a.standard_error && b.standard_error;
    if (both_sides_vary && !result.has(Caution::no_spread))
      result.cautions.push_back(Caution::no_spread);
    mover_interval(result, a, b);
    return result;
  }

  result.method = scale == Scale::log ? Method::log_t : Method::linear_t;
  result.scale_error = found.error;
  result.standard_error = scale == Scale::log ? *result.value * found.error : found.error;
  result.degrees_of_freedom = found.degrees_of_freedom;
  result.interval = symmetric_interval(
      scale, *result.value, student_t_critical(confidence, found.degrees_of_freedom) * found.error);
  return result;
}

}  // namespace

Estimate difference(const Metric& metric, const ClusterSums& compared, const ClusterSums& reference,
                    double confidence) {
  return contrast(metric, compared, reference, confidence, Scale::linear);
}

Estimate relative(const Metric& metric, const ClusterSums& compared, const ClusterSums& reference,
                  double confidence) {
  return contrast(metric, compared, reference, confidence, Scale::log);
}

}  // namespace keur
