// SPDX-License-Identifier: Apache-2.0
// robustness.json: what noise does to an error rate, and whether the tool says the same twice.
#include "metrics/estimate/contrast.h"
#include "metrics/estimate/flips.h"
#include "metrics/estimate/slope.h"
#include "metrics/estimate/student_t.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

// Errors per 1,000 words of two equal speakers.
ClusterSums at_rate(double rate) { return speakers({{1000 * rate, 1000 * rate}, {1000, 1000}}); }

void check_degradation(VectorCase& one) {
  const ClusterSums clean = at_rate(one.given("wer_clean")),
                    noisy = at_rate(one.given("wer_noisy"));
  // The benchmarks' "WERD" is cut off at 0; a signed difference is not, and this one is positive.
  one.expect("werd", *difference(word_error_rate, noisy, clean, 0.95).value);
  const double times = *relative(word_error_rate, noisy, clean, 0.95).value;
  one.expect("relative_degradation", times - 1);
  one.expect("log2_ratio", std::log2(times));
}

void check_slope(VectorCase& one) {
  const auto decibels = one.given("snr_db"), rates = one.given("wer");
  std::vector<Point> points;
  double area = 0, worst = 0;
  for (std::size_t i = 0; i < rates.size(); ++i) {
    points.push_back({decibels[i].get<double>(), rates[i].get<double>()});
    worst = std::max(worst, points[i].y);
    if (i > 0) area += (points[i].y + points[i - 1].y) / 2 * (points[i - 1].x - points[i].x);
  }
  const auto line = least_squares(points);
  one.expect("slope", line->slope);
  one.expect("intercept", line->intercept);
  one.expect("se", line->slope_error.value());
  one.expect("trapz_mean", area / (points.front().x - points.back().x));
  one.expect("worst", worst);
  const std::vector<std::vector<Point>> one_speaker{points};
  const auto found = rate_slope(one_speaker, 0.95);
  CHECK(found->speakers == 1);
  CHECK_FALSE(found->interval);
  one.expect("slope_log", found->mean);
  one.expect("rate_ratio_per_10dB", rate_ratio_per_10_db(found->mean));
}

void check_repeated_runs(VectorCase& one) {
  one.aside("note");
  const auto rates = one.given("wer_runs").get<std::vector<double>>();
  double mean = 0, squares = 0;
  for (const double rate : rates) mean += rate / static_cast<double>(rates.size());
  for (const double rate : rates) squares += std::pow(rate - mean, 2);
  const double variance = squares / (static_cast<double>(rates.size()) - 1);
  one.expect("mean", mean);
  one.expect("wer_variance_ddof1", variance);
  one.expect("sd", std::sqrt(variance));

  const auto recordings = one.given("outputs");
  Row sums = Row::Zero(flip_columns);
  for (const auto& outputs : recordings) {
    std::map<std::string, int> number;
    std::vector<int> numbered;
    for (const auto& output : outputs)
      numbered.push_back(
          number.try_emplace(output.get<std::string>(), static_cast<int>(number.size()))
              .first->second);
    sums += flips(numbered);
  }
  one.expect_exactly("n_utterances", static_cast<int>(sums[0]));
  one.expect("flip_rate_any", flip_rate(sums)->value);
  one.expect("pairwise_disagreement", pairwise_disagreement(sums)->value);
}

}  // namespace

TEST_CASE("robustness.json: degradation, slope per decibel, repeated runs") {
  VectorFile file("robustness");
  for (VectorCase& one : file.cases()) one.aside("name");
  check_degradation(file.named("werd"));
  check_slope(file.named("slope_per_db"));
  check_repeated_runs(file.named("repeat_runs"));
  file.finish();
}

TEST_CASE("the mean slope over speakers has Student's interval of a mean") {
  const auto speaker = [](double at_20, double per_db) {
    std::vector<Point> points;
    for (const double decibel : {20.0, 15.0, 10.0, 5.0, 0.0})
      points.push_back({decibel, at_20 * std::exp(per_db * (decibel - 20))});
    return points;
  };
  // Exact exponentials: the slopes come back, however good each speaker is understood in quiet.
  const std::vector<std::vector<Point>> three{speaker(0.02, -0.04), speaker(0.1, -0.05),
                                              speaker(0.3, -0.09)};
  const auto found = rate_slope(three, 0.95);
  same(found->mean, -0.06);
  const double error = std::sqrt((0.02 * 0.02 + 0.01 * 0.01 + 0.03 * 0.03) / 2 / 3);
  same(*found->standard_error, error);
  same(found->interval->lower, -0.06 - student_t_critical(0.95, 2) * error);
  same(found->interval->upper, -0.06 + student_t_critical(0.95, 2) * error);
}

TEST_CASE(
    "levels without errors and speakers without a slope are left out, and the latter counted") {
  const std::vector<std::vector<Point>> speakers{
      {{20, 0}, {10, 0.1}, {0, 0.2}},  // no error in quiet: two levels remain
      {{20, 0}, {10, 0}, {0, 0.2}},    // one level: no slope
      {{10, 0.1}, {10, 0.2}},          // one signal-to-noise ratio: none either
      {}};
  const auto found = rate_slope(speakers, 0.95);
  CHECK(found->speakers == 1);
  CHECK(found->left_out == 3);
  same(found->mean, -std::log(2.0) / 10);
  CHECK_FALSE(rate_slope({}, 0.95));
  CHECK_FALSE(least_squares({}));
  const std::vector<Point> two{{0, 1}, {1, 3}};
  CHECK(least_squares(two)->slope == 2);
  CHECK_FALSE(least_squares(two)->slope_error);
  const std::vector<std::vector<Point>> alike{{{0, 0.4}, {10, 0.2}}, {{0, 0.4}, {10, 0.2}}};
  CHECK_FALSE(
      rate_slope(alike, 0.95)->standard_error);  // no spread says nothing of the next speaker
}

TEST_CASE("one run cannot flip, and a recording counts once however often it does") {
  CHECK(flips({}).isZero());
  CHECK(flips(std::vector<int>{7}).isZero());
  CHECK(flips(std::vector<int>{1, 1}) == (Row(4) << 1, 0, 1, 0).finished());
  CHECK(flips(std::vector<int>{1, 2, 3, 1}) == (Row(4) << 1, 1, 6, 5).finished());
  CHECK_FALSE(flip_rate(Row::Zero(4)));
  CHECK_FALSE(pairwise_disagreement(Row::Zero(4)));
}

}  // namespace keur
