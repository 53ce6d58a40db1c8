// SPDX-License-Identifier: Apache-2.0
// Two runs of the same suite on the same cases: has the tool become worse? The same contrast as
// everywhere: one metric on two sets of rows, linked by their clusters.
#pragma once
#include <string>
#include <vector>

#include "harness/judge/judge.h"

namespace keur {

// The rows of both runs of one task, in the order of the reference data; ids, clusters, groups and
// conditions are the same in both (first_other_case).
struct TwoRuns {
  std::vector<Entry> base, fresh;
};

// The first case that is not the same case in both; nullopt when all are.
std::optional<std::size_t> first_other_case(const TwoRuns& runs);

struct MetricChange {
  std::size_t task = 0;
  const Metric* metric = nullptr;
  const Gate* gate = nullptr;        // nullptr: shown, not judged; all cases, conditions pooled
  Estimate base, fresh, difference;  // fresh - base
  bool unchanged = false;            // no case of it differs: the difference is 0, and known to be
  Finding finding;                   // of gates: pass: no regression beyond the margin; fail: proven
};

// A case that had no error of the task's main metric in one run and has some in the other.
struct Flip {
  std::size_t task = 0;
  const Entry* base = nullptr;
  const Entry* fresh = nullptr;
};

struct Change {
  std::vector<MetricChange> gates;    // the gates on a value, in suite order
  std::vector<MetricChange> metrics;  // every metric of every task
  std::vector<Flip> newly_wrong, newly_right;  // in the order of the reference data
  Verdict verdict = Verdict::inconclusive;
  int exit_code = 3;  // 0 no regression beyond the margins, 1 one is proven, 3 undecided
};

// A gate is judged by the part of its metric that is worse in the fresh run: at most `margin` of the
// gate (0 where it has none). Gates that compare groups or conditions are not judged here. Flips
// point into `runs`.
Change judge_change(const Suite& suite, const std::vector<TwoRuns>& runs);

}  // namespace keur
