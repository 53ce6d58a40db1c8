// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/hodges_lehmann.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "metrics/core/pairwise.h"
#include "metrics/estimate/rank_distribution.h"
#include "metrics/estimate/student_t.h"

namespace keur {
namespace {

constexpr std::size_t most_exact_differences = 300;
constexpr std::size_t most_exact_pairs = 2500;

std::vector<double> ascending(std::span<const double> observations) {
  std::vector<double> result(observations.begin(), observations.end());
  std::sort(result.begin(), result.end());
  return result;
}

template <typename Pairs>
HodgesLehmann at_rank(const Pairs& pairs, long rank, double beyond_one_limit) {
  return {pairs.median(),
          rank,
          {pairs.ranked(rank), pairs.ranked(pairs.count() + 1 - rank)},
          1 - 2 * beyond_one_limit};
}

// The limits leave `rank - 1` pairs out on either side; the statistic falls that low with chance
// P(<= rank - 1).
template <typename Pairs>
HodgesLehmann exact(const Pairs& pairs, const std::vector<double>& at_most, double tail) {
  long rank = 1;
  while (at_most[static_cast<std::size_t>(rank)] <= tail) ++rank;
  return at_rank(pairs, rank, at_most[static_cast<std::size_t>(rank) - 1]);
}

template <typename Pairs>
HodgesLehmann approximate(const Pairs& pairs, double variance, double confidence) {
  const double middle = static_cast<double>(pairs.count()) / 2;
  const double reach = normal_critical(confidence) * std::sqrt(variance);
  const long rank = std::max(1L, static_cast<long>(std::floor(middle - reach)));
  return at_rank(pairs, rank, (1 - confidence) / 2);
}

}  // namespace

std::optional<HodgesLehmann> hodges_lehmann_limits(std::span<const double> differences,
                                                   double confidence) {
  if (differences.empty()) return std::nullopt;
  const std::vector<double> sorted = ascending(differences);
  const PairAverages pairs(sorted);
  if (sorted.size() <= most_exact_differences)
    return exact(pairs, signed_rank_distribution(static_cast<int>(sorted.size())),
                 (1 - confidence) / 2);
  const double n = static_cast<double>(sorted.size());
  return approximate(pairs, n * (n + 1) * (2 * n + 1) / 24, confidence);
}

std::optional<HodgesLehmann> hodges_lehmann_shift_limits(std::span<const double> compared,
                                                         std::span<const double> reference,
                                                         double confidence) {
  if (compared.empty() || reference.empty()) return std::nullopt;
  const std::vector<double> x = ascending(compared), y = ascending(reference);
  const PairDifferences pairs(x, y);
  if (x.size() * y.size() <= most_exact_pairs)
    return exact(pairs,
                 rank_sum_distribution(static_cast<int>(x.size()), static_cast<int>(y.size())),
                 (1 - confidence) / 2);
  const double m = static_cast<double>(x.size()), n = static_cast<double>(y.size());
  return approximate(pairs, m * n * (m + n + 1) / 12, confidence);
}

}  // namespace keur
