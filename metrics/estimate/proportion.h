// SPDX-License-Identifier: Apache-2.0
// Intervals of a binomial proportion. Clopper-Pearson for gates: it never covers less than it says,
// also at 0 events. Wilson for description: shorter, right on average, too short near 0 and 1 (at
// 0 of 300 its one-sided 95 % bound is 0.89 % where the exact one is 0.99 %).
//
// `events` and `trials` need not be whole: with clustered data they are divided by the design
// effect first. 0 <= events <= trials. No trials know nothing: [0, 1]. At 0 events the lower bound
// is exactly 0, at `trials` events the upper bound exactly 1. Where a level is asked for,
// `confidence` is two-sided and `tail` is the error allowed beyond that one bound.
#pragma once
#include "metrics/estimate/interval.h"

namespace keur {

// Clopper and Pearson (1934), Biometrika 26:404-413, as quantiles of the beta distribution.
double clopper_pearson_lower(double events, double trials, double tail);
double clopper_pearson_upper(double events, double trials, double tail);
Interval clopper_pearson(double events, double trials, double confidence);

// P(X <= events) of the binomial that these bounds invert. 0 below 0, 1 where events >= trials. Needs
// 0 < rate < 1.
double binomial_at_most(double events, double trials, double rate);

// Wilson (1927), Journal of the American Statistical Association 22:209-212.
Interval wilson(double events, double trials, double confidence);

// Interval of a/n - b/m for independent samples. Newcombe (1998), Statistics in Medicine
// 17:873-890, method 10.
Interval newcombe(double a, double n, double b, double m, double confidence);

}  // namespace keur
