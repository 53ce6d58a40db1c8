// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/more_clusters.h"

#include <algorithm>
#include <cmath>

#include "metrics/estimate/proportion.h"
#include "metrics/estimate/student_t.h"

namespace keur {
namespace {

constexpr double on_the_limit = 1e-9;
constexpr long most_clusters = 1'000'000;

// The interval to expect with `clusters` clusters in all.
Interval expected_interval(const Estimate& now, long clusters) {
  const double growth = static_cast<double>(clusters) / now.clusters;
  if (now.method == Method::exact) {
    const double size = *now.effective_size * growth;
    if (std::isinf(now.interval->upper))
      return {clopper_pearson(size, size, now.confidence).lower, now.interval->upper};
    return clopper_pearson(*now.value * size, size, now.confidence);
  }

  const double centre = to_scale(now.scale, *now.value);
  if (now.method == Method::mover) {
    const double down = centre - to_scale(now.scale, now.interval->lower);
    const double up = to_scale(now.scale, now.interval->upper) - centre;
    return {from_scale(now.scale, centre - down / std::sqrt(growth)),
            from_scale(now.scale, centre + up / std::sqrt(growth))};
  }

  const double freedom =
      *now.degrees_of_freedom * static_cast<double>(clusters - 1) / (now.clusters - 1);
  return symmetric_interval(
      now.scale, *now.value,
      student_t_critical(now.confidence, freedom) * *now.scale_error / std::sqrt(growth));
}

}  // namespace

std::optional<long> more_clusters(const Estimate& estimate, double limit) {
  if (!estimate.value || !estimate.interval) return std::nullopt;
  if (std::abs(*estimate.value - limit) <= on_the_limit) return std::nullopt;
  const auto clears = [&](long clusters) {
    const Interval expected = expected_interval(estimate, clusters);
    return *estimate.value < limit ? expected.upper < limit : expected.lower > limit;
  };

  // Intervals shrink as clusters are added, so the first that clears is found by halving.
  long first = std::max<long>(fewest_clusters, estimate.clusters + 1L);
  long last = std::max(first, most_clusters);
  if (!clears(last)) return std::nullopt;
  while (first < last) {
    const long middle = first + (last - first) / 2;
    if (clears(middle))
      last = middle;
    else
      first = middle + 1;
  }
  return first - estimate.clusters;
}

}  // namespace keur
