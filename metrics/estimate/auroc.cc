// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/auroc.h"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <vector>

#include "metrics/estimate/boost_policy.h"
#include "metrics/estimate/linearise.h"
#include "metrics/estimate/student_t.h"

namespace keur {
namespace {

// For each observation the share of the other side that it is on the right side of, ties half;
// their mean on either side is the area.
struct Placements {
  double area = 0;
  std::vector<double> of_positives, of_others;
};

double share_below(const std::vector<double>& sorted, double score) {
  const auto below = std::lower_bound(sorted.begin(), sorted.end(), score) - sorted.begin();
  const auto not_above = std::upper_bound(sorted.begin(), sorted.end(), score) - sorted.begin();
  return static_cast<double>(below + not_above) / 2 / static_cast<double>(sorted.size());
}

Placements placements(std::span<const Observation> observations) {
  std::vector<double> positives, others;
  for (const Observation& one : observations)
    (one.positive ? positives : others).push_back(one.value);
  std::sort(positives.begin(), positives.end());
  std::sort(others.begin(), others.end());
  Placements result;
  result.area = *area_under_curve(observations);
  for (const Observation& one : observations)
    if (one.positive)
      result.of_positives.push_back(share_below(others, one.value));
    else
      result.of_others.push_back(1 - share_below(positives, one.value));
  return result;
}

// Sample covariance over the number of observations: what one side adds to that of the areas.
double part(const std::vector<double>& a, double mean_a, const std::vector<double>& b,
            double mean_b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
  const double n = static_cast<double>(a.size());
  return sum / (n - 1) / n;
}

double covariance(const Placements& a, const Placements& b) {
  return part(a.of_positives, a.area, b.of_positives, b.area) +
         part(a.of_others, a.area, b.of_others, b.area);
}

bool enough(const Placements& placed) {
  return placed.of_positives.size() >= 2 && placed.of_others.size() >= 2;
}

}  // namespace

std::optional<Auroc> auroc(std::span<const Observation> observations, double confidence) {
  if (!area_under_curve(observations)) return std::nullopt;
  const Placements placed = placements(observations);
  Auroc result{placed.area, static_cast<long>(placed.of_positives.size()),
               static_cast<long>(placed.of_others.size()), std::nullopt, std::nullopt};
  if (result.value == 0 || result.value == 1) {
    const double pairs = static_cast<double>(std::min(result.positives, result.others));
    const double bound = std::exp(std::log((1 - confidence) / 2) / pairs);
    result.interval = result.value == 1 ? Interval{bound, 1} : Interval{0, 1 - bound};
    return result;
  }
  if (!enough(placed)) return result;
  const double error = std::sqrt(covariance(placed, placed));
  if (no_spread(error, result.value)) return result;
  result.standard_error = error;
  result.interval = symmetric_interval(
      Scale::logit, result.value,
      normal_critical(confidence) * scale_error(Scale::logit, result.value, error));
  return result;
}

std::optional<AurocDifference> auroc_difference(std::span<const Observation> first,
                                                std::span<const double> second, double confidence) {
  if (first.size() != second.size() || !area_under_curve(first)) return std::nullopt;
  std::vector<Observation> other(first.begin(), first.end());
  for (std::size_t i = 0; i < other.size(); ++i) other[i].value = second[i];
  const Placements a = placements(first), b = placements(other);
  if (!enough(a)) return std::nullopt;
  AurocDifference result{};
  result.value = a.area - b.area;
  result.covariance = covariance(a, b);
  const double variance = covariance(a, a) + covariance(b, b) - 2 * result.covariance;
  // The variance of equal scores is the rounding of three sums of the same squares.
  if (!(variance > 1e-14 * (covariance(a, a) + covariance(b, b)))) return std::nullopt;
  result.standard_error = std::sqrt(variance);
  result.statistic = result.value / result.standard_error;
  result.p_two_sided = boost::math::erfc(std::abs(result.statistic) / std::sqrt(2.0), Quiet());
  result.interval = symmetric_interval(Scale::linear, result.value,
                                       normal_critical(confidence) * result.standard_error);
  return result;
}

}  // namespace keur
