// SPDX-License-Identifier: Apache-2.0
// Events per unit of exposure (errors per word, invented words per minute), exactly: for rare
// events and for groups without any, where a regression has nothing to hold on to. Events are taken
// for a Poisson process; where they come in clusters, divide events and exposure by the design
// effect first (they need not be whole).
//
// events >= 0 and exposure > 0; without exposure nothing is known: [0, infinity].
#pragma once
#include <optional>

#include "metrics/estimate/interval.h"

namespace keur {

// Garwood (1936), Biometrika 28:437-442, as quantiles of the gamma distribution. At 0 events the
// lower bound is exactly 0. `tail` is the error allowed beyond that one bound.
double garwood_lower(double events, double exposure, double tail);
double garwood_upper(double events, double exposure, double tail);
Interval garwood(double events, double exposure, double confidence);

struct Events {
  double events = 0, exposure = 0;
};

// The ratio of two rates, compared over reference, given the total number of events: that of the
// compared is then binomial, and Clopper and Pearson's interval of its proportion becomes one of
// the ratio. Exact, also where one side has no events: then one bound is 0 or infinity. Source:
// Przyborowski and Wilenski (1940), Biometrika 31:313-323. [0, infinity] where neither side has
// any.
Interval exact_rate_ratio(Events compared, Events reference, double confidence);

// Two-sided p-value for equal rates by the same argument: the probability of all splits no likelier
// than the observed one. Events must be whole. 1 without events.
double exact_rate_ratio_p(Events compared, Events reference);

// exp(log ratio +- z sqrt(1/a + 1/b)): the Poisson regression of two totals. nullopt where a side
// has no events.
struct RateRatio {
  double ratio, log_error;
  Interval interval;
};
std::optional<RateRatio> normal_rate_ratio(Events compared, Events reference, double confidence);

}  // namespace keur
