// SPDX-License-Identifier: Apache-2.0
// Where rank statistics fall when there is no difference and no ties: how far from the middle the
// limits of Hodges-Lehmann estimates lie.
#pragma once
#include <vector>

namespace keur {

// P(W <= w), w = 0, 1, ..., n (n + 1) / 2: W the sum of the ranks 1..n of which each is in the sum
// or not with equal chance (Wilcoxon's signed ranks). Cost: n^3 / 2; memory n^2 / 2.
std::vector<double> signed_rank_distribution(int n);

// P(U <= u), u = 0, 1, ..., m n: U the number of pairs in which an observation of the first sample,
// of m, is above one of the second, of n, all orders being equally likely (Mann and Whitney 1947,
// Annals of Mathematical Statistics 18:50-60, their recurrence). Cost and memory: m n^2 m and m
// n^2.
std::vector<double> rank_sum_distribution(int m, int n);

}  // namespace keur
