// SPDX-License-Identifier: Apache-2.0
// Clusters of uneven size. A cluster that holds the share h of the units pulls the value towards
// itself, so that its own distance from it is too short, and a variance that rests on a few large
// clusters is known less well than their number says. Both are put right as Bell and McCaffrey
// (2002), Survey Methodology 28:169-181, do: the influence of a cluster over sqrt(1 - h) (their
// bias-reduced linearisation, "CR2"), and the degrees of freedom Satterthwaite's method gives that
// sum of squares where units err alike, var(e_g) proportional to n_g:
//
//   1 / df = sum h^2 + (sum q)^2 - sum q^2,   q = h^2 / (1 - h)
//
// The error of one value only: a contrast of two (contrast.h) rests on the differences, and keeps
// the plain factor.
//
// With equal clusters this is sqrt(G / (G - 1)) and G - 1, the usual error; scripts/coverage shows
// what either covers.
#pragma once
#include <vector>

namespace keur {

// Kish's effective number of clusters, (sum n)^2 / sum n^2, as a share of their number: from here on
// sizes count as alike, and the plain error is used.
inline constexpr double alike = 0.85;

struct Leverage {
  std::vector<double> factors;  // of the influences; the error is the root of the sum of squares
  double degrees_of_freedom = 0;
  bool uneven = false;
};

// `sizes` are the denominators by cluster, two at least. Sizes that add up to nothing count as
// alike; one cluster with every unit is worth one degree of freedom.
Leverage leverage(const std::vector<double>& sizes);

}  // namespace keur
