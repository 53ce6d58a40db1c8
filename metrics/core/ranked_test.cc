// SPDX-License-Identifier: Apache-2.0
#include "metrics/core/ranked.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "metrics/core/pairwise.h"
#include "tests/catch.h"

namespace keur {
namespace {

// Values with many ties, negative ones and zeros.
std::vector<Observation> observations(std::mt19937& dice, int count) {
  std::vector<Observation> result;
  for (int i = 0; i < count; ++i)
    result.push_back({(static_cast<int>(dice() % 61) - 30) / 8.0, dice() % 3 == 0});
  return result;
}

double median(std::vector<double> list) {
  std::sort(list.begin(), list.end());
  const std::size_t half = list.size() / 2;
  return list.size() % 2 ? list[half] : (list[half - 1] + list[half]) / 2;
}

}  // namespace

TEST_CASE("medians of pairs are what a list of all pairs has in its middle") {
  std::mt19937 dice(51);
  for (int round = 0; round < 200; ++round) {
    const auto all = observations(dice, 1 + static_cast<int>(dice() % 30));
    std::vector<double> averages, differences;
    double wins = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i; j < all.size(); ++j)
        averages.push_back((all[i].value + all[j].value) / 2);
      for (const Observation& other : all)
        if (all[i].positive && !other.positive) {
          differences.push_back(all[i].value - other.value);
          wins += all[i].value > other.value ? 1 : all[i].value == other.value ? 0.5 : 0;
        }
    }
    CHECK(*hodges_lehmann(all) == median(averages));
    CHECK(hodges_lehmann_shift(all).has_value() == !differences.empty());
    CHECK(area_under_curve(all).has_value() == !differences.empty());
    if (differences.empty()) continue;
    CHECK(*hodges_lehmann_shift(all) == median(differences));
    CHECK(*area_under_curve(all) == wins / static_cast<double>(differences.size()));
  }
}

TEST_CASE("every pair is found by its rank, to the last bit") {
  std::mt19937 dice(52);
  std::vector<double> x, y, averages, differences;
  for (int i = 0; i < 17; ++i) x.push_back(std::ldexp(static_cast<double>(dice()), -30) - 2);
  for (int i = 0; i < 12; ++i) y.push_back(std::ldexp(static_cast<double>(dice()), -31) - 1);
  x.push_back(-0.0);
  y.push_back(0.0);
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = i; j < x.size(); ++j) averages.push_back((x[i] + x[j]) / 2);
    for (const double other : y) differences.push_back(x[i] - other);
  }
  std::sort(averages.begin(), averages.end());
  std::sort(differences.begin(), differences.end());
  for (std::size_t k = 0; k < averages.size(); ++k)
    CHECK(PairAverages(x).ranked(static_cast<std::int64_t>(k) + 1) == averages[k]);
  for (std::size_t k = 0; k < differences.size(); ++k)
    CHECK(PairDifferences(x, y).ranked(static_cast<std::int64_t>(k) + 1) == differences[k]);
}

TEST_CASE("a percentile is an observed value with enough values at or below it") {
  std::mt19937 dice(53);
  for (int round = 0; round < 100; ++round) {
    const auto all = observations(dice, 1 + static_cast<int>(dice() % 60));
    for (const double share : {0.05, 0.5, 0.9, 0.95}) {
      const double found = *percentile(all, share);
      double below = 0, not_above = 0;
      for (const Observation& one : all) {
        below += one.value < found;
        not_above += one.value <= found;
      }
      CHECK(not_above >= share * static_cast<double>(all.size()) - 1e-9);
      CHECK(below < share * static_cast<double>(all.size()));
    }
  }
}

TEST_CASE("ranks of percentiles: whole products are not rounded up by their last bit") {
  CHECK(percentile_rank(20, 0.95) == 19);
  CHECK(percentile_rank(100, 0.07) == 7);  // 100 * 0.07 is 7.000000000000001
  CHECK(percentile_rank(21, 0.95) == 20);  // 19.95
  CHECK(percentile_rank(3, 0.001) == 1);
}

TEST_CASE("nothing is known of no observations, and of one side nothing about two") {
  CHECK_FALSE(percentile({}, 0.5));
  CHECK_FALSE(hodges_lehmann({}));
  CHECK_FALSE(hodges_lehmann_shift({}));
  CHECK_FALSE(area_under_curve({}));
  const std::vector<Observation> one_side{{1, true}, {2, true}};
  CHECK_FALSE(hodges_lehmann_shift(one_side));
  CHECK_FALSE(area_under_curve(one_side));
  CHECK(*hodges_lehmann(one_side) == 1.5);
}

}  // namespace keur
