// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/replicates.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "metrics/estimate/boost_policy.h"

namespace keur {
namespace {

using Normal = boost::math::normal_distribution<double, Quiet>;

// 0.025 times 2000 is 50 and a little in binary, and must count as 50.
constexpr double rank_rounding = 1e-9;

// The value of the rank-th replicate, counted from 1.
double ranked(const Replicates& replicates, std::int64_t rank) {
  const auto found = std::lower_bound(replicates.up_to.begin(), replicates.up_to.end(), rank);
  return replicates.values[static_cast<std::size_t>(found - replicates.up_to.begin())];
}

double count_at(const Replicates& replicates, std::size_t i) {
  return static_cast<double>(replicates.up_to[i] - (i == 0 ? 0 : replicates.up_to[i - 1]));
}

bool has_interval(const Replicates& replicates, double confidence) {
  if (replicates.values.size() < 2) return false;
  const double all = static_cast<double>(replicates.defined() + replicates.undefined);
  return static_cast<double>(replicates.undefined) <= (1 - confidence) / 2 * all;
}

// Added up with Neumaier's compensation (1974, ZAMM 54:39-51), in ascending order of the values.
template <typename Term>
double average(const Replicates& replicates, Term term) {
  double sum = 0, lost = 0;
  for (std::size_t i = 0; i < replicates.values.size(); ++i) {
    const double next_term = count_at(replicates, i) * term(replicates.values[i]);
    const double next = sum + next_term;
    lost +=
        std::abs(sum) >= std::abs(next_term) ? (sum - next) + next_term : (next_term - next) + sum;
    sum = next;
  }
  return (sum + lost) / static_cast<double>(replicates.defined());
}

}  // namespace

Replicates tally(std::vector<std::pair<double, std::int64_t>> found, std::int64_t undefined) {
  std::sort(found.begin(), found.end());
  Replicates result;
  result.undefined = undefined;
  for (const auto& [value, count] : found) {
    if (result.values.empty() || result.values.back() != value) {
      result.up_to.push_back(result.defined());
      result.values.push_back(value);
    }
    result.up_to.back() += count;
  }
  return result;
}

std::optional<double> mean(const Replicates& replicates) {
  if (replicates.values.empty()) return std::nullopt;
  return average(replicates, [](double value) { return value; });
}

std::optional<double> standard_deviation(const Replicates& replicates) {
  const auto centre = mean(replicates);
  if (!centre) return std::nullopt;
  return std::sqrt(
      average(replicates, [&](double value) { return (value - *centre) * (value - *centre); }));
}

std::optional<Position> position(const Replicates& replicates, double value) {
  if (replicates.values.empty()) return std::nullopt;
  const auto at = std::lower_bound(replicates.values.begin(), replicates.values.end(), value);
  const auto i = static_cast<std::size_t>(at - replicates.values.begin());
  const double all = static_cast<double>(replicates.defined());
  Position result;
  if (i > 0) result.below = static_cast<double>(replicates.up_to[i - 1]) / all;
  if (at != replicates.values.end() && *at == value) result.equal = count_at(replicates, i) / all;
  return result;
}

std::optional<double> quantile_type_1(const Replicates& replicates, double share) {
  if (replicates.values.empty()) return std::nullopt;
  const double rank = share * static_cast<double>(replicates.defined());
  return ranked(replicates,
                std::clamp(static_cast<std::int64_t>(std::ceil(rank - rank_rounding * rank)),
                           std::int64_t{1}, replicates.defined()));
}

std::optional<double> quantile_type_7(const Replicates& replicates, double share) {
  if (replicates.values.empty()) return std::nullopt;
  const double place = share * static_cast<double>(replicates.defined() - 1);
  const double whole = std::floor(place);
  const auto rank = static_cast<std::int64_t>(whole) + 1;
  const double below = ranked(replicates, rank);
  if (rank == replicates.defined()) return below;
  return below + (place - whole) * (ranked(replicates, rank + 1) - below);
}

std::optional<Interval> percentile_interval(const Replicates& replicates, double confidence) {
  if (!has_interval(replicates, confidence)) return std::nullopt;
  const double tail = (1 - confidence) / 2;
  return Interval{*quantile_type_1(replicates, tail), *quantile_type_1(replicates, 1 - tail)};
}

std::optional<Interval> basic_interval(const Replicates& replicates, double value,
                                       double confidence) {
  const auto percentile = percentile_interval(replicates, confidence);
  if (!percentile) return std::nullopt;
  return Interval{2 * value - percentile->upper, 2 * value - percentile->lower};
}

std::optional<BcaInterval> bca_interval(const Replicates& replicates, double value,
                                        const std::vector<double>& without_each,
                                        double confidence) {
  if (!has_interval(replicates, confidence)) return std::nullopt;
  const Position place = *position(replicates, value);
  const double below = place.below + place.equal / 2;
  if (!(below > 0 && below < 1)) return std::nullopt;

  double centre = 0, squares = 0, cubes = 0;
  for (const double without : without_each)
    centre += without / static_cast<double>(without_each.size());
  for (const double without : without_each) {
    const double distance = centre - without;
    squares += distance * distance;
    cubes += distance * distance * distance;
  }
  if (!(squares > 0)) return std::nullopt;

  BcaInterval result;
  result.bias = quantile(Normal(), below);
  result.acceleration = cubes / (6 * squares * std::sqrt(squares));
  const double z = quantile(complement(Normal(), (1 - confidence) / 2));
  const auto adjusted = [&](double bound) -> std::optional<double> {
    const double moved = result.bias + bound;
    const double left = 1 - result.acceleration * moved;
    if (!(left > 0)) return std::nullopt;
    return cdf(Normal(), result.bias + moved / left);
  };
  const auto lower = adjusted(-z), upper = adjusted(z);
  if (!lower || !upper) return std::nullopt;
  result.lower_share = *lower;
  result.upper_share = *upper;
  result.interval = {*quantile_type_1(replicates, *lower), *quantile_type_1(replicates, *upper)};
  return result;
}

}  // namespace keur
