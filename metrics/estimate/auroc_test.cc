// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/auroc.h"

#include "metrics/estimate/ranked_bootstrap.h"
#include "metrics/estimate/student_t.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

std::vector<Observation> patients(const nlohmann::json& positive, const nlohmann::json& score) {
  std::vector<Observation> result;
  for (std::size_t i = 0; i < positive.size(); ++i)
    result.push_back({score[i].get<double>(), positive[i].get<int>() == 1});
  return result;
}

// Hanley and McNeil (1982), Radiology 143:29-36, equation 2: from the area alone. The library does
// not use it; where DeLong's error is 0 its own often is as well.
double hanley_mcneil(double area, double positives, double others) {
  const double q1 = area / (2 - area), q2 = 2 * area * area / (1 + area);
  return std::sqrt((area * (1 - area) + (positives - 1) * (q1 - area * area) +
                    (others - 1) * (q2 - area * area)) /
                   (positives * others));
}

// Placement values by comparing every pair.
std::optional<double> delong_textbook(const std::vector<Observation>& all) {
  std::vector<double> of_positives, of_others;
  const auto wins = [](double a, double b) { return a > b ? 1.0 : a == b ? 0.5 : 0.0; };
  for (const Observation& one : all) {
    double sum = 0, count = 0;
    for (const Observation& other : all)
      if (one.positive != other.positive) {
        sum += one.positive ? wins(one.value, other.value) : wins(other.value, one.value);
        ++count;
      }
    (one.positive ? of_positives : of_others).push_back(sum / count);
  }
  double variance = 0;
  for (const auto& side : {of_positives, of_others}) {
    const double n = static_cast<double>(side.size());
    if (n < 2) return std::nullopt;
    double mean = 0, squares = 0;
    for (const double one : side) mean += one / n;
    for (const double one : side) squares += std::pow(one - mean, 2);
    variance += squares / (n - 1) / n;
  }
  return variance;
}

}  // namespace

TEST_CASE("auc_delong.json: areas, errors and intervals of one score, and two compared") {
  VectorFile file("auc_delong");
  for (VectorCase& one : file.cases()) {
    INFO(one.name());
    one.aside("name");
    const auto positive = one.given("y");
    if (one.has("score2")) {
      const auto first = patients(positive, one.given("score1"));
      const auto second = one.given("score2").get<std::vector<double>>();
      const auto found = auroc_difference(first, second, 0.95);
      REQUIRE(found);
      one.expect("auc1", auroc(first, 0.95)->value);
      one.expect("auc2", auroc(patients(positive, second), 0.95)->value);
      one.expect("cov", found->covariance);
      one.expect("var_diff", found->standard_error * found->standard_error);
      one.expect("diff", found->value);
      one.expect("z", found->statistic);
      one.expect("p", found->p_two_sided);
      one.expect("ci95_diff", found->interval);
      one.expect("/pROC/z", found->statistic);
      one.expect("/pROC/p", found->p_two_sided);
      one.expect("/pROC/ci95", found->interval);
      continue;
    }
    const auto all = patients(positive, one.given("score"));
    const auto found = auroc(all, 0.95);
    REQUIRE(found);
    one.expect_exactly("m_pos", found->positives);
    one.expect_exactly("n_neg", found->others);
    one.expect("auc", found->value);
    one.expect("hanley_mcneil_se",
               hanley_mcneil(found->value, static_cast<double>(found->positives),
                             static_cast<double>(found->others)));
    const double error = found->standard_error.value_or(0);
    one.expect("delong_se", error);
    one.expect("delong_var", error * error);
    one.expect("/pROC/auc", found->value);
    one.expect("/pROC/var", error * error);
    Interval wald = symmetric_interval(Scale::linear, found->value, normal_critical(0.95) * error);
    wald.upper = std::min(1.0, wald.upper);
    one.expect("ci95_wald_clipped", wald);
    one.expect("/pROC/ci95", wald);
    CHECK(found->standard_error.has_value() == one.has("ci95_logit"));
    if (one.has("ci95_logit")) {
      one.expect("ci95_logit", found->interval.value());
    } else {
      one.aside("note");  // that the interval of width 0 must not be reported
      CHECK((!found->interval || found->interval->lower < found->interval->upper));
    }
  }
  file.finish();
}

TEST_CASE("mid-ranks give the placement values of comparing every pair") {
  Dice dice(71);
  for (int round = 0; round < 100; ++round) {
    std::vector<Observation> all;
    for (int i = 0; i < 4 + dice.roll(40); ++i)
      all.push_back({dice.roll(12) / 4.0, i == 0 || (i > 1 && dice.roll(3) == 0)});
    const auto found = auroc(all, 0.95);
    const auto variance = delong_textbook(all);
    if (found->standard_error) same(*found->standard_error, std::sqrt(*variance));
    if (variance && *variance > 1e-20 && found->value > 0 && found->value < 1)
      CHECK(found->standard_error);
  }
}

