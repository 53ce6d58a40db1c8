// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/signed_rank.h"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <cstdint>
#include <vector>

#include "metrics/estimate/boost_policy.h"

namespace keur {
namespace {

// In units of 1e-10.
std::int64_t rounded(double difference) {
  return static_cast<std::int64_t>(std::nearbyint(difference * 1e10));
}

// Twice the mid-ranks of sizes in ascending order, which are whole numbers, and the tie term.
std::vector<long> doubled_mid_ranks(const std::vector<std::int64_t>& sizes, double& tie_term) {
  std::vector<long> ranks(sizes.size());
  for (std::size_t first = 0; first < sizes.size();) {
    std::size_t last = first;
    while (last + 1 < sizes.size() && sizes[last + 1] == sizes[first]) ++last;
    for (std::size_t i = first; i <= last; ++i) ranks[i] = static_cast<long>(first + last) + 2;
    const auto tied = static_cast<double>(last - first + 1);
    tie_term += tied * tied * tied - tied;
    first = last + 1;
  }
  return ranks;
}

// P(sum = s) for s = 0, 1, ..., each rank being in the sum or not as a fair coin falls. Halving at
// each step keeps the numbers in range; until they need more than 53 bits they are exact.
std::vector<double> distribution(const std::vector<long>& ranks) {
  std::vector<double> probability{1};
  for (const long rank : ranks) {
    std::vector<double> next(probability.size() + static_cast<std::size_t>(rank), 0);
    for (std::size_t s = 0; s < probability.size(); ++s) {
      next[s] += probability[s] / 2;
      next[s + static_cast<std::size_t>(rank)] += probability[s] / 2;
    }
    probability = std::move(next);
  }
  return probability;
}

// From the far end inwards, so that small terms are added first.
double at_most(const std::vector<double>& probability, long sum) {
  double total = 0;
  for (long s = 0; s <= sum; ++s) total += probability[static_cast<std::size_t>(s)];
  return std::min(1.0, total);
}

SignedRank::Normal normal_tail(double apart, double variance, double correction) {
  const double corrected =
      apart > 0 ? std::max(0.0, apart - correction) : std::min(0.0, apart + correction);
  const double z = corrected / std::sqrt(variance);
  return {z, boost::math::erfc(std::abs(z) / std::sqrt(2.0), Quiet())};
}

// P(sum <= observed), the sum `apart` above its middle.
double normal_at_most(double apart, double variance) {
  return boost::math::erfc(-(apart + 0.5) / std::sqrt(2 * variance), Quiet()) / 2;
}

}  // namespace

SignedRank signed_rank(std::span<const double> differences) {
  SignedRank result;
  result.differences = static_cast<long>(differences.size());
  std::vector<std::int64_t> kept;
  for (const double difference : differences)
    if (const std::int64_t units = rounded(difference); units != 0) kept.push_back(units);
  result.nonzero = static_cast<long>(kept.size());
  if (kept.empty()) return result;
  // The order among equal sizes does not matter: they share a rank.
  std::sort(kept.begin(), kept.end(),
            [](std::int64_t a, std::int64_t b) { return std::abs(a) < std::abs(b); });

  std::vector<std::int64_t> sizes;
  for (const std::int64_t units : kept) sizes.push_back(std::abs(units));
  const std::vector<long> ranks = doubled_mid_ranks(sizes, result.tie_term);
  long positive = 0, all = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    all += ranks[i];
    if (kept[i] > 0) positive += ranks[i];
  }
  result.positive = static_cast<double>(positive) / 2;
  result.negative = static_cast<double>(all - positive) / 2;

  const auto n = static_cast<double>(result.nonzero);
  result.variance = n * (n + 1) * (2 * n + 1) / 24 - result.tie_term / 48;
  const double apart = (result.positive - result.negative) / 2;
  result.normal = normal_tail(apart, result.variance, 0);
  result.normal_corrected = normal_tail(apart, result.variance, 0.5);
  result.exact = result.nonzero <= most_exact_ranks;
  if (result.exact) {
    const std::vector<double> probability = distribution(ranks);
    result.p_less = at_most(probability, positive);
    result.p_greater = at_most(probability, all - positive);  // symmetric
  } else {
    result.p_less = normal_at_most(apart, result.variance);
    result.p_greater = normal_at_most(-apart, result.variance);
  }
  result.p_two_sided = std::min(1.0, 2 * std::min(result.p_less, result.p_greater));
  result.rank_biserial = (result.positive - result.negative) / (result.positive + result.negative);
  return result;
}

}  // namespace keur
