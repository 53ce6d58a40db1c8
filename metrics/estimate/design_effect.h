// SPDX-License-Identifier: Apache-2.0
// How many independent units clustered units are worth: the effective size is the size divided by
// the design effect.
#pragma once
#include <optional>
#include <vector>

namespace keur {

// Taken where the data cannot show how alike the units of one cluster are, because no event was
// counted or every cluster has the same value. A cautious choice of this project: over 1,039
// variables from primary care the median was 0.010 and the upper quartile 0.032 (Adams et al.
// 2004, Journal of Clinical Epidemiology 57:785-794).
inline constexpr double planned_intracluster_correlation = 0.05;

// 1 + (m - 1) * correlation with m = sum n^2 / sum n, the mean size weighted by size; never below
// 1. Source: Kish (1965), Survey Sampling, chapter 5; for unequal sizes Donner, Birkett and Buck
// (1981), American Journal of Epidemiology 114:906-914. 1 when the sizes are empty or all 0.
double planned_design_effect(const std::vector<double>& sizes);

// The variance found, over that of `size` independent units: se^2 / (R (1 - R) / size).
// nullopt unless 0 < value < 1.
std::optional<double> observed_design_effect(double value, double standard_error, double size);

}  // namespace keur
