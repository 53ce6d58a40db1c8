// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/cluster_sums.h"

#include "metrics/estimate/support_test.h"

namespace keur {
namespace {

// Utterances [errors, words] of one or more speakers, as the vectors write them.
ClusterSums utterances(const nlohmann::json& pairs, const std::vector<int>& speaker) {
  Rows rows(static_cast<Eigen::Index>(pairs.size()), 2);
  for (std::size_t i = 0; i < pairs.size(); ++i)
    for (std::size_t c = 0; c < 2; ++c)
      rows(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(c)) = pairs[i][c];
  return sum_by_cluster(speaker, rows);
}

double mean_of_rates(const nlohmann::json& pairs) {
  double sum = 0;
  for (const auto& pair : pairs) sum += pair[0].get<double>() / pair[1].get<double>();
  return sum / static_cast<double>(pairs.size());
}

}  // namespace

TEST_CASE("rows are added per cluster, in ascending order of cluster") {
  Rows rows(4, 2);
  rows << 1, 10, 2, 20, 3, 30, 4, 40;
  const std::vector<int> cluster{7, 2, 7, 5};
  const ClusterSums sums = sum_by_cluster(cluster, rows);
  CHECK(sums.clusters == std::vector<int>{2, 5, 7});
  Rows expected(3, 2);
  expected << 2, 20, 4, 40, 4, 40;  // cluster 7 holds rows 1 and 3: 1 + 3 and 10 + 30
  CHECK(sums.sums == expected);
  CHECK(sums.cases == 4);
  CHECK(sums.total() == (Row(2) << 10, 100).finished());
}

TEST_CASE("no rows give no clusters and a total of zeros") {
  const ClusterSums sums = sum_by_cluster({}, Rows(0, 3));
  CHECK(sums.clusters.empty());
  CHECK(sums.cases == 0);
  CHECK(sums.total() == Row::Zero(3));
  CHECK(ClusterSums{}.total().size() == 0);
}

TEST_CASE("the order of the rows changes no bit of the sums") {
  Dice dice(1);
  Rows rows(200, 3);
  std::vector<int> cluster(200);
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    cluster[static_cast<std::size_t>(i)] = dice.roll(13);
    for (Eigen::Index c = 0; c < rows.cols(); ++c) rows(i, c) = dice.roll(1000);
  }
  const ClusterSums sums = sum_by_cluster(cluster, rows);
  std::vector<int> backwards(cluster.rbegin(), cluster.rend());
  const ClusterSums again = sum_by_cluster(backwards, rows.colwise().reverse());
  CHECK(again.clusters == sums.clusters);
  CHECK(again.sums == sums.sums);
}

TEST_CASE("the pooled rate is the rate of the sums, whatever the mean of rates says") {
  const auto inversion = vector_case("wer_aggregation", "ranking_inversion");
  for (const std::string system : {"A", "B"}) {
    const auto& pairs = inversion.at("system_" + system);
    const std::vector<int> one_speaker(pairs.size(), 0);
    const Row total = utterances(pairs, one_speaker).total();
    same(*word_error_rate.value(total), inversion.at("pooled_" + system).get<double>());
    same(mean_of_rates(pairs), inversion.at("mean_" + system).get<double>());
  }
}

TEST_CASE("insertions against an empty reference count, though alone they have no rate") {
  const auto empty = vector_case("wer_aggregation", "empty_reference");
  const ClusterSums sums = utterances(empty.at("utterances"), {0, 1});
  CHECK_FALSE(word_error_rate.value(sums.sums.row(0)).has_value());
  same(*word_error_rate.value(sums.total()), empty.at("pooled").get<double>());
}

TEST_CASE("the mean over speakers is the mean of the rates of their sums") {
  const auto macro = vector_case("wer_aggregation", "macro_by_speaker");
  nlohmann::json pairs = macro.at("speakers").at("s1");
  pairs.push_back(macro.at("speakers").at("s2").at(0));
  const ClusterSums sums = utterances(pairs, {1, 1, 2});
  same(*word_error_rate.value(sums.total()), macro.at("pooled").get<double>());
  const double mean =
      (*word_error_rate.value(sums.sums.row(0)) + *word_error_rate.value(sums.sums.row(1))) / 2;
  same(mean, macro.at("speaker_macro").get<double>());
}

}  // namespace keur
