// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/estimate.h"

#include <bit>
#include <cstdint>

#include "metrics/estimate/jackknife.h"
#include "metrics/estimate/leverage.h"
#include "metrics/estimate/leverage_textbook.h"
#include "metrics/estimate/linearise.h"
#include "metrics/estimate/proportion.h"
#include "metrics/estimate/student_t.h"
#include "metrics/estimate/support_test.h"

namespace keur {
namespace {

bool same_bytes(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

}  // namespace

TEST_CASE("no error at all: exact bounds on the effective size, never a standard error of 0") {
  const auto zero = vector_case("ratio_cluster_se", "zero_errors");
  const Estimate found =
      estimate(word_error_rate, speakers(zero.at("err"), zero.at("words")), 0.95);
  CHECK(found.method == Method::exact);
  CHECK_FALSE(found.standard_error);
  CHECK_FALSE(found.scale_error);
  CHECK(*found.value == 0);
  // m = (100^2 + 120^2 + 90^2 + 80^2) / 390 = 38900 / 390; the rest is 1 - 0.025^(1/n).
  const double design_effect = 1 + (38900.0 / 390 - 1) * 0.05;
  same(*found.design_effect, design_effect);
  same(*found.effective_size, 390 / design_effect);
  CHECK(found.interval->lower == 0);
  same(found.interval->upper, 1 - std::pow(0.025, design_effect / 390));
}

TEST_CASE("one case per cluster and no event is the textbook zero-event bound") {
  // Clusters of one unit have a design effect of 1, so n stays n.
  for (const auto& one : vector_cases("zero_events")) {
    if (!one.contains("n")) continue;
    const auto n = one.at("n").get<std::size_t>();
    const ClusterSums sums = speakers({std::vector<double>(n, 0), std::vector<double>(n, 1)});
    const double confidence = one.at("conf");
    same(estimate(event_share, sums, confidence).interval->upper,
         one.at("exact_two_sided_upper").get<double>());
    same(estimate(event_share, sums, 2 * confidence - 1).interval->upper,
         one.at("exact_one_sided_upper").get<double>());
  }
}

TEST_CASE("only events mirror no events for a proportion, and are nothing special for a rate") {
  const ClusterSums all = speakers({{10, 20, 30, 15, 25}, {10, 20, 30, 15, 25}});
  const ClusterSums none = speakers({{0, 0, 0, 0, 0}, {10, 20, 30, 15, 25}});
  const Estimate full = estimate(event_share, all, 0.95);
  const Estimate empty = estimate(event_share, none, 0.95);
  CHECK(full.method == Method::exact);
  CHECK(full.interval->upper == 1);
  same(full.interval->lower, 1 - empty.interval->upper);
  CHECK_FALSE(full.has(Caution::no_spread));

  // A word error rate of 1 with spread has an interval around 1.
  const Estimate rate = estimate(word_error_rate, speakers({{9, 21, 30}, {10, 20, 30}}), 0.95);
  CHECK(rate.method == Method::log_t);
  CHECK(rate.interval->upper > 1);
}

TEST_CASE("equal ratios everywhere: exact bounds with a caution") {
  struct {
    const char* what;
    const Metric* metric;
    std::vector<double> errors, units;
    Method method;
  } const rows[] = {
      {"share of 0.3", &event_share, {3, 6, 9, 12, 3}, {10, 20, 30, 40, 10}, Method::exact},
      {"rate of 0.3", &word_error_rate, {3, 6, 9, 12, 3}, {10, 20, 30, 40, 10}, Method::exact},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    const Estimate found = estimate(*row.metric, speakers({row.errors, row.units}), 0.95);
    CHECK(found.value);
    CHECK(found.has(Caution::no_spread));
    CHECK(found.method == row.method);
    CHECK_FALSE(found.standard_error);
    CHECK(found.interval.has_value() == (row.method == Method::exact));
    if (!found.interval) continue;
    const double size = *found.effective_size;
    CHECK(size < found.denominator);
    CHECK(found.interval->lower == clopper_pearson(0.3 * size, size, 0.95).lower);
    CHECK(found.interval->upper == clopper_pearson(0.3 * size, size, 0.95).upper);
  }
}

TEST_CASE("as many errors as words everywhere, or more: bounded from below only") {
  // A tool that gave nothing leaves out every word of every speaker: 1 of 1, and no spread.
  for (const double times : {1.0, 2.0}) {
    const Estimate found = estimate(
        word_error_rate, speakers({{10 * times, 20 * times, 30 * times}, {10, 20, 30}}), 0.95);
    CHECK(*found.value == times);
    CHECK(found.has(Caution::no_spread));
    CHECK(found.method == Method::exact);
    // 0 < (alpha/2)^(1/n) < 1, the exact lower bound of n events in n.
    CHECK(found.interval->lower ==
          Approx(std::pow(0.025, 1 / *found.effective_size)).epsilon(1e-12));
    CHECK(std::isinf(found.interval->upper));
  }
}

TEST_CASE("too few clusters: none gives nothing, one gives a value, four give a caution") {
  const Estimate nothing = estimate(word_error_rate, ClusterSums{}, 0.95);
  CHECK_FALSE(nothing.value);
  CHECK(nothing.method == Method::none);
  const Estimate no_words = estimate(word_error_rate, speakers({{2, 1}, {0, 0}}), 0.95);
  CHECK_FALSE(no_words.value);
  CHECK_FALSE(no_words.interval);
  CHECK(no_words.cases == 2);

  for (const double errors : {0.0, 4.0}) {
    const Estimate one = estimate(word_error_rate, speakers({{errors}, {50}}), 0.95);
    CHECK(*one.value == errors / 50);
    CHECK_FALSE(one.interval);
    CHECK(one.has(Caution::few_clusters));
  }
  const Estimate four = estimate(word_error_rate, speakers({{4, 5, 6, 8}, {50, 50, 50, 50}}), 0.95);
  CHECK(four.interval);
  CHECK(four.has(Caution::few_clusters));
  const Estimate five =
      estimate(word_error_rate, speakers({{4, 5, 6, 8, 5}, {50, 50, 50, 50, 50}}), 0.95);
  CHECK(five.cautions.empty());
}

TEST_CASE("speakers without a unit add no degrees of freedom") {
  const Estimate with =
      estimate(word_error_rate, speakers({{4, 0, 6, 0, 8}, {50, 0, 50, 0, 50}}), 0.95);
  const Estimate without = estimate(word_error_rate, speakers({{4, 6, 8}, {50, 50, 50}}), 0.95);
  CHECK(with.clusters == 3);
  CHECK(with.has(Caution::few_clusters));
  CHECK(same_bytes(with.interval->upper, without.interval->upper));
}

TEST_CASE("a cluster that carries the value is named") {
  const auto one = vector_case("ratio_cluster_se", "unbalanced_8");
  const ClusterSums sums = speakers(one.at("err"), one.at("words"));
  const Estimate found = estimate(word_error_rate, sums, 0.95);
  CHECK(found.cautions ==
        std::vector<Caution>{Caution::dominant_cluster, Caution::unstable_jackknife});
  same(*found.largest_share, 400.0 / 765);
  const double plain = linearised_error(linearise(word_error_rate, sums)->influence);
  CHECK(jackknife(word_error_rate, sums)->standard_error > 1.7 * plain);
  CHECK(*found.standard_error > 1.2 * plain);
  // All words with one speaker: leaving that one out leaves nothing to compare with.
  const Estimate lone = estimate(word_error_rate, speakers({{9, 1}, {50, 0}}), 0.95);
  CHECK(lone.has(Caution::unstable_jackknife));
}

TEST_CASE("the slow way gives the same interval") {
  Dice dice(4);
  bool some_are_uneven = false, some_are_alike = false;
  for (int round = 0; round < 100; ++round) {
    const ClusterSums sums = dice.speakers_with_errors(5 + dice.roll(40));
    const Eigen::Index count = sums.sums.rows();
    const double clusters = static_cast<double>(count);
    double errors = 0, words = 0, squares = 0, corrected = 0, squared_words = 0;
    for (Eigen::Index g = 0; g < count; ++g) errors += sums.sums(g, 0);
    for (Eigen::Index g = 0; g < count; ++g) words += sums.sums(g, 1);
    const double rate = errors / words;
    std::vector<double> sizes;
    for (Eigen::Index g = 0; g < count; ++g) {
      const double squared = std::pow(sums.sums(g, 0) - rate * sums.sums(g, 1), 2);
      squares += squared;
      corrected += squared / (1 - sums.sums(g, 1) / words);
      squared_words += sums.sums(g, 1) * sums.sums(g, 1);
      sizes.push_back(sums.sums(g, 1));
    }
    const bool uneven = words * words < alike * clusters * squared_words;
    some_are_uneven = some_are_uneven || uneven;
    some_are_alike = some_are_alike || !uneven;
    const double error =
        std::sqrt(uneven ? corrected : clusters / (clusters - 1) * squares) / words;
    const double t = student_t_critical(
        0.95, uneven ? textbook_degrees_of_freedom(sizes) : clusters - 1);

    const Estimate as_rate = estimate(word_error_rate, sums, 0.95);
    same(as_rate.interval->lower, rate * std::exp(-t * error / rate));
    same(as_rate.interval->upper, rate * std::exp(t * error / rate));
    same(*as_rate.design_effect, error * error * words / (rate * (1 - rate)));

    const Estimate as_share = estimate(event_share, sums, 0.95);
    const double odds = rate / (1 - rate), factor = std::exp(t * error / (rate * (1 - rate)));
    same(as_share.interval->lower, odds / factor / (1 + odds / factor));
    same(as_share.interval->upper, odds * factor / (1 + odds * factor));
  }
  CHECK((some_are_uneven && some_are_alike));
}

TEST_CASE("the jackknife, which knows no gradient, agrees on plenty of even clusters") {
  Dice dice(5);
  std::vector<double> tp, fp, fn;
  for (int g = 0; g < 60; ++g) {
    tp.push_back(30 + dice.roll(20));
    fp.push_back(dice.roll(12));
    fn.push_back(dice.roll(12));
  }
  const ClusterSums sums = speakers({tp, fp, fn});
  for (const Metric* metric : {&precision, &recall, &f1}) {
    const Estimate found = estimate(*metric, sums, 0.95);
    CHECK(jackknife(*metric, sums)->standard_error == Approx(*found.standard_error).epsilon(0.02));
  }
}

TEST_CASE("the order of the cases changes no byte of the estimate") {
  Dice dice(6);
  Rows rows(300, 2);
  std::vector<int> cluster;
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    cluster.push_back(dice.roll(17));
    rows(i, 0) = dice.roll(9);
    rows(i, 1) = 1 + dice.roll(90);
  }
  const Estimate found = estimate(word_error_rate, sum_by_cluster(cluster, rows), 0.95);
  for (int i = 299; i > 0; --i) {
    const int j = dice.roll(i + 1);
    std::swap(cluster[static_cast<std::size_t>(i)], cluster[static_cast<std::size_t>(j)]);
    if (i != j) rows.row(i).swap(rows.row(j));
  }
  const Estimate again = estimate(word_error_rate, sum_by_cluster(cluster, rows), 0.95);
  CHECK(same_bytes(*again.value, *found.value));
  CHECK(same_bytes(*again.standard_error, *found.standard_error));
  CHECK(same_bytes(again.interval->lower, found.interval->lower));
  CHECK(same_bytes(again.interval->upper, found.interval->upper));
}

TEST_CASE("k copies of the data as new clusters shrink the error by the root of k") {
  Dice dice(7);
  const int count = 12;
  ClusterSums once = dice.speakers_with_errors(count);
  once.sums.col(1).setConstant(5000);  // of like size; uneven ones get more alike as they multiply
  const Estimate single = estimate(word_error_rate, once, 0.95);
  for (const int copies : {2, 3, 10}) {
    const Estimate many = estimate(word_error_rate, repeated(once, copies), 0.95);
    same(*many.value, *single.value);
    // G / (G - 1) is the only other thing that moves.
    const double few = count / (count - 1.0), more = count * copies / (count * copies - 1.0);
    same(*many.standard_error, *single.standard_error * std::sqrt(more / few / copies));
  }
}

TEST_CASE("methods and cautions have the names reports print") {
  CHECK(std::string(name(Method::log_t)) == "log-t, cluster-linearised");
  CHECK(std::string(name(Method::logit_t)) == "logit-t, cluster-linearised");
  CHECK(std::string(name(Method::linear_t)) == "t, cluster-linearised");
  CHECK(std::string(name(Method::exact)) == "Clopper-Pearson, planned design effect");
  CHECK(std::string(name(Method::mover)) == "MOVER, from the two intervals");
  CHECK(std::string(name(Method::none)) == "none");
  CHECK(std::string(name(Caution::few_clusters)) == "few-clusters");
  CHECK(std::string(name(Caution::dominant_cluster)) == "dominant-cluster");
  CHECK(std::string(name(Caution::unstable_jackknife)) == "unstable-jackknife");
  CHECK(std::string(name(Caution::no_spread)) == "no-spread");
}

}  // namespace keur
