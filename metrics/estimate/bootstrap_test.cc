// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/bootstrap.h"

#include "metrics/estimate/bootstrap_textbook.h"
#include "metrics/estimate/jackknife.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

Replicates bootstrap_of(const Metric& metric, const ClusterSums& sums, const Resampling& sampling) {
  const Metric* const metrics[] = {&metric};
  return bootstrap(metrics, sums, sampling).front();
}

}  // namespace

TEST_CASE("cluster_bootstrap_exact.json: the ideal bootstrap, and 20,000 replicates come near it") {
  VectorFile file("cluster_bootstrap_exact");
  for (VectorCase& one : file.cases()) {
    INFO(one.name());
    one.aside("name");
    const auto errors = one.given("err"), others = one.given("err2"), words = one.given("words");
    // The paired case resamples the difference in errors over the words both were given.
    auto difference = errors.get<std::vector<double>>();
    if (!others.is_null())
      for (std::size_t g = 0; g < difference.size(); ++g) difference[g] -= others[g].get<double>();
    const ClusterSums sums = speakers({difference, words.get<std::vector<double>>()});

    int resamples = 0;
    for_each_resample(sums.sums, [&](const Row&, std::int64_t) { ++resamples; });
    one.expect_exactly("n_distinct_resamples", resamples);
    const double value = *word_error_rate.value(sums.total());
    const Replicates ideal = ideal_bootstrap(word_error_rate, sums.sums);
    one.expect("estimate", value);
    one.expect("ideal_boot_mean", *mean(ideal));
    one.expect("ideal_boot_se", *standard_deviation(ideal));
    one.expect("P_star_below", position(ideal, value)->below);
    one.expect("P_star_equal", position(ideal, value)->equal);

    const auto without_each = jackknife(word_error_rate, sums)->values;
    const auto bca95 = bca_interval(ideal, value, without_each, 0.95);
    one.expect("z0", bca95->bias);
    one.expect("acceleration", bca95->acceleration);
    for (const char* level : {"0.9", "0.95"}) {
      const std::string at = std::string("/intervals/") + level;
      const double confidence = std::stod(level);
      const auto bca = bca_interval(ideal, value, without_each, confidence);
      one.expect(at + "/alpha1", bca->lower_share);
      one.expect(at + "/alpha2", bca->upper_share);
      one.expect(at + "/ci", bca->interval);
      one.expect(at + "/percentile", *percentile_interval(ideal, confidence));
      one.expect(at + "/basic", *basic_interval(ideal, value, confidence));
    }
    if (!others.is_null()) {
      // Fewer errors with B: a positive difference.
      const Position none = *position(ideal, 0);
      one.expect("prob_improvement_B_better", 1 - none.below - none.equal);
      one.expect("prob_tie", none.equal);
    }

    // The error of a standard deviation from B replicates is about sd / sqrt(2 B): 0.5 %.
    const Replicates drawn = bootstrap_of(word_error_rate, sums, {20240117, 0, 20'000});
    CHECK(*standard_deviation(drawn) == Approx(*standard_deviation(ideal)).epsilon(0.02));
    CHECK(*mean(drawn) == Approx(*mean(ideal)).epsilon(0.02));
    for (const double share : {0.05, 0.5, 0.9})
      CHECK(position(drawn, *quantile_type_1(ideal, share))->below ==
            Approx(position(ideal, *quantile_type_1(ideal, share))->below).margin(0.015));
  }
  file.finish();
}

TEST_CASE("resampled sums are what drawing one cluster after another adds up to") {
  Dice dice(31);
  for (int round = 0; round < 20; ++round) {
    const ClusterSums sums = dice.speakers_with_errors(1 + dice.roll(40));
    const Resampling sampling{static_cast<std::uint64_t>(round), static_cast<std::uint32_t>(round)};
    const int first = dice.roll(1000), count = 1 + dice.roll(100);
    const Rows found = resampled_sums(sums.sums, sampling, first, count);
    REQUIRE(found.rows() == count);
    for (int r = 0; r < count; ++r)
      CHECK(found.row(r) == resample_textbook(sums.sums, sampling, first + r));
  }
}

TEST_CASE("how replicates are cut into blocks changes no byte, also of sums that are not whole") {
  Dice dice(32);
  ClusterSums sums = dice.speakers_with_errors(23);
  sums.sums /= 3;
  const Resampling sampling{5};
  const Rows at_once = resampled_sums(sums.sums, sampling, 0, 200);
  for (int first = 0; first < 200; first += 40)
    CHECK(resampled_sums(sums.sums, sampling, first, 40) == at_once.middleRows(first, 40));
}

TEST_CASE("one pass serves every metric as well as a pass of its own") {
  const ClusterSums sums =
      speakers({{13, 13, 13, 3, 10, 0}, {1, 3, 3, 1, 1, 0}, {3, 3, 1, 4, 1, 0}});
  const Resampling sampling{9, 2, 500};
  const Metric* const metrics[] = {&precision, &recall, &f1};
  const auto together = bootstrap(metrics, sums, sampling);
  for (std::size_t m = 0; m < 3; ++m) {
    const Replicates alone = bootstrap_of(*metrics[m], sums, sampling);
    CHECK(together[m].values == alone.values);
    CHECK(together[m].up_to == alone.up_to);
  }
}

TEST_CASE(
    "resamples without a unit are undefined and counted, and too many of them end the interval") {
  // One speaker of two has words: a quarter of the resamples misses that speaker.
  const ClusterSums two = speakers({{4, 0}, {50, 0}});
  const Replicates ideal = ideal_bootstrap(word_error_rate, two.sums);
  CHECK(ideal.undefined == 1);
  CHECK(ideal.defined() == 3);
  const Replicates drawn = bootstrap_of(word_error_rate, two, {1, 0, 4000});
  CHECK(drawn.undefined + drawn.defined() == 4000);
  CHECK(static_cast<double>(drawn.undefined) == Approx(1000).margin(150));

  const std::vector<std::pair<double, std::int64_t>> found{{0.1, 480}, {0.2, 480}};
  CHECK(percentile_interval(tally(found, 24), 0.95));        // 24 of 984 is below 2.5 %
  CHECK_FALSE(percentile_interval(tally(found, 25), 0.95));  // 25 of 985 is above
  CHECK_FALSE(basic_interval(tally(found, 25), 0.15, 0.95));
  CHECK_FALSE(bca_interval(tally(found, 25), 0.15, {0.1, 0.2}, 0.95));

  const Replicates none = bootstrap_of(word_error_rate, ClusterSums{}, {1, 0, 70});
  CHECK(none.undefined == 70);
  CHECK(none.defined() == 0);
  CHECK_FALSE(mean(none));
  CHECK_FALSE(standard_deviation(none));
  CHECK_FALSE(position(none, 0));
  CHECK_FALSE(quantile_type_1(none, 0.5));
  CHECK_FALSE(quantile_type_7(none, 0.5));
  CHECK_FALSE(percentile_interval(none, 0.95));
}

TEST_CASE("replicates that do not differ have no interval: no errors are not proof of none") {
  const Replicates flat =
      bootstrap_of(word_error_rate, speakers({{0, 0, 0, 0}, {100, 120, 90, 80}}), {3, 0, 100});
  CHECK(flat.values == std::vector<double>{0});
  CHECK_FALSE(percentile_interval(flat, 0.95));
  CHECK_FALSE(basic_interval(flat, 0, 0.95));
  CHECK_FALSE(bca_interval(flat, 0, {0, 0, 0, 0}, 0.95));
}

TEST_CASE(
    "BCa has no answer beside all replicates, without a jackknife that moves, or past the pole") {
  const Replicates spread = tally({{0.1, 50}, {0.2, 50}, {0.3, 50}}, 0);
  CHECK_FALSE(bca_interval(spread, 0.05, {0.1, 0.2, 0.3}, 0.95));  // z0 would be -infinity
  CHECK_FALSE(bca_interval(spread, 0.35, {0.1, 0.2, 0.3}, 0.95));  // and infinity
  CHECK_FALSE(bca_interval(spread, 0.2, {0.2, 0.2, 0.2}, 0.95));
  // One cluster that moves everything gives the largest a there is, 1/6; at 99.5 % of the
  // replicates z0 is 2.6, and z 3.9: together beyond 6.
  std::vector<double> one_moves(400, 0.2);
  one_moves[0] = 0.1;
  const Replicates mostly_below = tally({{0.1, 99'000}, {0.2, 1'000}}, 0);
  CHECK_FALSE(bca_interval(mostly_below, 0.2, one_moves, 0.9999));
  CHECK(bca_interval(mostly_below, 0.2, one_moves, 0.95));
}

TEST_CASE("quantiles by their definitions, against a sorted list") {
  Dice dice(33);
  for (int round = 0; round < 50; ++round) {
    const int count = 1 + dice.roll(300);
    std::vector<double> list;
    std::vector<std::pair<double, std::int64_t>> found;
    for (int i = 0; i < count; ++i) {
      list.push_back(dice.roll(40) / 8.0);
      found.emplace_back(list.back(), 1);
    }
    std::sort(list.begin(), list.end());
    const Replicates replicates = tally(found, 0);
    for (const double share : {0.0, 0.025, 0.05, 0.25, 0.5, 0.9, 0.975, 1.0}) {
      // Type 1: the first value whose share of values at or below it is large enough.
      std::size_t i = 0;
      while (static_cast<double>(i + 1) < share * count - 1e-9) ++i;
      CHECK(*quantile_type_1(replicates, share) == list[i]);
      const double place = share * (count - 1);
      const auto below = static_cast<std::size_t>(place);
      const double above = list[std::min(below + 1, list.size() - 1)];
      same(*quantile_type_7(replicates, share),
           list[below] + (place - static_cast<double>(below)) * (above - list[below]));
    }
  }
}

TEST_CASE("a paired contrast draws speakers with what they have on both sides") {
  const ClusterSums a = speakers({{12, 30, 7, 22, 15, 41}, {240, 310, 198, 275, 260, 330}});
  const ClusterSums b = speakers({{10, 25, 9, 18, 12, 33}, {240, 310, 198, 275, 260, 330}});
  const Resampling sampling{20240117, 0, 3000};
  const Replicates gap = bootstrap_contrast(word_error_rate, a, b, Scale::linear, sampling);
  // With equal words it is the metric on the difference in errors, resample by resample.
  ClusterSums differences = a;
  differences.sums.col(0) -= b.sums.col(0);
  const Replicates direct = bootstrap_of(word_error_rate, differences, sampling);
  CHECK(*mean(gap) == Approx(*mean(direct)).epsilon(1e-9));
  CHECK(*standard_deviation(gap) == Approx(*standard_deviation(direct)).epsilon(1e-9));
  same(percentile_interval(gap, 0.95)->lower, percentile_interval(direct, 0.95)->lower);

  // A release against itself never differs, however speakers are drawn.
  CHECK(bootstrap_contrast(word_error_rate, a, a, Scale::linear, sampling).values ==
        std::vector<double>{0});
  CHECK(bootstrap_contrast(word_error_rate, a, a, Scale::log, sampling).values ==
        std::vector<double>{1});
}

TEST_CASE("independent groups are drawn apart: their variances add up") {
  Dice dice(34);
  const ClusterSums a = dice.speakers_with_errors(20), b = dice.speakers_with_errors(15, 100);
  const Resampling sampling{77, 4, 20'000};
  const double of_a = *standard_deviation(bootstrap_of(word_error_rate, a, sampling));
  const double of_b = *standard_deviation(bootstrap_of(word_error_rate, b, {77, 5, 20'000}));
  const Replicates gap = bootstrap_contrast(word_error_rate, a, b, Scale::linear, sampling);
  CHECK(*standard_deviation(gap) == Approx(std::hypot(of_a, of_b)).epsilon(0.03));
  CHECK(gap.undefined == 0);
}

TEST_CASE("a contrast with part of the speakers in common draws from all of them") {
  // Speakers 0..2 and 2..4; a resample without 0, 1 and 2 leaves the first side empty.
  const ClusterSums a = speakers({{4, 9, 2}, {40, 50, 60}});
  const ClusterSums b = speakers({{5, 3, 8}, {40, 50, 60}}, 2);
  const Replicates gap = bootstrap_contrast(word_error_rate, a, b, Scale::linear, {8, 0, 5000});
  // P(side missed) = (2 / 5)^5 for each side.
  const double missed = 2 * std::pow(0.4, 5) * 5000;
  CHECK(static_cast<double>(gap.undefined) == Approx(missed).margin(5 * std::sqrt(missed)));
}

TEST_CASE("a ratio is undefined where a side of the resample has no events") {
  const ClusterSums a = speakers({{0, 4}, {50, 50}}), b = speakers({{3, 4}, {50, 50}}, 10);
  const Replicates times = bootstrap_contrast(word_error_rate, a, b, Scale::log, {2, 0, 4000});
  CHECK(static_cast<double>(times.undefined) == Approx(1000).margin(150));  // speaker 0 twice
  const Replicates nothing =
      bootstrap_contrast(word_error_rate, a, ClusterSums{}, Scale::linear, {2, 0, 90});
  CHECK(nothing.undefined == 90);
}

}  // namespace keur
