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
  clears_limit,         // pass: the whole interval is on the good side
  beyond_limit,         // fail: the whole interval is on the other side
  limit_inside,         // inconclusive: the interval holds the limit, or touches it within 1e-9
  worse_size_unknown,   // inconclusive: the group is worse, but by less than the margin or more?
  few_clusters,         // inconclusive: fewer clusters than an interval can rest on
  small_group,          // inconclusive: fewer clusters than a group is judged on
  hidden_group,         // inconclusive: so few that showing the group could show a person
  no_interval,          // inconclusive: one cluster only, or no spread to see
  many_comparisons,     // inconclusive: beyond the limit, but one of so many is by chance (Holm)
  other_way_disagrees,  // inconclusive: another way of computing gives another verdict
  incomplete,           // inconclusive: a declared condition lacks cases that the baseline has
  undefined,            // not estimable: an empty denominator, or a ratio to zero
};

// The same question answered in another way (metrics/estimate/alternatives.h), or on the counts of a
// stricter normaliser.
struct Check {
  std::string name;  // jackknife | bootstrap | macro-mean | the normaliser
  std::optional<double> value;
  std::optional<Interval> interval;
  Verdict verdict = Verdict::not_estimable;  // by the interval alone
};

// One estimate against the gate's limit.
struct Finding {
  std::string level;  // the group or condition compared; empty where nothing is compared
  Estimate estimate;  // of a hidden group: nothing but how many clusters it has
  Verdict verdict = Verdict::not_estimable;
  Reason reason = Reason::undefined;
  std::optional<long> more_clusters;  // would decide it, if value and spread stay as they are
  long left_out = 0;                  // cases without a counterpart in the other condition
  long lacking = 0;                   // cases of the baseline that a declared condition lacks
  std::vector<Check> checks;          // where the verdict is pass or fail, or was before them
  std::string disagrees;              // the check that overturned it, the first one
  // Of a comparison of groups: the chance of a difference this large between equal groups, alone and
  // among all comparisons of groups of the task (Holm).
  std::optional<double> p_value, p_holm;
};

struct GateFinding {
  std::vector<Finding> parts;  // one; for a group contrast one a level
  Verdict verdict = Verdict::not_estimable;
  bool decides = true;  // false: severity should, or skipped because nothing could be estimated
};

struct Judgement {
  std::vector<GateFinding> gates;  // as the suite has them
  Verdict verdict = Verdict::not_estimable;
  int exit_code = 1;  // 0 passed, 1 failed, 3 inconclusive
};

// Bounds nearer to the limit than this decide nothing: other machines may round otherwise.
inline constexpr double guard_band = 1e-9;

// A group is judged on ten clusters or more, and shown from five on: conventions of this project,
// for the reliability of the interval and for the privacy of the few.
inline constexpr int fewest_group_clusters = 10;
inline constexpr int fewest_shown_clusters = 5;

// What passes: [low, high], either of them infinite where the gate sets no limit on that side.
struct Acceptable {
  double low, high;
};
Acceptable acceptable(Direction direction, GateQuantity quantity, double limit);

// Verdict, reason and more_clusters of an estimate.
Finding judge_estimate(Estimate estimate, const Acceptable& range);

// One ledger a task, in suite order; every level the gates name exists (check_levels). `stricter`:
// the same tasks counted under a stricter normaliser, nullptr where there is none; empty: none at
// all. A gate that passes or fails is asked again in every way of alternatives.h and on the stricter
// counts (there, metrics of words only); where any of them disagrees, it is inconclusive. Where a
// declared condition it looks at lacks cases, it does not pass either: those left out may be the
// hard ones.
Judgement judge(const Suite& suite, const std::vector<Ledger>& ledgers,
                const std::vector<const Ledger*>& stricter = {});

// Levels and conditions that gates name and the data do not hold, declared conditions without a
// case and cases without a declared condition, and groups no case has.
void check_levels(const Suite& suite, const std::vector<Ledger>& ledgers, Diagnostics& problems);

// Gates that these data could never decide, because a side of them has fewer clusters than an
// interval can rest on. `keur check` refuses them; a run judges them inconclusive.
void check_sizes(const Suite& suite, const std::vector<Ledger>& ledgers, Diagnostics& problems);

}  // namespace keur
