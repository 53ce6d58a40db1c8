// SPDX-License-Identifier: Apache-2.0
// cluster_extensions.json: proportions over clinicians, crossed clusters, strata, design effects
// and what a gate makes of them.
#include "metrics/estimate/contrast.h"
#include "metrics/estimate/design_effect.h"
#include "metrics/estimate/linearise.h"
#include "metrics/estimate/strata.h"
#include "metrics/estimate/student_t.h"
#include "metrics/estimate/two_way.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

// Rows of [label..., count...] added up by the labels in the columns `by`.
ClusterSums summed(const nlohmann::json& rows, const std::vector<std::size_t>& by,
                   std::size_t first_count) {
  std::map<std::vector<std::string>, int> number;
  std::vector<int> cluster;
  const std::size_t counts = rows[0].size() - first_count;
  Rows table(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(counts));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<std::string> labels;
    for (const std::size_t column : by) labels.push_back(rows[i][column]);
    cluster.push_back(number.try_emplace(labels, static_cast<int>(number.size())).first->second);
    for (std::size_t c = 0; c < counts; ++c)
      table(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(c)) = rows[i][first_count + c];
  }
  return sum_by_cluster(cluster, table);
}

void check_proportions(VectorCase& one) {
  one.aside("columns");
  const ClusterSums sums = summed(one.given("notes"), {0}, 1);
  const Row total = sums.total();
  one.expect("totals", std::vector<double>{total[0], total[1], total[2]});
  const std::pair<std::string, const Metric*> metrics[] = {
      {"/precision", &precision}, {"/recall", &recall}, {"/f1", &f1}};
  for (const auto& [id, metric] : metrics) {
    const Estimate found = estimate(*metric, sums, 0.95);
    CHECK(found.method == Method::logit_t);
    CHECK(found.cases == 8);
    CHECK(found.clusters == 5);
    one.expect(id + "/estimate", *found.value);
    one.expect(id + "/se", *found.standard_error);
    one.expect(id + "/ci95_logit_t", *found.interval);
    one.expect(id + "/ci95_t",
               symmetric_interval(Scale::linear, *found.value,
                                  student_t_critical(0.95, 4) * *found.standard_error));
    one.expect(id + "/one_sided_lower95_logit_t", estimate(*metric, sums, 0.90).interval->lower);
  }
}

void check_two_way(VectorCase& one) {
  one.aside("columns");
  one.aside("fallback");
  const auto rows = one.given("rows");
  const auto found = two_way(word_error_rate, summed(rows, {0}, 2), summed(rows, {1}, 2),
                             summed(rows, {0, 1}, 2), 0.95);
  REQUIRE(found);
  one.expect("ratio", found->value);
  one.expect("var_clinician", found->variance_a);
  one.expect("var_patient", found->variance_b);
  one.expect("var_intersection", found->variance_cells);
  one.expect("var_two_way", found->variance_a + found->variance_b - found->variance_cells);
  one.expect("var_reported", found->variance);
  one.expect("se_two_way", std::sqrt(found->variance));
  one.expect_exactly("df", found->degrees_of_freedom);
  const double half = student_t_critical(0.95, 3) * std::sqrt(found->variance) / found->value;
  same(found->interval.lower, found->value * std::exp(-half));
  same(found->interval.upper, found->value * std::exp(half));
}

void check_strata(VectorCase& one) {
  const auto parts = one.given("strata"), order = one.given("per_stratum");
  std::vector<Stratum> strata;
  for (std::size_t h = 0; h < order.size(); ++h) {
    const std::string at = "/per_stratum/" + std::to_string(h);
    const auto& part = parts.at(order[h].at("stratum").get<std::string>());
    strata.push_back({part.at("W"), speakers(part.at("err"), part.at("words"))});
    const Estimate alone = estimate(word_error_rate, strata.back().sums, 0.95);
    one.expect(at + "/R", *alone.value);
    one.expect(at + "/var", std::pow(*alone.standard_error, 2));
  }
  const Estimate found = stratified(word_error_rate, strata, 0.95);
  CHECK(found.method == Method::linear_t);
  one.expect("estimate", *found.value);
  one.expect("se", *found.standard_error);
  one.expect("df_satterthwaite", *found.degrees_of_freedom);
  one.expect("ci95", *found.interval, scipy_t);
}

