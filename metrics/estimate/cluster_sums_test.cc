// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/cluster_sums.h"

#include "metrics/estimate/influence.h"
#include "metrics/estimate/vector_file_test.h"

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

TEST_CASE("wer_aggregation.json: rates of sums, not means of rates, and empty references") {
  VectorFile file("wer_aggregation");
  for (VectorCase& one : file.cases()) one.aside("name");

  VectorCase& inversion = file.named("ranking_inversion");
  inversion.aside("note");
  for (const std::string system : {"A", "B"}) {
    const auto pairs = inversion.given("system_" + system);
    const std::vector<int> one_speaker(pairs.size(), 0);
    const Row total = utterances(pairs, one_speaker).total();
    inversion.expect("pooled_" + system, *word_error_rate.value(total));
    inversion.expect("mean_" + system, mean_of_rates(pairs));
  }

  // Insertions against an empty reference count, though alone they have no rate.
  VectorCase& empty = file.named("empty_reference");
  empty.aside("note");
  const ClusterSums two = utterances(empty.given("utterances"), {0, 1});
  CHECK_FALSE(word_error_rate.value(two.sums.row(0)).has_value());
  empty.expect("pooled", *word_error_rate.value(two.total()));

  VectorCase& macro = file.named("macro_by_speaker");
  nlohmann::json pairs = macro.given("/speakers/s1");
  pairs.push_back(macro.given("/speakers/s2").at(0));
  const ClusterSums sums = utterances(pairs, {1, 1, 2});
  macro.expect("pooled", *word_error_rate.value(sums.total()));
  macro.expect("speaker_macro", macro_influences(word_error_rate, sums)->value);
  file.finish();
}

}  // namespace keur
