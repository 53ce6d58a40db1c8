// SPDX-License-Identifier: Apache-2.0
// Two outputs on the same cases, of which only those count where one is right and the other wrong:
// McNemar's test. The sign test is the same test on clusters that go up or down. Given no
// difference, each discordant case is a fair coin, so the p-value is a binomial tail and exact at
// every size: no normal approximation, whose continuity correction NIST's sc_stats gets wrong from
// 21 discordant cases on (45 against 55 comes out as p < 0.001; it is 0.368).
//
// Cases of one cluster are not independent coins. Where clusters repeat, count one sign a cluster
// (the sign test) or use the differences themselves (signed_rank.h).
// Cost: constant, through the incomplete beta function.
#pragma once

namespace keur {

struct Discordant {
  // Two-sided: min(1, 2 P(X <= min(first, second))), X binomial with probability 1/2. 1 where both
  // are equal or there is no discordant case. Source: McNemar (1947), Psychometrika 12:153-157,
  // with the exact tail in place of chi-squared.
  double p_exact = 1;
  // P(X = min) less: closer to its level on average, but not guaranteed to hold it. Where both are
  // equal 1 - P(X = min), so that it stays below 1. Source: Fagerland, Lydersen and Laake (2013),
  // BMC Medical Research Methodology 13:91.
  double p_mid = 1;
  // P(X <= first): small where `first` is suspiciously few.
  double p_first_fewer = 1;
};

// `first`: cases only the first got wrong (or clusters where it is worse); `second`: only the
// second. Neither is negative.
Discordant discordant_test(long first, long second);

// McNemar's statistic (|b - c| - correction)^2 / (b + c), at least 0 inside the square, and its
// p-value with one degree of freedom: for comparison with published figures. `correction` is 0 or 1
// (Edwards 1948, Psychometrika 13:185-187). 0 and 1 without discordant cases.
struct ChiSquared {
  double statistic = 0, p = 1;
};
ChiSquared mcnemar_chi_squared(long first, long second, int correction);

}  // namespace keur
