// SPDX-License-Identifier: Apache-2.0
// Wilcoxon's signed-rank test: do paired differences (one a speaker: tool A less tool B, minutes
// before less after) lean to one side? Given no difference, every sign is a fair coin; the p-value
// is exact over the 2^n sign patterns of the ranks at hand, ties included, by counting how many
// patterns reach each sum. Source: Wilcoxon (1945), Biometrics Bulletin 1:80-83; Hollander, Wolfe
// and Chicken (2014), Nonparametric Statistical Methods, 3rd ed., section 3.1; the conditional
// distribution under ties is Hajek's, and counting it by convolution Streitberg and Roehmel's
// (1986, Statistical Software Newsletter 12:10-17).
//
// Differences are rounded to 1e-10 first, as 0.3 - 0.2 and 0.2 - 0.1 are meant to be ties; those
// that are 0 then are dropped and counted.
// Cost: n times the sum of ranks, so n^3 / 3: for a thousand about half a second.
#pragma once
#include <optional>
#include <span>

namespace keur {

struct SignedRank {
  long differences = 0;
  long nonzero = 0;     // zeros said nothing and were left out
  double positive = 0;  // sum of the mid-ranks of the positive differences
  double negative = 0;  // and of the negative ones; together n (n + 1) / 2 over the nonzero
  // 1 each where every difference is 0. Exact up to `most_exact_ranks`; above that the normal tail
  // with half a rank of correction, which is then within 1e-4 of it.
  double p_two_sided = 1, p_less = 1, p_greater = 1;  // less: differences lean below 0
  bool exact = true;
  // sum t^3 - t over groups of t tied sizes, and the variance n (n+1) (2n+1) / 24 - that / 48.
  double tie_term = 0, variance = 0;
  // The normal approximation, for comparison with published figures: without and with half a rank
  // of continuity correction towards the middle. nullopt where every difference is 0.
  struct Normal {
    double statistic, p_two_sided;
  };
  std::optional<Normal> normal, normal_corrected;
  // (positive - negative) / (positive + negative), from -1 to 1: Kerby (2014), Comprehensive
  // Psychology 3:1. nullopt where every difference is 0.
  std::optional<double> rank_biserial;
};

// Nonzero differences up to which every pattern of signs is counted.
inline constexpr long most_exact_ranks = 1000;

// Finite differences below 1e8.
SignedRank signed_rank(std::span<const double> differences);

}  // namespace keur