void check_design_effect(VectorCase& one) {
  const ClusterSums sums = speakers(one.given("err"), one.given("words"));
  const Estimate found = estimate(word_error_rate, sums, 0.95);
  one.expect("deff", *found.design_effect);
  one.expect("n_effective", *found.effective_size);
  double squares = 0;
  for (Eigen::Index g = 0; g < sums.sums.rows(); ++g) squares += std::pow(sums.sums(g, 1), 2);
  const double size = squares / found.denominator;
  one.expect("weighted_mean_cluster_size", size);
  // The correlation behind it is below the planned one, which is meant to be cautious.
  const double implied = (*found.design_effect - 1) / (size - 1);
  one.expect("icc_implied", implied);
  CHECK(implied < planned_intracluster_correlation);
}

// The sums behind both are the speakers A and B of ratio_cluster_se.json.
void check_gates(VectorCase& one) {
  for (const char* text :
       {"/items/0/desc", "/items/1/desc", "/items/0/decision", "/items/1/decision"})
    one.aside(text);
  const ClusterSums a = speakers({{12, 30, 7, 22, 15, 41}, {240, 310, 198, 275, 260, 330}});
  const ClusterSums b = speakers({{10, 25, 9, 18, 12, 33}, {240, 310, 198, 275, 260, 330}});
  const Estimate rate = estimate(word_error_rate, a, 0.90);
  one.expect("/items/0/estimate", *rate.value);
  one.expect("/items/0/se", *rate.standard_error);
  one.expect("/items/0/df", *rate.degrees_of_freedom);
  // A one-sided bound is the end of the interval with twice the tail.
  one.expect("/items/0/upper", rate.interval->upper);
  CHECK(rate.interval->upper > one.given("/items/0/threshold").get<double>());

  const Estimate gap = difference(word_error_rate, b, a, 0.90);
  one.expect("/items/1/diff_B_minus_A", *gap.value);
  one.expect("/items/1/se", *gap.standard_error);
  one.expect("/items/1/df", *gap.degrees_of_freedom);
  one.expect("/items/1/upper95", gap.interval->upper);
  CHECK(gap.interval->upper < one.given("/items/1/margin").get<double>());
}

}  // namespace

TEST_CASE("cluster_extensions.json: proportions, crossed clusters, strata, design effect, gates") {
  VectorFile file("cluster_extensions");
  for (VectorCase& one : file.cases()) one.aside("name");
  check_proportions(file.named("entity_prf_by_clinician"));
  check_two_way(file.named("two_way_cluster"));
  check_strata(file.named("post_stratified_wer"));
  check_design_effect(file.named("deff_and_icc_from_data"));
  check_gates(file.named("gate_examples"));
  file.finish();
}

TEST_CASE("crossed clusters: nested ones add nothing, and no kind is narrower than alone") {
  Dice dice(61);
  for (int round = 0; round < 50; ++round) {
    const int clinicians = 3 + dice.roll(6), patients = 3 + dice.roll(6);
    std::vector<int> clinician, patient, cell;
    Rows rows(60, 2);
    for (Eigen::Index i = 0; i < 60; ++i) {
      clinician.push_back(dice.roll(clinicians));
      patient.push_back(dice.roll(patients));
      cell.push_back(clinician.back() * 100 + patient.back());
      rows(i, 1) = 20 + dice.roll(60);
      rows(i, 0) = 1 + dice.roll(9);
    }
    const ClusterSums a = sum_by_cluster(clinician, rows), b = sum_by_cluster(patient, rows);
    const auto crossed = two_way(word_error_rate, a, b, sum_by_cluster(cell, rows), 0.95);
    REQUIRE(crossed);
    for (const ClusterSums& alone : {a, b})
      CHECK(std::sqrt(crossed->variance) >=
            linearised_error(linearise(word_error_rate, alone)->influence) * (1 - 1e-12));
    CHECK(crossed->degrees_of_freedom + 1 ==
          static_cast<double>(std::min(a.clusters.size(), b.clusters.size())));
    // With the second kind inside the first the cells are the second kind: V_a + V_b - V_b.
    const auto nested =
        two_way(word_error_rate, a, sum_by_cluster(cell, rows), sum_by_cluster(cell, rows), 0.95);
    same(nested->variance, std::max(nested->variance_a, nested->variance_b));
  }
}

