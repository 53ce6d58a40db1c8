// SPDX-License-Identifier: Apache-2.0
// A metric on a slice: the value, how far it can be trusted, and how that was found out. The same
// struct carries a contrast of two slices (contrast.h).
#pragma once
#include <optional>
#include <vector>

#include "metrics/core/metric.h"
#include "metrics/estimate/cluster_sums.h"
#include "metrics/estimate/interval.h"

namespace keur {

// How the interval was made.
enum class Method {
  none,      // no interval
  log_t,     // linearised error, Student's t on the log scale: nonnegative metrics, ratios
  logit_t,   // the same on the logit scale: proportions
  linear_t,  // the same on the natural scale: differences
  exact,     // Clopper-Pearson on the effective size: no events, only events, or no spread
  mover,     // from the intervals of the two sides: a contrast with such a side
};
const char* name(Method method);  // log-t, cluster-linearised

// What a reader must know before trusting the interval.
enum class Caution {
  few_clusters,        // fewer than `fewest_clusters`: no gate may rest on it
  dominant_cluster,    // one cluster holds more than `largest_fair_share` of the denominator
  unstable_jackknife,  // the jackknife error is more than 1.2 times the linearised one
  no_spread,           // every cluster has the same value: its error cannot be seen
};
const char* name(Caution caution);  // few-clusters

// Below 5 clusters t is long (2.8 at 4 degrees of freedom, 12.7 at 1) and the error it multiplies
// is itself a guess. The limits are conventions of this project.
inline constexpr int fewest_clusters = 5;
inline constexpr double largest_fair_share = 0.25;
inline constexpr double largest_jackknife_ratio = 1.2;

struct Estimate {
  std::optional<double> value;            // nullopt: undefined on these sums
  std::optional<Interval> interval;       // two-sided at `confidence`; nullopt below two clusters
  std::optional<double> standard_error;   // natural scale; nullopt where it would be 0
  double numerator = 0, denominator = 0;  // both 0 for a contrast and an undefined value
  long cases = 0;                         // rows added up; of both sides of a contrast
  int clusters = 0;  // that say something about the metric; the smaller side of a contrast
  std::optional<double> degrees_of_freedom;
  // Observed where the interval rests on the standard error, planned where it is exact; nullopt
  // for contrasts and values of 1 or more that are no proportions.
  std::optional<double> design_effect;
  std::optional<double> effective_size;  // denominator / design_effect
  std::optional<double> largest_share;   // of the denominator in one cluster; of the worse side
  Method method = Method::none;
  Scale scale = Scale::linear;        // the scale `interval` is symmetric on, unless exact
  std::optional<double> scale_error;  // standard error on that scale
  bool paired = false;                // contrast: sides share clusters and were linked by them
  bool uneven = false;  // error and degrees of freedom corrected for clusters of uneven size
  std::vector<Caution> cautions;      // each at most once, in the order of the enum
  double confidence = 0;

  bool has(Caution caution) const;
};

// Needs 0 < confidence < 1. By case:
//   undefined            no value
//   fewer than 2 clusters  value, no interval
//   0 events, or a proportion of 1   exact; the standard error is 0 and says nothing
//   no spread, value below 1         exact, with the caution
//   no spread, value 1 or more       the same with an infinite upper bound
//   otherwise            t on the log or logit scale: clusters - 1 degrees of freedom, or what
//                        leverage.h finds where the clusters are of uneven size
// Cost: two evaluations per cluster.
Estimate estimate(const Metric& metric, const ClusterSums& sums, double confidence);

}  // namespace keur
