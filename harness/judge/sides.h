// SPDX-License-Identifier: Apache-2.0
// What a gate looks at: a slice, or two slices that are compared; several pairs where each level of
// a group, or each condition, is compared with one reference.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "harness/judge/slice.h"
#include "harness/suite/suite.h"

namespace keur {

struct Sides {
  std::string level;  // the group, intersection or condition compared; empty: nothing is compared
  ClusterSums compared;
  std::optional<ClusterSums> reference;
  long left_out = 0;  // cases without a counterpart in the other condition
  // Cases of the baseline that a declared condition the gate looks at does not have.
  long lacking = 0;
};

// At least one, except where a group has no level but the reference. Groups in alphabetical order,
// so that the order of the cases changes nothing; conditions in the order of the report. Every level
// the gate names exists (check_levels).
std::vector<Sides> sides_of(const Suite& suite, const Gate& gate, const Ledger& ledger);

// The rows a gate looks at before it compares anything: its condition and its groups.
Slice slice_of(const Task& task, const Gate& gate, const Ledger& ledger);

// A declared condition that does not have every case of the baseline.
struct ConditionGap {
  std::string condition;
  long baseline_cases = 0, lacking = 0;  // cases of the baseline, and those of them it does not have
};

// In the order of the report; none where the suite declares no levels. Every level has a case
// (check_levels).
std::vector<ConditionGap> condition_gaps(const Task& task, const Ledger& ledger);

// Whether the gate compares conditions.
bool compares_conditions(const Task& task, const Gate& gate);

}  // namespace keur
