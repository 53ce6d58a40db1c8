// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "harness/judge/judge.h"
#include "metrics/estimate/more_clusters.h"

namespace keur {

Acceptable acceptable(Direction direction, GateQuantity quantity, double limit) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  switch (direction) {
    case Direction::at_most:
      return {-infinity, limit};
    case Direction::at_least:
      return {limit, infinity};
    case Direction::within:
      return quantity == GateQuantity::ratio ? Acceptable{1 / limit, limit}
                                             : Acceptable{-limit, limit};
  }
  return {infinity, -infinity};
}

Finding judge_estimate(Estimate estimate, const Acceptable& range) {
  Finding finding;
  finding.estimate = std::move(estimate);
  const Estimate& given = finding.estimate;
  const auto decide = [&](Verdict verdict, Reason reason) {
    finding.verdict = verdict;
    finding.reason = reason;
  };
  if (!given.value) {
    decide(Verdict::not_estimable, Reason::undefined);
    return finding;
  }
  if (given.has(Caution::few_clusters)) {
    decide(Verdict::inconclusive, Reason::few_clusters);
  } else if (!given.interval) {
    decide(Verdict::inconclusive, Reason::no_interval);
  } else {
    const Interval& found = *given.interval;
    // A side without a limit is met by any bound, an infinite one included.
    const bool has_low = std::isfinite(range.low), has_high = std::isfinite(range.high);
    if ((!has_high || found.upper - range.high < -guard_band) &&
        (!has_low || range.low - found.lower < -guard_band))
      decide(Verdict::pass, Reason::clears_limit);
    else if ((has_high && found.lower - range.high > guard_band) ||
             (has_low && range.low - found.upper > guard_band))
      decide(Verdict::fail, Reason::beyond_limit);
    else
      decide(Verdict::inconclusive, Reason::limit_inside);
  }
  if (finding.verdict == Verdict::inconclusive) {
    // Between two limits the farther one needs the most.
    std::optional<long> most = 0;
    for (const double limit : {range.low, range.high})
      if (std::isfinite(limit)) {
        const auto more = more_clusters(given, limit);
        most = more && most ? std::optional(std::max(*most, *more)) : std::nullopt;
      }
    finding.more_clusters = most;
  }
  return finding;
}

}  // namespace keur