TEST_CASE(
    "every pair in order: bounded from below by disjoint pairs, never an interval of one point") {
  const auto found = auroc(
      std::vector<Observation>{{1, false}, {2, false}, {3, true}, {4, true}, {5, true}}, 0.95);
  CHECK(found->value == 1);
  CHECK_FALSE(found->standard_error);
  same(found->interval->lower, std::sqrt(0.025));  // two disjoint pairs
  CHECK(found->interval->upper == 1);
  // Reversed it is the mirror image.
  const auto reversed = auroc(
      std::vector<Observation>{{1, true}, {2, true}, {3, true}, {4, false}, {5, false}}, 0.95);
  CHECK(reversed->value == 0);
  CHECK(reversed->interval->lower == 0);
  same(reversed->interval->upper, 1 - std::sqrt(0.025));
}

TEST_CASE("the bound at every pair in order holds: normal scores whose true area is at it") {
  // 10 and 10 patients, true area a = 0.025^(1/10): all in order at most once in forty.
  const double bound = std::pow(0.025, 0.1);     // 0.69
  const double shift = std::sqrt(2.0) * 0.4986;  // Phi(shift / sqrt 2) = 0.69
  Dice dice(72);
  int all_in_order = 0;
  for (int round = 0; round < 2000; ++round) {
    std::vector<Observation> all;
    for (int i = 0; i < 20; ++i) {
      double normal = -6;  // twelve uniform numbers less 6: near enough to normal
      for (int k = 0; k < 12; ++k) normal += dice.roll(1 << 20) / 1048576.0;
      all.push_back({normal + (i < 10 ? shift : 0), i < 10});
    }
    all_in_order += *area_under_curve(all) == 1;
  }
  CHECK(all_in_order <= 2000 * 0.025);
  CHECK(bound > 0.69);
}

TEST_CASE("one side only is undefined; too few or no spread have a value and no interval") {
  CHECK_FALSE(auroc({}, 0.95));
  CHECK_FALSE(auroc(std::vector<Observation>{{1, true}, {2, true}}, 0.95));
  const auto few = auroc(std::vector<Observation>{{2, true}, {1, false}, {3, false}}, 0.95);
  CHECK(few->value == 0.5);
  CHECK_FALSE(few->interval);

  const std::vector<Observation> all{{1, false}, {3, false}, {2, true}, {4, true}};
  const std::vector<double> itself{1, 3, 2, 4};
  CHECK_FALSE(auroc_difference(all, itself, 0.95));
  CHECK_FALSE(auroc_difference(all, std::vector<double>{1, 2}, 0.95));
  CHECK_FALSE(auroc_difference({}, {}, 0.95));
}

TEST_CASE("clustered observations are resampled by cluster, as one list of those drawn") {
  const Ranked area{"auroc", "", "", "", "", Better::higher, "", area_under_curve};
  Dice dice(73);
  std::vector<std::vector<Observation>> clusters;
  for (int g = 0; g < 12; ++g) {
    clusters.emplace_back();
    const double habit = dice.roll(100) / 40.0;
    for (int i = 0; i < 6; ++i)
      clusters.back().push_back({habit + dice.roll(100) / 50.0 + (i % 3 == 0 ? 1 : 0), i % 3 == 0});
  }
  const Resampling sampling{11, 0, 300};
  const Replicates found = bootstrap(area, clusters, sampling);
  std::vector<std::pair<double, std::int64_t>> slow;
  for (std::uint32_t r = 0; r < 300; ++r) {
    std::vector<Observation> resample;
    for (std::uint64_t d = 0; d < 12; ++d)
      for (const Observation& one : clusters[draw(sampling, r, d, 12)]) resample.push_back(one);
    slow.emplace_back(*area_under_curve(resample), 1);
  }
  const Replicates expected = tally(slow, 0);
  CHECK(found.values == expected.values);
  CHECK(found.up_to == expected.up_to);
  std::vector<Observation> all;
  for (const auto& cluster : clusters) all.insert(all.end(), cluster.begin(), cluster.end());
  CHECK(bca_interval(found, *area_under_curve(all), *without_each(area, clusters), 0.95));

  // One cluster with all positives: resamples and remainders without it are undefined.
  const std::vector<std::vector<Observation>> lone{{{1, true}, {0, false}}, {{2, false}}};
  CHECK_FALSE(without_each(area, lone));
  CHECK(static_cast<double>(bootstrap(area, lone, {1, 0, 4000}).undefined) ==
        Approx(1000).margin(150));
  CHECK_FALSE(without_each(area, {}));
  CHECK(bootstrap(area, {}, {1, 0, 50}).undefined == 50);
}

}  // namespace keur