TEST_CASE("crossed clusters: proportions on the logit scale, and nothing without two of a kind") {
  const ClusterSums a = speakers({{8, 9, 7}, {10, 10, 10}}),
                    b = speakers({{7, 9, 8}, {10, 10, 10}});
  const auto found = two_way(event_share, a, b, a, 0.95);
  REQUIRE(found);
  CHECK(found->interval.upper < 1);
  CHECK_FALSE(two_way(event_share, a, speakers({{24}, {30}}), a, 0.95));
  const ClusterSums none = speakers({{0, 0, 0}, {10, 10, 10}});
  CHECK_FALSE(two_way(event_share, none, none, none, 0.95));
  CHECK_FALSE(two_way(event_share, ClusterSums{}, ClusterSums{}, ClusterSums{}, 0.95));
}

TEST_CASE("strata: one stratum is its linear interval, and only proportions of weights matter") {
  const ClusterSums sums = speakers({{4, 9, 2, 7, 5, 6}, {40, 50, 60, 45, 55, 50}});
  const std::vector<Stratum> one{{3, sums}};
  const Estimate found = stratified(word_error_rate, one, 0.95);
  const Estimate alone = estimate(word_error_rate, sums, 0.95);
  CHECK(*found.value == *alone.value);
  same(*found.standard_error, *alone.standard_error);
  same(*found.degrees_of_freedom, 5);
  const std::vector<Stratum> twice{{2, sums}, {6, sums}}, scaled{{0.25, sums}, {0.75, sums}};
  CHECK(stratified(word_error_rate, twice, 0.95).interval->upper ==
        stratified(word_error_rate, scaled, 0.95).interval->upper);
  CHECK(stratified(word_error_rate, twice, 0.95).clusters == 12);
}

TEST_CASE("strata: one without events widens the interval by its exact bound, not by 0") {
  const ClusterSums some = speakers({{4, 9, 2, 7, 5}, {40, 50, 60, 45, 55}});
  const ClusterSums none = speakers({{0, 0, 0, 0, 0}, {40, 50, 60, 45, 55}});
  const std::vector<Stratum> strata{{0.5, some}, {0.5, none}};
  const Estimate found = stratified(word_error_rate, strata, 0.95);
  CHECK(found.method == Method::mover);
  CHECK_FALSE(found.standard_error);
  const Estimate a = estimate(word_error_rate, some, 0.95),
                 b = estimate(word_error_rate, none, 0.95);
  same(found.interval->lower, *a.value / 2 - (*a.value - a.interval->lower) / 2);
  same(found.interval->upper,
       *a.value / 2 + std::hypot(a.interval->upper - *a.value, b.interval->upper) / 2);
}

TEST_CASE("strata: undefined in one is undefined in all, one cluster in one is no interval") {
  const ClusterSums some = speakers({{4, 9, 2}, {40, 50, 60}});
  const std::vector<Stratum> empty{{1, some}, {1, speakers({{0, 0}, {0, 0}})}};
  CHECK_FALSE(stratified(word_error_rate, empty, 0.95).value);
  const std::vector<Stratum> lone{{1, some}, {1, speakers({{4}, {40}})}};
  const Estimate found = stratified(word_error_rate, lone, 0.95);
  CHECK(found.value);
  CHECK_FALSE(found.interval);
  CHECK(found.has(Caution::few_clusters));
  CHECK_FALSE(stratified(word_error_rate, {}, 0.95).value);
}

}  // namespace keur
