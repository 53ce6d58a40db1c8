// SPDX-License-Identifier: Apache-2.0
// A value and how each cluster moves it: all that a standard error over clusters, and one of a
// difference of two such values, needs. There are three ways to find it, which differ in what they
// assume, and so serve as checks on each other.
#pragma once
#include <optional>
#include <vector>

#include "metrics/core/metric.h"
#include "metrics/estimate/cluster_sums.h"
#include "metrics/estimate/interval.h"

namespace keur {

struct Influences {
  double value = 0;
  std::vector<int> clusters;      // ascending
  std::vector<double> moves;      // of the value, by each of them, ready to be squared and added
  double degrees_of_freedom = 0;  // of that sum: G - 1

  double error() const;  // the root of the sum of squares

  // On a scale: ln R moves by u / R where R moves by u (delta method).
  Influences on(Scale scale) const;
};

// The linearised influences of linearise.h times sqrt(G / (G - 1)). nullopt where the metric is
// undefined on the total.
std::optional<Influences> linear_influences(const Metric& metric, const ClusterSums& sums);

// From the values without each cluster in turn: the value of all minus the value without g. Their
// sum of squares is the jackknife variance about the value, without the factor (G - 1) / G, which is
// never too small on average: Efron and Stein (1981), Annals of Statistics 9:586-596. nullopt below
// two clusters, and where leaving one out leaves the metric undefined.
std::optional<Influences> jackknife_influences(const Metric& metric, const ClusterSums& sums);

// Another question: the plain mean of the clusters' own values, in which a speaker who said little
// counts as much as one who said much. Each moves it by (value_g - mean) / G, times
// sqrt(G / (G - 1)). Clusters on which the metric is undefined are left out; nullopt where none is
// left.
std::optional<Influences> macro_influences(const Metric& metric, const ClusterSums& sums);

// The standard error of a - b, and its degrees of freedom; contrast.h says by which formulas.
// Both sides need two clusters.
struct Spread {
  double error = 0, degrees_of_freedom = 0;
  bool paired = false;  // they share a cluster
};
Spread spread_of_difference(const Influences& a, const Influences& b);

}  // namespace keur
