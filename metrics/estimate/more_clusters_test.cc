// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/more_clusters.h"

#include "metrics/estimate/contrast.h"
#include "metrics/estimate/proportion.h"
#include "metrics/estimate/student_t.h"
#include "metrics/estimate/support_test.h"

namespace keur {
namespace {

const std::vector<double> errors{12, 30, 7, 22, 15, 41}, words{240, 310, 198, 275, 260, 330};

// One cluster at a time, on the scale of the interval: the slow twin.
long one_at_a_time(const Estimate& now, double limit) {
  for (long more = std::max(1, fewest_clusters - now.clusters);; ++more) {
    const double clusters = static_cast<double>(now.clusters + more);
    const double freedom = *now.degrees_of_freedom * (clusters - 1) / (now.clusters - 1);
    const double reach = student_t_critical(now.confidence, freedom) * *now.scale_error *
                         std::sqrt(now.clusters / clusters);
    if (reach < std::abs(to_scale(now.scale, limit) - to_scale(now.scale, *now.value))) return more;
  }
}

}  // namespace

TEST_CASE("halving finds what counting up finds") {
  Dice dice(12);
  for (int round = 0; round < 40; ++round) {
    const ClusterSums a = dice.speakers_with_errors(2 + dice.roll(9));
    const ClusterSums b = dice.speakers_with_errors(2 + dice.roll(9), dice.roll(12));
    const Estimate rate = estimate(word_error_rate, a, 0.95);
    for (const double factor : {0.6, 0.9, 1.1, 1.5})
      CHECK(more_clusters(rate, *rate.value * factor) == one_at_a_time(rate, *rate.value * factor));
    const Estimate share = estimate(event_share, a, 0.95);
    CHECK(more_clusters(share, *share.value / 2) == one_at_a_time(share, *share.value / 2));
    const Estimate gap = difference(word_error_rate, a, b, 0.95);
    CHECK(more_clusters(gap, *gap.value + 0.02) == one_at_a_time(gap, *gap.value + 0.02));
    const Estimate times = relative(word_error_rate, a, b, 0.95);
    CHECK(more_clusters(times, *times.value * 1.3) == one_at_a_time(times, *times.value * 1.3));
  }
}

TEST_CASE("the six speakers of the reference need company to show less than 10 %") {
  // ln(0.10 / 0.0787) = 0.239 must exceed t * 0.1743 * sqrt(6 / G): 13 gives 0.258 and 15 gives
  // 0.236, so 15 speakers, 9 more.
  const Estimate now = estimate(word_error_rate, speakers({errors, words}), 0.95);
  CHECK(now.interval->upper > 0.10);
  CHECK(more_clusters(now, 0.10) == 9);
}

TEST_CASE("adding that many copies of the same spread does decide the gate") {
  // Ten-fold data has more clusters than asked for, so its bound must clear; two-fold must not.
  const ClusterSums once = speakers({errors, words});
  const long more = *more_clusters(estimate(word_error_rate, once, 0.95), 0.095);
  for (const int copies : {2, 10}) {
    const Estimate now = estimate(word_error_rate, repeated(once, copies), 0.95);
    INFO("needed " << 6 + more << ", given " << now.clusters);
    CHECK((now.interval->upper < 0.095) == (now.clusters >= 6 + more));
    CHECK((now.interval->upper < 0.095) == (copies == 10));
  }
}

TEST_CASE("zero events: the exact bound is solved for the effective size") {
  // One unit per cluster, so clusters are trials: 1 - 0.025^(1/n) < 0.01 from n = 368 on
  // (ln 0.025 / ln 0.99 = 367.04), and at the one-sided 5 % from the well-known 299.
  const std::vector<double> none(100, 0), one_each(100, 1);
  const ClusterSums sums = speakers({none, one_each});
  CHECK(more_clusters(estimate(event_share, sums, 0.95), 0.01) == 368 - 100);
  CHECK(more_clusters(estimate(event_share, sums, 0.90), 0.01) == 299 - 100);
  CHECK(more_clusters(estimate(word_error_rate, sums, 0.90), 0.01) == 299 - 100);
  // Only events, to show more than 99 %: the mirror image.
  CHECK(more_clusters(estimate(event_share, speakers({one_each, one_each}), 0.90), 0.99) ==
        299 - 100);
}

TEST_CASE("no spread: the exact bound with the value kept") {
  const Estimate now =
      estimate(event_share, speakers({{3, 3, 3, 3, 3}, {10, 10, 10, 10, 10}}), 0.95);
  const long more = *more_clusters(now, 0.4);
  const auto upper = [&](long clusters) {
    const double size = *now.effective_size * static_cast<double>(clusters) / 5;
    return clopper_pearson(0.3 * size, size, 0.95).upper;
  };
  CHECK(upper(5 + more) < 0.4);
  CHECK(upper(4 + more) >= 0.4);
}

TEST_CASE("MOVER: the distance to the limit shrinks with the root of the clusters") {
  const std::vector<double> units{50, 50, 50, 50, 50};
  const Estimate gap = difference(event_share, speakers({{4, 6, 5, 3, 7}, units}),
                                  speakers({{0, 0, 0, 0, 0}, units}, 10), 0.95);
  REQUIRE(gap.method == Method::mover);
  const double reach = gap.interval->upper - *gap.value, room = 0.02;
  const long total = static_cast<long>(std::floor(5 * std::pow(reach / room, 2))) + 1;
  CHECK(more_clusters(gap, *gap.value + room) == total - 5);
}

TEST_CASE("few clusters whose bound clears already still lack clusters to count") {
  const Estimate two = estimate(word_error_rate, speakers({{10, 11}, {100, 100}}), 0.95);
  CHECK(two.interval->upper < 0.9);
  CHECK(more_clusters(two, 0.9) == 3);
  // A limit no value can reach needs only the next cluster.
  const Estimate six = estimate(word_error_rate, speakers({errors, words}), 0.95);
  CHECK(more_clusters(six, -0.1) == 1);
  const Estimate share = estimate(event_share, speakers({errors, words}), 0.95);
  CHECK(more_clusters(share, 1.5) == 1);
}

TEST_CASE("no answer without a value or interval, on the limit, or beyond a million") {
  const Estimate six = estimate(word_error_rate, speakers({errors, words}), 0.95);
  CHECK_FALSE(more_clusters(six, *six.value));
  CHECK_FALSE(more_clusters(six, *six.value + 1e-10));
  CHECK_FALSE(more_clusters(six, *six.value * (1 + 1e-5)));
  CHECK(more_clusters(six, *six.value * (1 + 1e-2)));
  CHECK_FALSE(more_clusters(estimate(word_error_rate, ClusterSums{}, 0.95), 0.1));
  CHECK_FALSE(more_clusters(estimate(word_error_rate, speakers({{4}, {40}}), 0.95), 0.2));
}

}  // namespace keur
