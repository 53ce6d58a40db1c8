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

TEST_CASE("the total is the sum over the clusters, zeros without any") {
  const ClusterSums sums = speakers({{4, 2, 4}, {40, 20, 40}});
  CHECK(sums.total() == (Row(2) << 10, 100).finished());
  ClusterSums none;
  CHECK(none.total().size() == 0);
  none.sums.resize(0, 3);
  CHECK(none.total() == Row::Zero(3));
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
