// SPDX-License-Identifier: Apache-2.0
// What a study can show, before any of its data are in: the chance that each gate passes with the
// speakers planned if the tool is as good as is assumed, the speakers that would be enough, and the
// true values that would pass.
//
// Model: the value of one cluster varies between clusters by v c and within by v (1 - c) / m, where
// v = p (1 - p), c is the intracluster correlation and m the units of a cluster; unequal clusters
// multiply the first by 1 + CV^2 of their sizes. The bound is the one the gate will be judged by:
// Student's t on the log scale (rates, ratios), the logit scale (proportions) or the natural one
// (differences). Where fewer than five independent events are expected, acceptance numbers of the
// exact interval take its place. Sources: metrics/estimate/power.h, planning.h.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "harness/suite/suite.h"

namespace keur {

// The clusters of one side, as planned.
struct PlannedSide {
  long clusters = 0;
  double units = 0;       // words, notes: of the metric's denominator, per cluster; > 0
  double unevenness = 1;  // 1 + CV^2 of the units per cluster; 1: all the same
};

// One finding a gate will have.
struct PlannedPart {
  std::string level;  // as Finding::level
  PlannedSide compared;
  std::optional<PlannedSide> reference;  // of a contrast
  bool paired = false;                   // the same clusters on both sides
  double truth = 0;        // assumed: a value, a difference or a ratio, as the gate's quantity
  double base = 0;         // assumed value of the reference side, in (0, 1); unused without one
  double correlation = 0;  // between the units of one cluster, in [0, 1]
  double pairing = 0;      // between the two values of one cluster, where paired, in [0, 1]
};

enum class PlanModel {
  none,         // the assumed values leave nothing to compute with: every number is missing
  bound,        // one bound, by noncentral t
  equivalence,  // both bounds
  acceptance,   // at most so many events, exact
};

struct PlanCurvePoint {
  long clusters;
  double power;
};

struct PartPlan {
  PlanModel model = PlanModel::none;
  double power = 0;                         // at the planned clusters
  std::optional<long> needed_80, needed_90;  // clusters of the compared side; the other in proportion
  // The true value nearest to the limit that passes with that power.
  std::optional<double> passes_80, passes_90;
  // Of a contrast: the smallest difference (or ratio) a two-sided test finds with that power.
  std::optional<double> detectable_80, detectable_90;
  std::optional<long> accepted;      // of acceptance: events allowed at the planned size; -1: none is
                                     // few enough
  std::optional<long> enough_units;  // units a cluster beyond which more buy almost nothing
  long fewest = 0;                   // clusters of the compared side below which nothing can pass
  std::vector<PlanCurvePoint> curve;  // power against clusters, beyond what is needed or planned
};

// `confidence` is that of the interval (confidence_at_look).
PartPlan plan_part(const Gate& gate, const PlannedPart& part, double confidence);

// The assumption where none is given: half-way between the ideal and the limit: a rate, a miss
// or a difference of half the limit, the root of a ratio. A limit that asks for better than equal is
// exceeded by as much again.
double half_way(const Gate& gate);

}  // namespace keur
