// SPDX-License-Identifier: Apache-2.0
// Several questions asked of one data set: p-values as they stand once the others are counted.
// "Bias was found in at least one of these groups" needs Holm over the declared family; exploring
// many cells needs Benjamini-Hochberg; "every gate passed" needs neither, since a claim that holds
// only if all tests reject is wrong no more often than its weakest test (intersection-union: Berger
// 1982, Technometrics 24:295-300).
//
// p-values in [0, 1] in, adjusted ones out, in the same order and never below what went in; equal
// p-values stay equal. An empty family gives an empty answer. Cost: a sort.
#pragma once
#include <span>
#include <vector>

namespace keur {

// The chance that even one true hypothesis is rejected stays within the level, whatever the
// dependence: running maximum of (m - i + 1) p_(i), at most 1.
// Source: Holm (1979), Scandinavian Journal of Statistics 6:65-70.
std::vector<double> holm(std::span<const double> p_values);

// The expected share of false ones among the rejected stays within the level, for independent or
// positively dependent tests: running minimum, from the largest down, of m / i * p_(i).
// Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57:289-300.
std::vector<double> benjamini_hochberg(std::span<const double> p_values);

}  // namespace keur
