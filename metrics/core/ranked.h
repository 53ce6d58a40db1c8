// SPDX-License-Identifier: Apache-2.0
// The one exception to the law that a metric is a function of column sums: numbers that depend on
// the order of the observations (a 95th percentile, a median saving of time, an area under the
// curve) need the observations themselves. Everything else is a Metric (metric.h); there is no
// third kind.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "metrics/core/metric.h"

namespace keur {

struct Observation {
  double value = 0;       // finite
  bool positive = false;  // has the condition, or is of the sample compared with the other one
};

struct Ranked {
  std::string_view id;         // latency_p95
  std::string_view title;      // 95th percentile of the latency
  std::string_view titel;      // the same in Dutch
  std::string_view meaning;    // one sentence
  std::string_view betekenis;  // the same in Dutch
  Better better;
  std::string_view unit;  // of the value: second
  // nullopt where the observations leave it undefined. Their order does not matter.
  std::optional<double> (*value)(std::span<const Observation> observations);
};

// What such a value is made of. All are undefined without observations.

// The smallest value with at least `share` of the values at or below it (type 1 of Hyndman and Fan
// 1996, American Statistician 50:361-365: always a value that was observed). Needs 0 < share < 1.
// Cost: n.
std::optional<double> percentile(std::span<const Observation> observations, double share);

// Of one sample, of paired differences: the median of the averages (x_i + x_j) / 2 of all pairs
// i <= j. Hodges and Lehmann (1963), Annals of Mathematical Statistics 34:598-611. Cost: n log n.
std::optional<double> hodges_lehmann(std::span<const Observation> observations);

// Of two samples: the median of the differences x_i - y_j, positive ones less the others (the same
// source). Undefined where one is empty. Cost: n log n.
std::optional<double> hodges_lehmann_shift(std::span<const Observation> observations);

// The share of pairs of a positive and another observation in which the positive one is higher,
// ties counting half: the area under the receiver operating characteristic (Bamber 1975, Journal of
// Mathematical Psychology 12:387-415). Undefined where one side is empty. Cost: n log n.
std::optional<double> area_under_curve(std::span<const Observation> observations);

}  // namespace keur
