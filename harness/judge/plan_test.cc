// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/plan.h"

#include <cmath>
#include <random>

#include "harness/judge/plan_study.h"
#include "harness/judge/small_ledger_test.h"
#include "metrics/estimate/contrast.h"
#include "metrics/estimate/estimate.h"
#include "metrics/estimate/planning.h"
#include "metrics/estimate/power.h"

namespace keur {
namespace {

// So many words that what varies is the speakers alone.
constexpr double endless = 1e12;

PlannedPart value_part(double truth, long clusters, double units, double correlation) {
  PlannedPart part;
  part.truth = truth;
  part.compared = {clusters, units, 1};
  part.correlation = correlation;
  return part;
}

PlannedPart group_part(double truth, double base, long first, long second, double correlation) {
  PlannedPart part = value_part(truth, first, endless, correlation);
  part.reference = PlannedSide{second, endless, 1};
  part.base = base;
  return part;
}

// A speaker's rate varies around `rate` with `spread`: the sum of twelve even chances, less six, is
// near enough to normal. Words go wrong one by one.
ClusterSums made_up(std::mt19937& dice, int speakers, int words, double rate, double spread,
                    int first = 0) {
  const auto chance = [&] { return static_cast<double>(dice()) / 4294967296.0; };
  ClusterSums out;
  out.sums.resize(speakers, 2);
  for (int g = 0; g < speakers; ++g) {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += chance();
    const double own = rate + spread * sum;
    int wrong = 0;
    for (int w = 0; w < words; ++w) wrong += chance() < own;
    out.clusters.push_back(first + g);
    out.sums.row(g) << wrong, words;
  }
  out.cases = speakers;
  return out;
}

}  // namespace

// The known answer on the natural scale is 27 speakers (fixtures/vectors/sample_size.json: 8 %
// against 10 %, 4 points between speakers, one-sided 5 %, 80 %). The bound of a rate is computed on
// the log scale, where the limit is ln 1.25 = 0.223 away and a speaker varies by 4 / 8 = 0.5: 0.446
// spreads instead of 0.5. And a two-sided 95 % interval is a one-sided test at 2.5 %.
TEST_CASE("8 % against 10 %: from the textbook's 27 speakers to what the gate needs") {
  const Gate gate = gate_of("rate", Direction::at_most, 0.10);
  const double correlation = *intracluster_correlation(0.08, 0.04);
  const PlannedPart part = value_part(0.08, 40, endless, correlation);
  CHECK(speakers_needed(0.02, 0.04, 0.8, 0.05) == 27);
  CHECK(plan_part(gate, part, 0.90).needed_80 ==
        speakers_needed(std::log(1.25), 0.5, 0.8, 0.05));
  CHECK(plan_part(gate, part, 0.95).needed_80 ==
        speakers_needed(std::log(1.25), 0.5, 0.8, 0.025));
  CHECK(plan_part(gate, part, 0.90).needed_80 == 33);
  CHECK(plan_part(gate, part, 0.95).needed_80 == 42);
  CHECK(plan_part(gate, part, 0.95).enough_units == 450);  // planning.h
}

TEST_CASE("the power foretold is how often made-up studies pass") {
  std::mt19937 dice(7);
  const int studies = 1500;
  SECTION("a rate") {
    const Gate gate = gate_of("rate", Direction::at_most, 0.10);
    const double rate = 0.08, spread = 0.02;
    const PlannedPart part =
        value_part(rate, 24, 80, *intracluster_correlation(rate, spread));
    int passed = 0;
    for (int i = 0; i < studies; ++i)
      passed += judge_estimate(estimate(*gate.metric, made_up(dice, 24, 80, rate, spread), 0.95),
                               acceptable(gate.direction, gate.quantity, gate.limit))
                    .verdict == Verdict::pass;
    const double power = plan_part(gate, part, 0.95).power;
    INFO(power);
    CHECK(static_cast<double>(passed) / studies == Approx(power).margin(0.04));
    CHECK(power > 0.5);
  }
  SECTION("a group against another") {
    const Gate gate = contrast_gate("north", 0.05);
    const double base = 0.10, truth = 0.02, correlation = 0.02;
    PlannedPart part = group_part(truth, base, 14, 20, correlation);
    part.compared.units = part.reference->units = 80;
    const auto spread = [&](double rate) { return std::sqrt(correlation * rate * (1 - rate)); };
    int passed = 0;
    for (int i = 0; i < studies; ++i) {
      const auto compared = made_up(dice, 14, 80, base + truth, spread(base + truth));
      const auto reference = made_up(dice, 20, 80, base, spread(base), 100);
      passed += judge_estimate(difference(*gate.metric, compared, reference, 0.95),
                               acceptable(gate.direction, gate.quantity, gate.limit))
                    .verdict == Verdict::pass;
    }
    const double power = plan_part(gate, part, 0.95).power;
    INFO(power);
    CHECK(static_cast<double>(passed) / studies == Approx(power).margin(0.04));
    CHECK(power > 0.3);
  }
}

TEST_CASE("what can be detected is what passes and what is found, at the planned size") {
  const Gate gate = gate_of("rate", Direction::at_most, 0.10);
  const PlannedPart part = value_part(0.05, 40, 300, 0.03);
  const PartPlan plan = plan_part(gate, part, 0.95);
  REQUIRE(plan.passes_80);
  PlannedPart there = part;
  there.truth = *plan.passes_80;
  CHECK(plan_part(gate, there, 0.95).power == Approx(0.8).margin(1e-6));
  CHECK(*plan.passes_90 < *plan.passes_80);
  CHECK(*plan.passes_80 < 0.10);

  // Two groups of ten that differ by 4 points inside each show 5.3 points (statistics of bias_power:
  // fixtures/vectors/bias_power.json). Here both sides are taken to be the reference's.
  const double base = 0.2;
  const double correlation = *intracluster_correlation(base, 0.04);
  const Gate bias = contrast_gate("north", 0.05);
  const PartPlan two = plan_part(bias, group_part(0.01, base, 10, 10, correlation), 0.95);
  CHECK(*two.detectable_80 == Approx(*detectable_difference(0.04, {10, 10}, 0.8, 0.05)));
  CHECK(*two.detectable_80 == Approx(0.053).margin(0.0005));
}

TEST_CASE("a rare event is planned by acceptance numbers") {
  Gate gate = gate_of("rate", Direction::at_most, 0.01);
  // 299 notes without one show less than 1 % at one-sided 95 %; 473 with one (planning_test.cc).
  // Rates so low that one event in 299 is as good as never, then one likely.
  CHECK(plan_part(gate, value_part(0, 400, 1, 0), 0.90).needed_80 == 299);
  CHECK(plan_part(gate, value_part(0, 298, 1, 0), 0.90).accepted == -1);
  CHECK(plan_part(gate, value_part(0, 298, 1, 0), 0.90).power == 0);
  CHECK(plan_part(gate, value_part(0, 299, 1, 0), 0.90).accepted == 0);
  CHECK(plan_part(gate, value_part(0, 299, 1, 0), 0.90).power == 1);
  CHECK(plan_part(gate, value_part(0, 473, 1, 0), 0.90).accepted == 1);
  // P(X <= 0) of 299 at 1 in 1000 is 0.999^299 = 0.7414, too little; P(X <= 1) of 473 is 0.918.
  const PartPlan plan = plan_part(gate, value_part(0.001, 299, 1, 0), 0.90);
  CHECK(plan.power == Approx(std::pow(0.999, 299)));
  CHECK(plan.needed_80 == 473);
  CHECK(plan.needed_90 == 473);
  // Ten notes a clinician that resemble each other by 0.05 are worth 10 / 1.45 = 6.9: 299 / 6.9.
  CHECK(plan_part(gate, value_part(0, 50, 10, 0.05), 0.90).needed_80 == 44);
  // The mirror: misses of a share that should be high.
  gate = gate_of("share", Direction::at_least, 0.99);
  CHECK(plan_part(gate, value_part(1, 400, 1, 0), 0.90).needed_80 == 299);
}

TEST_CASE("too few clusters cannot pass, whatever the tool is") {
  const Gate bias = contrast_gate("north", 0.05);
  const PartPlan nine = plan_part(bias, group_part(0, 0.05, 9, 30, 0.001), 0.95);
  CHECK(nine.power == 0);
  CHECK(nine.fewest == 10);
  CHECK(nine.needed_80 == 10);
  // The smaller side counts: with 2 of the reference to 3 of the group, 15 have 10 beside them.
  CHECK(plan_part(bias, group_part(0, 0.05, 30, 20, 0.001), 0.95).fewest == 15);
  const Gate gate = gate_of("rate", Direction::at_most, 0.10);
  CHECK(plan_part(gate, value_part(0.01, 4, 5000, 0.0001), 0.95).power == 0);
  // Nor can a tool on the limit, with any number.
  CHECK_FALSE(plan_part(gate, value_part(0.10, 40, 300, 0.05), 0.95).needed_80);
}

TEST_CASE("parity needs both bounds") {
  Gate gate = contrast_gate("north", 0.054);
  gate.direction = Direction::within;
  const double base = 0.2, correlation = *intracluster_correlation(base, 0.04);
  // 5.4 points is the margin ten speakers a side prove with 80 % at equality (bias_power), at
  // one-sided 5 %: intervals of 90 %.
  const PartPlan plan = plan_part(gate, group_part(0, base, 10, 10, correlation), 0.90);
  CHECK(plan.model == PlanModel::equivalence);
  CHECK(plan.power == Approx(0.8).margin(0.01));
}

TEST_CASE("pairing makes a contrast of conditions sharper") {
  Gate gate = gate_of("rate", Direction::at_most, 1.5);
  gate.quantity = GateQuantity::ratio;
  gate.compare = {"room", {}};
  PlannedPart part = group_part(1.2, 0.1, 30, 30, 0.05);
  part.paired = true;
  part.pairing = 0.2;
  const double loose = plan_part(gate, part, 0.95).power;
  part.pairing = 0.9;
  CHECK(plan_part(gate, part, 0.95).power > loose);
}

TEST_CASE("a study takes what is said, then the pilot, then the data, then conventions") {
  Suite suite = suite_of({"region"});
  suite.tasks[0].cluster_kind = "speakers";
  suite.gates = {gate_of("rate", Direction::at_most, 0.10), contrast_gate("north", 0.05)};
  suite.gates[0].id = "words";
  suite.gates[1].id = "region";
  std::vector<Entry> entries;
  add_group(entries, "north", 8);
  add_group(entries, "south", 9);
  const std::vector<Ledger> ledgers = {ledger_of(1, entries)};

  Diagnostics problems;
  Assumptions assumed;
  auto plans = plan_study(suite, assumed, Evidence::pilot, ledgers, problems);
  REQUIRE(plans);
  const PlannedFinding& words = (*plans)[0].parts[0];
  CHECK(words.part.truth == 0.05);
  CHECK(words.truth_from == Origin::half_way);
  CHECK(words.part.compared.clusters == 24);
  CHECK(words.part.compared.units == 1000);
  CHECK(words.correlation_from == Origin::pilot);
  const PlannedFinding& region = (*plans)[1].parts[0];
  CHECK(region.part.level == "south");
  CHECK(region.part.base == Approx(0.08));
  CHECK(region.base_from == Origin::pilot);
  // 1 point to either side of 8 %, ten in a thousand: a variance of 1e-4 * 12 / 11 of which 7.4e-5
  // is expected within; the rest over 0.0736.
  CHECK(region.part.correlation == Approx(0.00044).margin(0.0001));

  assumed.clusters = 48;
  assumed.truth["words"] = 0.07;
  assumed.correlation = 0.03;
  assumed.of_group["region/south"] = 11;
  plans = plan_study(suite, assumed, Evidence::reference, ledgers, problems);
  REQUIRE(plans);
  CHECK((*plans)[0].parts[0].part.compared.clusters == 48);
  CHECK((*plans)[0].parts[0].part.correlation == 0.03);
  CHECK((*plans)[1].parts[0].part.compared.clusters == 11);
  CHECK((*plans)[1].parts[0].part.reference->clusters == 24);
  CHECK((*plans)[1].parts[0].part.base == 0.07);
  CHECK((*plans)[1].parts[0].base_from == Origin::other_gate);

  // Two gates at the power of each: the product, and Frechet's bounds.
  const StudyPower study = study_power(suite, *plans);
  const double first = (*plans)[0].parts[0].plan.power, second = (*plans)[1].parts[0].plan.power;
  CHECK(study.findings == 2);
  CHECK(study.independent == Approx(first * second));
  CHECK(study.at_least == Approx(std::max(0.0, first + second - 1)));

  CHECK(problems.empty());
  CHECK_FALSE(plan_study(suite, {}, Evidence::none, {}, problems));
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].code == "usage-plan-clusters");
}

}  // namespace keur
