// SPDX-License-Identifier: Apache-2.0
// Every metric on every slice the report shows, whether a gate asks for it or not: nobody can leave
// out the number that does not flatter.
#pragma once
#include <vector>

#include "harness/run/ledger.h"
#include "harness/suite/suite.h"
#include "metrics/estimate/estimate.h"

namespace keur {

struct SliceEstimate {
  std::size_t task = 0;
  const Metric* metric = nullptr;
  std::string group, level;  // empty: everybody
  std::string condition;     // empty: all conditions pooled, or none declared
  Estimate estimate;
};

// For each task: all cases; each condition, baseline first; each level of each group (within the
// baseline where there are conditions), levels in alphabetical order.
std::vector<SliceEstimate> measure_slices(const Suite& suite, const std::vector<Ledger>& ledgers);

// Conditions of a task, baseline first, the others as the suite declares them, or in order of
// appearance where it does not.
std::vector<std::string> conditions_in_order(const Task& task, const Ledger& ledger);

}  // namespace keur
