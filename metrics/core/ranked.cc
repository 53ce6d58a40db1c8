// SPDX-License-Identifier: Apache-2.0
#include "metrics/core/ranked.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "metrics/core/pairwise.h"

namespace keur {
namespace {

struct TwoSamples {
  std::vector<double> positive, other;  // each ascending
};

TwoSamples ordered(std::span<const Observation> observations) {
  TwoSamples result;
  for (const Observation& one : observations)
    (one.positive ? result.positive : result.other).push_back(one.value);
  std::sort(result.positive.begin(), result.positive.end());
  std::sort(result.other.begin(), result.other.end());
  return result;
}

std::vector<double> values(std::span<const Observation> observations) {
  std::vector<double> result;
  result.reserve(observations.size());
  for (const Observation& one : observations) result.push_back(one.value);
  return result;
}

}  // namespace

std::optional<double> percentile(std::span<const Observation> observations, double share) {
  if (observations.empty()) return std::nullopt;
  std::vector<double> all = values(observations);
  const std::size_t rank = percentile_rank(all.size(), share);
  std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(rank - 1), all.end());
  return all[rank - 1];
}

std::optional<double> hodges_lehmann(std::span<const Observation> observations) {
  if (observations.empty()) return std::nullopt;
  std::vector<double> all = values(observations);
  std::sort(all.begin(), all.end());
  return PairAverages(all).median();
}

std::optional<double> hodges_lehmann_shift(std::span<const Observation> observations) {
  const TwoSamples samples = ordered(observations);
  if (samples.positive.empty() || samples.other.empty()) return std::nullopt;
  return PairDifferences(samples.positive, samples.other).median();
}

std::optional<double> area_under_curve(std::span<const Observation> observations) {
  const TwoSamples samples = ordered(observations);
  if (samples.positive.empty() || samples.other.empty()) return std::nullopt;
  std::int64_t doubled = 0;  // 2 for each pair in order, 1 for each tie
  std::size_t below = 0, not_above = 0;
  for (const double score : samples.positive) {
    while (below < samples.other.size() && samples.other[below] < score) ++below;
    while (not_above < samples.other.size() && samples.other[not_above] <= score) ++not_above;
    doubled += static_cast<std::int64_t>(below + not_above);
  }
  return static_cast<double>(doubled) / 2 /
         (static_cast<double>(samples.positive.size()) * static_cast<double>(samples.other.size()));
}

}  // namespace keur
