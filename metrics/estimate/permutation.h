// SPDX-License-Identifier: Apache-2.0
// Do two groups of clusters differ more than by which group each happens to be in? Labels are
// exchanged within strata (an accent against another within each site), the statistic computed
// anew, and the p-value is the share of arrangements at least as extreme as the one observed. No
// assumption about shapes; the one it needs is that labels are exchangeable within a stratum under
// "no difference". Source: Fisher (1935), The Design of Experiments; Good (2005), Permutation,
// Parametric and Bootstrap Tests of Hypotheses, 3rd ed., chapter 3.
//
// The statistic is the difference of two ratios of sums: errors / words over the clusters labelled
// `true`, less the same over the others. Cost: one pass over the clusters an arrangement.
#pragma once
#include <cstdint>
#include <optional>
#include <span>

#include "metrics/estimate/draw.h"

namespace keur {

struct Labelled {
  double numerator = 0, denominator = 0;  // whole numbers: sums are exact in any order
  bool compared = false;                  // the group asked about, or the reference
  int stratum = 0;                        // labels change places only within one
};

struct Permutation {
  std::optional<double> difference;  // observed; nullopt where a group has no denominator
  // At least as far from 0 as observed, either way; nullopt with `difference`.
  std::optional<double> p_two_sided;
  std::int64_t arrangements = 0;  // counted or drawn, the observed one among them
  std::int64_t undefined = 0;     // of those, without a statistic: count as extreme
  bool exact = false;             // every arrangement was counted
};

// Every arrangement where there are at most `most_arrangements`, each once; otherwise
// `sampling.replicates` drawn ones, and then the observed one counts as one more:
// p = (1 + extreme) / (1 + replicates), which never is 0 and holds its level at any number of
// replicates (Phipson and Smyth 2010, Statistical Applications in Genetics and Molecular Biology
// 9:39).
inline constexpr std::int64_t most_arrangements = 200'000;
Permutation permutation_test(std::span<const Labelled> clusters, const Resampling& sampling);

}  // namespace keur
