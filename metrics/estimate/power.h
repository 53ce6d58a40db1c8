// SPDX-License-Identifier: Apache-2.0
// What a study of so many speakers can find out, by the t-tests that will be made of it: how likely
// it succeeds, how many speakers it needs, and what it could not see. One value a speaker; `spread`
// is the standard deviation of those values between speakers, in the unit of the metric. Sizes are
// speakers; levels are the chance of a wrong claim.
// Source: noncentral t, Johnson and Welch (1940), Biometrika 31:362-389; equivalence, Phillips
// (1990), Journal of Pharmacokinetics and Biopharmaceutics 18:137-144.
//
// Needs spread > 0, 0 < level < 1, distance >= 0 unless said otherwise. Fewer than two speakers (a
// side) have no power: 0. Searches end at a million speakers: nullopt.
// Cost: up to a hundred tail probabilities a search.
#pragma once
#include <optional>

namespace keur {

// What a t-test rests on: the standard error of what is estimated, on the scale of its interval, and
// the degrees of freedom. Everything below is a special case of the three functions that take one.
struct Precision {
  double error, freedom;
};

// P(the bound at 1 - level, one-sided, clears a limit `distance` away from the true value). Negative
// where the true value is on the wrong side of it.
double power_of_bound(double distance, Precision precision, double level);

// The distance at which a two-sided test finds something with that power. nullopt where level >=
// power.
std::optional<double> detectable_distance(Precision precision, double power, double level);

// P(the interval whose two bounds are each at 1 - level lies within `margin` of 0) where the true
// value is `truth`, of either sign.
double power_within(double margin, double truth, Precision precision, double level);

// P(the upper bound at 1 - level, one-sided, falls below a limit) where the true value lies
// `distance` below it. For the two-sided 95 % bound of a gate take level 0.025.
double power_below_limit(double distance, double spread, long speakers, double level);

// The fewest speakers for which it is at least `power`. nullopt where the true value is at the
// limit.
std::optional<long> speakers_needed(double distance, double spread, double power, double level);

struct GroupSizes {
  long first = 0, second = 0;
};

// P(a two-sided test finds a difference between two groups whose true values are `difference`
// apart).
double power_of_difference(double difference, double spread, GroupSizes speakers, double level);

// The smallest true difference found with that power: what "no difference was found" leaves open.
// nullopt without two speakers a side or where level >= power.
std::optional<double> detectable_difference(double spread, GroupSizes speakers, double power,
                                            double level);

// P(two one-sided tests, each at `level`, show two groups to be within `margin` of each other)
// where their true difference is `difference`, of either sign. Exact (not a product of the two
// sides): integrated over the distribution of the standard error.
double power_of_equivalence(double margin, double difference, double spread, GroupSizes speakers,
                            double level);

// The smallest margin that can be proved with that power. nullopt as above.
std::optional<double> provable_margin(double difference, double spread, GroupSizes speakers,
                                      double power, double level);

}  // namespace keur
