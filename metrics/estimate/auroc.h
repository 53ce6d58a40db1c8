// SPDX-License-Identifier: Apache-2.0
// How well a score tells those who have a condition from those who do not: the area under the
// curve, its error, and the difference of two scores of the same patients. Source: DeLong, DeLong
// and Clarke-Pearson (1988), Biometrics 44:837-845, their placement values in n log n by mid-ranks
// (Sun and Xu 2014, IEEE Signal Processing Letters 21:1389-1393). The patients are taken for
// independent; where they are not, ranked_bootstrap.h.
#pragma once
#include <optional>
#include <span>

#include "metrics/core/ranked.h"
#include "metrics/estimate/interval.h"

namespace keur {

struct Auroc {
  double value;
  long positives, others;
  // Of the placement values, S10 / positives + S01 / others. nullopt with fewer than two on either
  // side, and where it is 0: every pair in order, every pair reversed, or every score tied, none of
  // which says how the next patient will fall.
  std::optional<double> standard_error;
  // Normal, on the logit scale, with the standard error. With every pair in order: from
  // tail^(1 / k), k = min(positives, others), to 1, tail = (1 - confidence) / 2: k disjoint pairs
  // were all in order, which has chance value^k or less, so the bound is exact, and cautious.
  // Reversed the mirror image. nullopt otherwise.
  std::optional<Interval> interval;
};

// nullopt where one side is empty. Cost: n log n.
std::optional<Auroc> auroc(std::span<const Observation> observations, double confidence);

struct AurocDifference {
  double value;  // first - second
  double covariance, standard_error;
  double statistic, p_two_sided;  // normal
  Interval interval;              // value +- z se, which may leave [-1, 1]
};

// Two scores of the same patients, in the same order, `positive` of the first. nullopt with fewer
// than two on either side and where the difference has no spread (a score against itself).
std::optional<AurocDifference> auroc_difference(std::span<const Observation> first,
                                                std::span<const double> second, double confidence);

}  // namespace keur
