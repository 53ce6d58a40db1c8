// SPDX-License-Identifier: Apache-2.0
// Gates and verdicts. A gate passes when the interval lies on the good side of its limit, fails
// when it lies on the other side, and is inconclusive otherwise: a verdict is never better than its
// evidence. The reason is kept as a fact; report/ puts it into words.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "harness/run/ledger.h"
#include "harness/suite/suite.h"
#include "metrics/estimate/estimate.h"

namespace keur {

enum class Verdict { pass, fail, inconclusive, not_estimable };
const char* name(Verdict verdict);

enum class Reason {
  clears_limit,  // pass: the whole interval is on the good side
  beyond_limit,  // fail: the whole interval is on the other side
  limit_inside,  // inconclusive: the interval holds the limit, or touches it within 1e-9
  few_clusters,  // inconclusive: fewer clusters than an interval can rest on
  no_interval,   // inconclusive: one cluster only, or no spread to see
  undefined,     // not estimable: an empty denominator, or a ratio to zero
};

// One estimate against the gate's limit.
struct Finding {
  std::string level;  // the group or condition compared; empty where nothing is compared
  Estimate estimate;
  Verdict verdict = Verdict::not_estimable;
  Reason reason = Reason::undefined;
  std::optional<long> more_clusters;  // would decide it, if value and spread stay as they are
  long left_out = 0;                  // cases without a counterpart in the other condition
};

struct GateFinding {
  std::vector<Finding> parts;  // one; for a group contrast one a level
  Verdict verdict = Verdict::not_estimable;
};

struct Judgement {
  std::vector<GateFinding> gates;  // as the suite has them
  Verdict verdict = Verdict::not_estimable;
  int exit_code = 1;  // 0 passed, 1 failed, 3 inconclusive
};

// Bounds nearer to the limit than this decide nothing: other machines may round otherwise.
inline constexpr double guard_band = 1e-9;

// Verdict, reason and more_clusters of an estimate.
Finding judge_estimate(Estimate estimate, Direction direction, double limit);

// One ledger a task, in suite order; every level the gates name exists (check_levels).
Judgement judge(const Suite& suite, const std::vector<Ledger>& ledgers);

// Levels and conditions that gates name and the data do not hold, and groups no case has.
void check_levels(const Suite& suite, const std::vector<Ledger>& ledgers, Diagnostics& problems);

}  // namespace keur
