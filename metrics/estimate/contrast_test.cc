// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/contrast.h"
#include "metrics/estimate/linearise.h"

#include "metrics/estimate/student_t.h"
#include "metrics/estimate/support_test.h"

namespace keur {
namespace {

const std::vector<double> words{240, 310, 198, 275, 260, 330};

// The first `count` clusters of a slice.
ClusterSums first(const ClusterSums& sums, int count) {
  ClusterSums result;
  result.clusters.assign(sums.clusters.begin(), sums.clusters.begin() + count);
  result.sums = sums.sums.topRows(count);
  result.cases = count;
  return result;
}

ClusterSums renumbered(ClusterSums sums, int from) {
  std::iota(sums.clusters.begin(), sums.clusters.end(), from);
  return sums;
}

}  // namespace

TEST_CASE("the slow way gives the same error for any overlap") {
  Dice dice(8);
  for (int round = 0; round < 200; ++round) {
    // Speakers 0 .. count_a - 1 against shift .. shift + count_b - 1: from all shared to none.
    const int count_a = 3 + dice.roll(10), count_b = 3 + dice.roll(10), shift = dice.roll(16);
    const ClusterSums a = dice.speakers_with_errors(count_a);
    const ClusterSums b = dice.speakers_with_errors(count_b, shift);
    const Estimate of_a = estimate(word_error_rate, a, 0.95);
    const Estimate of_b = estimate(word_error_rate, b, 0.95);

    double squares = 0, log_squares = 0;
    for (int g = 0; g < 32; ++g) {
      double ua = 0, ub = 0;
      if (g < count_a)
        ua = std::sqrt(count_a / (count_a - 1.0)) * (a.sums(g, 0) - *of_a.value * a.sums(g, 1)) /
             of_a.denominator;
      if (g >= shift && g < shift + count_b)
        ub = std::sqrt(count_b / (count_b - 1.0)) *
             (b.sums(g - shift, 0) - *of_b.value * b.sums(g - shift, 1)) / of_b.denominator;
      squares += std::pow(ua - ub, 2);
      log_squares += std::pow(ua / *of_a.value - ub / *of_b.value, 2);
    }
    const Estimate gap = difference(word_error_rate, a, b, 0.95);
    const Estimate times = relative(word_error_rate, a, b, 0.95);
    CHECK(gap.paired == (shift < count_a));
    same(*gap.standard_error, std::sqrt(squares));
    same(*times.scale_error, std::sqrt(log_squares));
    if (gap.paired) CHECK(*gap.degrees_of_freedom == std::min(count_a, count_b) - 1);
  }
}

TEST_CASE("without shared speakers the variances add up and Welch counts the degrees") {
  Dice dice(9);
  for (int round = 0; round < 50; ++round) {
    const ClusterSums a = dice.speakers_with_errors(3 + dice.roll(20));
    const ClusterSums b = dice.speakers_with_errors(3 + dice.roll(20), 50);
    const double va = std::pow(linearised_error(linearise(word_error_rate, a)->influence), 2);
    const double vb = std::pow(linearised_error(linearise(word_error_rate, b)->influence), 2);
    const auto dfa = static_cast<double>(a.clusters.size()) - 1;
    const auto dfb = static_cast<double>(b.clusters.size()) - 1;
    const Estimate gap = difference(word_error_rate, a, b, 0.95);
    same(*gap.standard_error, std::sqrt(va + vb));
    same(*gap.degrees_of_freedom, std::pow(va + vb, 2) / (va * va / dfa + vb * vb / dfb));
  }
}

TEST_CASE("pairing speakers who are good or bad at both narrows the interval") {
  const ClusterSums a = speakers({{12, 30, 7, 22, 15, 41}, words});
  const ClusterSums b = speakers({{10, 25, 9, 18, 12, 33}, words});
  const Estimate paired = difference(word_error_rate, a, b, 0.95);
  const Estimate apart = difference(word_error_rate, a, renumbered(b, 100), 0.95);
  CHECK(*paired.value == *apart.value);
  CHECK(*paired.standard_error < *apart.standard_error / 3);
}

TEST_CASE("a few speakers against many of whom they are part rest on the few") {
  Dice dice(10);
  const ClusterSums many = dice.speakers_with_errors(40);
  const Estimate found =
      difference(word_error_rate, first(dice.speakers_with_errors(40), 6), many, 0.95);
  CHECK(found.paired);
  CHECK(found.clusters == 6);
  CHECK(*found.degrees_of_freedom == 5);
}

TEST_CASE("swapping the sides turns a contrast around") {
  Dice dice(11);
  for (int round = 0; round < 30; ++round) {
    const ClusterSums a = dice.speakers_with_errors(6), b = dice.speakers_with_errors(9, 3);
    const Estimate gap = difference(word_error_rate, a, b, 0.95);
    const Estimate back = difference(word_error_rate, b, a, 0.95);
    same(gap.interval->lower, -back.interval->upper);
    const Estimate times = relative(word_error_rate, a, b, 0.95);
    const Estimate over = relative(word_error_rate, b, a, 0.95);
    same(times.interval->lower, 1 / over.interval->upper);
  }
}

TEST_CASE("a contrast is as lopsided as its worse side") {
  const ClusterSums even = speakers({{4, 5, 6, 8, 5}, {50, 50, 50, 50, 50}});
  const ClusterSums uneven = speakers({{4, 5, 6, 8, 50}, {50, 50, 50, 50, 600}});
  for (const Estimate& gap : {difference(word_error_rate, even, uneven, 0.95),
                              difference(word_error_rate, uneven, even, 0.95)}) {
    CHECK(gap.has(Caution::dominant_cluster));
    same(*gap.largest_share, 0.75);  // 600 of 800 words
  }
}

TEST_CASE("a side without events or with nothing else: MOVER on the two intervals") {
  const ClusterSums some = speakers({{4, 9, 2, 7, 5, 6}, words});
  struct {
    const char* what;
    ClusterSums other;
  } const rows[] = {
      {"no events", speakers({{0, 0, 0, 0, 0, 0}, words})},
      {"only events", speakers({words, words})},
      {"one ratio everywhere",
       speakers({{24, 31, 20, 27, 26, 33}, {240, 310, 200, 270, 260, 330}})},
  };
  for (const auto& row : rows)
    for (const int from : {0, 100}) {  // shared speakers, then others
      INFO(row.what << ", numbered from " << from);
      const ClusterSums other = renumbered(row.other, from);
      const Estimate of_some = estimate(event_share, some, 0.95);
      const Estimate of_other = estimate(event_share, other, 0.95);
      const Estimate gap = difference(event_share, some, other, 0.95);
      REQUIRE(gap.method == Method::mover);
      CHECK_FALSE(gap.standard_error);
      CHECK_FALSE(gap.degrees_of_freedom);
      CHECK(gap.has(Caution::no_spread) == of_other.has(Caution::no_spread));
      const double below = std::sqrt(std::pow(*of_some.value - of_some.interval->lower, 2) +
                                     std::pow(of_other.interval->upper - *of_other.value, 2));
      const double above = std::sqrt(std::pow(of_some.interval->upper - *of_some.value, 2) +
                                     std::pow(*of_other.value - of_other.interval->lower, 2));
      same(gap.interval->lower, *gap.value - below);
      same(gap.interval->upper, *gap.value + above);
    }
}

TEST_CASE("identical outputs differ by 0 with an interval that is not") {
  const ClusterSums same_sums = speakers({{12, 30, 7, 22, 15, 41}, words});
  const Estimate gap = difference(word_error_rate, same_sums, same_sums, 0.95);
  CHECK(*gap.value == 0);
  CHECK(gap.method == Method::mover);
  CHECK(gap.has(Caution::no_spread));
  CHECK(gap.interval->lower < 0);
  CHECK(gap.interval->upper > 0);
  const Estimate times = relative(word_error_rate, same_sums, same_sums, 0.95);
  CHECK(*times.value == 1);
  CHECK(times.method == Method::mover);
  CHECK(times.interval->lower < 1);
  CHECK(times.interval->upper > 1);
}

TEST_CASE("a contrast is undefined where a side is, a ratio also where a side is 0") {
  const ClusterSums some = speakers({{4, 9, 2}, {40, 50, 60}});
  const ClusterSums none = speakers({{0, 0, 0}, {40, 50, 60}});
  const ClusterSums empty = speakers({{0, 0, 0}, {0, 0, 0}});
  CHECK_FALSE(difference(word_error_rate, some, empty, 0.95).value);
  CHECK_FALSE(difference(word_error_rate, ClusterSums{}, some, 0.95).value);
  CHECK_FALSE(relative(word_error_rate, empty, some, 0.95).value);
  CHECK_FALSE(relative(word_error_rate, none, some, 0.95).value);
  CHECK_FALSE(relative(word_error_rate, some, none, 0.95).value);
  CHECK(difference(word_error_rate, none, none, 0.95).interval);
}

TEST_CASE("a ratio of proportions of 1 keeps its bounds") {
  // Both sides only events: each lower bound is below 1, so the ratio may be either side of 1.
  const ClusterSums all = speakers({words, words});
  const Estimate times = relative(event_share, all, renumbered(all, 100), 0.95);
  CHECK(*times.value == 1);
  const double lowest = estimate(event_share, all, 0.95).interval->lower;
  same(times.interval->lower, lowest);  // the other side cannot exceed 1
  same(times.interval->upper, 1 / lowest);
}

TEST_CASE("a side without an interval leaves the contrast without one") {
  const ClusterSums one = speakers({{4}, {40}}, 50), many = speakers({{4, 9, 2}, {40, 50, 60}});
  const Estimate gap = difference(word_error_rate, one, many, 0.95);
  CHECK(gap.value);
  CHECK_FALSE(gap.interval);
  CHECK(gap.has(Caution::few_clusters));
}

TEST_CASE("a side bounded from below only bounds the contrast from below only") {
  const ClusterSums many = speakers({{4, 9, 2}, {40, 50, 60}});
  // Every speaker has twice as many errors as words: that side has no upper bound.
  const ClusterSums doubled = speakers({{20, 40, 60}, {10, 20, 30}});
  const Estimate flat = difference(word_error_rate, doubled, many, 0.95);
  CHECK(flat.value);
  CHECK(flat.interval->lower < *flat.value);
  CHECK(std::isinf(flat.interval->upper));
  CHECK(flat.has(Caution::no_spread));
}

}  // namespace keur
