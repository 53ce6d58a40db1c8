// SPDX-License-Identifier: Apache-2.0
// p-values that go with an estimate: is it different from a value, and is it shown to lie within
// two limits? That nothing was found is no proof of equality; two one-sided tests are. Their
// verdict is that of the interval: p below `level` exactly when the interval at 1 - 2 level lies
// inside the limits (90 % for the usual 0.05). Source: Schuirmann (1987), Journal of
// Pharmacokinetics and Biopharmaceutics 15:657-680.
#pragma once
#include <optional>

#include "metrics/estimate/estimate.h"

namespace keur {

// A value with its standard error, on a scale where Student's t applies. An error of 0 is taken at
// its word: p-values are 0, or 1 where the value lies on the limit or beyond.
struct Measured {
  double value = 0, standard_error = 0, degrees_of_freedom = 1;
};

struct Equivalence {
  double t_lower = 0, p_lower = 1;  // against: at `low` or below it
  double t_upper = 0, p_upper = 1;  // against: at `high` or above it
  double p() const { return p_lower > p_upper ? p_lower : p_upper; }
};
// Needs low < high. p_upper alone is the test of non-inferiority where lower is better.
Equivalence equivalence(const Measured& measured, double low, double high);

// Two-sided p-value against `null`.
double p_two_sided(const Measured& measured, double null);

// What an estimate says on its own scale, where its interval rests on t; nullopt where it is exact,
// by MOVER or absent. Limits and null must be brought to that scale too (`to_scale`).
std::optional<Measured> measured(const Estimate& estimate);

}  // namespace keur
