// SPDX-License-Identifier: Apache-2.0
// The power of one finding of a gate at any true value and any number of clusters (plan.h).
#pragma once
#include <optional>

#include "harness/judge/plan.h"
#include "metrics/estimate/interval.h"
#include "metrics/estimate/power.h"

namespace keur {

class PowerModel {
 public:
  PowerModel(const Gate& gate, const PlannedPart& part, double confidence);

  PlanModel kind() const { return kind_; }
  Scale scale() const { return scale_; }
  // Clusters of the compared side below which the gate is never more than inconclusive.
  long fewest() const { return fewest_; }

  // With that many clusters on the compared side, the other side in the planned proportion. 0 below
  // `fewest`.
  double power(double truth, long clusters) const;

  // A truth as far on the good side of the limit as a search need go, inside the domain of the scale.
  double best() const;

  // Of a contrast, at the planned size: a difference, or a ratio above 1. nullopt below `fewest`.
  std::optional<double> detectable(double power) const;

  // Of acceptance only. Cost: a search for each number of events until one suffices.
  std::optional<long> accepted(long clusters) const;
  std::optional<long> needed_by_acceptance(double power) const;

 private:
  // Of the value of one cluster.
  double variance(double value, const PlannedSide& side) const;
  double between(double value, const PlannedSide& side) const;
  std::optional<Precision> precision(double truth, double clusters) const;
  double reference_clusters(double clusters) const;

  // Acceptance works on events that should be few: errors, or misses of a share that should be high.
  double events_rate(double value) const;
  double independent_units(double clusters) const;
  double chance_of_at_most(long events, double units, double rate) const;
  long acceptance_number(double units) const;

  const Gate& gate_;
  const PlannedPart& part_;
  double level_;  // allowed beyond one bound
  Scale scale_;
  PlanModel kind_ = PlanModel::bound;
  long fewest_ = 0;
};

}  // namespace keur
