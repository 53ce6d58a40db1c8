// SPDX-License-Identifier: Apache-2.0
// What the tests of this folder share: reference vectors, small metrics, made-up clusters.
#pragma once
#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "metrics/core/metric.h"
#include "metrics/estimate/cluster_sums.h"
#include "metrics/estimate/interval.h"
#include "tests/catch.h"

namespace keur {

// The cases of a vector file. By value, as is what is taken from them: a loop over a part of a
// temporary would outlive it.
inline nlohmann::json vector_cases(const std::string& name) {
  std::ifstream file(KEUR_SOURCE_DIR "/fixtures/vectors/" + name + ".json");
  REQUIRE(file.good());
  return nlohmann::json::parse(file).at("cases");
}

inline nlohmann::json vector_case(const std::string& file, const std::string& name) {
  for (const auto& one : vector_cases(file))
    if (one.value("name", "") == name) return one;
  FAIL("no case " << name << " in " << file);
  return {};
}

// Equal to nine digits, or `floor` apart where the number is that small.
inline void same(double actual, double expected, double floor = 1e-12) {
  INFO("actual " << actual << ", expected " << expected << ", apart " << actual - expected);
  CHECK(std::abs(actual - expected) <= std::max(1e-9 * std::abs(expected), floor));
}
inline void same(Interval actual, const nlohmann::json& expected, double floor = 1e-12) {
  same(actual.lower, expected.at(0).get<double>(), floor);
  same(actual.upper, expected.at(1).get<double>(), floor);
}

// For ends of intervals whose t quantile came from scipy 1.10, which is up to 8e-9 off (at 30
// degrees of freedom); student_t_test.cc holds ours against closed forms instead.
inline constexpr double scipy_t = 1e-9;

// The errors and words of speakers 0, 1, ...: one row each.
inline ClusterSums speakers(const std::vector<std::vector<double>>& columns, int first = 0) {
  const auto count = static_cast<Eigen::Index>(columns[0].size());
  ClusterSums result;
  result.clusters.resize(columns[0].size());
  std::iota(result.clusters.begin(), result.clusters.end(), first);
  result.sums = Rows(count, static_cast<Eigen::Index>(columns.size()));
  for (std::size_t c = 0; c < columns.size(); ++c)
    for (Eigen::Index g = 0; g < count; ++g)
      result.sums(g, static_cast<Eigen::Index>(c)) = columns[c][static_cast<std::size_t>(g)];
  result.cases = static_cast<long>(count);
  return result;
}
inline ClusterSums speakers(const nlohmann::json& errors, const nlohmann::json& words,
                            int first = 0) {
  return speakers({errors.get<std::vector<double>>(), words.get<std::vector<double>>()}, first);
}

// Row i belongs to cluster number cluster_of_row[i].
inline ClusterSums sum_by_cluster(const std::vector<int>& cluster_of_row, const Rows& rows) {
  std::map<int, Row> by_cluster;
  for (std::size_t i = 0; i < cluster_of_row.size(); ++i)
    by_cluster.try_emplace(cluster_of_row[i], Row::Zero(rows.cols())).first->second +=
        rows.row(static_cast<Eigen::Index>(i));
  ClusterSums result;
  result.cases = static_cast<long>(rows.rows());
  result.sums.resize(static_cast<Eigen::Index>(by_cluster.size()), rows.cols());
  for (const auto& [cluster, row] : by_cluster) {
    result.sums.row(static_cast<Eigen::Index>(result.clusters.size())) = row;
    result.clusters.push_back(cluster);
  }
  return result;
}

// `copies` times the same clusters under new numbers.
inline ClusterSums repeated(const ClusterSums& once, int copies) {
  ClusterSums result;
  result.cases = once.cases * copies;
  result.sums = once.sums.replicate(copies, 1);
  result.clusters.resize(once.clusters.size() * static_cast<std::size_t>(copies));
  std::iota(result.clusters.begin(), result.clusters.end(), 0);
  return result;
}

inline Metric metric_of(Range range, std::optional<Evaluation> (*evaluate)(const Row&)) {
  return Metric{"m", "metric", "maat", "", "", Better::lower, range, "unit", false, evaluate};
}

// Columns: errors, words.
inline const Metric word_error_rate =
    metric_of(Range::nonnegative, [](const Row& sums) { return ratio(sums, {0}, {1}); });
// The same columns read as events out of trials.
inline const Metric event_share =
    metric_of(Range::proportion, [](const Row& sums) { return ratio(sums, {0}, {1}); });
// Columns: true positives, false positives, false negatives.
inline const Metric precision = metric_of(Range::proportion, [](const Row& sums) {
  return ratio(sums, {0}, {0, 1});
});
inline const Metric recall = metric_of(Range::proportion, [](const Row& sums) {
  return ratio(sums, {0}, {0, 2});
});
inline const Metric f1 = metric_of(Range::proportion, [](const Row& sums) {
  return ratio(sums, {0, 0}, {0, 0, 1, 2});
});

// Whole numbers from a generator whose sequence the standard fixes; the slight bias of the
// remainder does not matter here.
class Dice {
 public:
  explicit Dice(unsigned seed) : generator_(seed) {}
  int roll(int below) { return static_cast<int>(generator_() % static_cast<unsigned>(below)); }

  // Speakers of 20 to 319 words whose error rates differ, none of them error-free.
  ClusterSums speakers_with_errors(int count, int first = 0) {
    std::vector<double> errors, words;
    for (int g = 0; g < count; ++g) {
      words.push_back(20 + roll(300));
      errors.push_back(1 + roll(static_cast<int>(words.back()) / 4));
    }
    return speakers({errors, words}, first);
  }

 private:
  std::mt19937 generator_;
};

}  // namespace keur
