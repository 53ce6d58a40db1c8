// SPDX-License-Identifier: Apache-2.0
// The linearised (Taylor) standard error of a metric over clusters. Near the total, the value moves
// with the sums along its gradient, so cluster g moves it by u_g = gradient(total) . sums_g; for a
// ratio that is (e_g - R n_g) / sum n. Because a metric is a function of sums, one routine serves
// word error rate, F1 and a product of ratios alike.
// Source: Cochran (1977), Sampling Techniques, 3rd ed., chapter 6; Woodruff (1971), Journal of the
// American Statistical Association 66:411-414, for functions of several totals.
#pragma once
#include <optional>
#include <vector>

#include "metrics/core/metric.h"
#include "metrics/estimate/cluster_sums.h"

namespace keur {

// A metric on a slice, opened up by cluster. Clusters that say nothing about the metric (a speaker
// without a single negation, for a rate of lost negations) are left out: counting them would
// promise degrees of freedom that are not there. A cluster counts when the metric is defined on it
// alone or when it moves the value.
struct Linearised {
  Evaluation total;
  ClusterSums sums;                  // the clusters that count; `cases` as in the whole slice
  std::vector<double> influence;     // u_g; they add up to 0
  std::vector<double> denominators;  // of the metric on cluster g alone, 0 where undefined there

  int clusters() const { return static_cast<int>(influence.size()); }
};

// nullopt where the metric is undefined on the total. Cost: one evaluation per cluster.
std::optional<Linearised> linearise(const Metric& metric, const ClusterSums& sums);

// Sum of squares with Neumaier's compensation (1974, ZAMM 54:39-51), in the order given.
double sum_of_squares(const std::vector<double>& terms);

// sqrt(G / (G - 1) * sum u_g^2); 0 for fewer than two clusters, which callers must not use.
double linearised_error(const std::vector<double>& influence);

// Every cluster has the same value (or there are no events): the standard error is 0 up to
// rounding, which says nothing about the next cluster. `size` is what the error is small against.
bool no_spread(double standard_error, double size);

}  // namespace keur
