// SPDX-License-Identifier: Apache-2.0
// One estimate against a limit: the interval decides, and only when it is clear.
#include <limits>

#include "harness/judge/judge.h"
#include "metrics/estimate/more_clusters.h"
#include "tests/catch.h"

using namespace keur;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Acceptable at_most(double limit) {
  return acceptable(Direction::at_most, GateQuantity::value, limit);
}
Acceptable at_least(double limit) {
  return acceptable(Direction::at_least, GateQuantity::value, limit);
}

Estimate with_interval(double lower, double upper) {
  Estimate estimate;
  estimate.value = upper == infinity ? lower : (lower + upper) / 2;
  estimate.interval = Interval{lower, upper};
  estimate.clusters = 10;
  estimate.degrees_of_freedom = 9;
  estimate.confidence = 0.95;
  estimate.method = Method::linear_t;
  // Half the width over Student's t for 9 degrees of freedom, 2.262.
  estimate.scale_error = (upper - lower) / 2 / 2.262;
  return estimate;
}

}  // namespace

TEST_CASE("the whole interval must lie on one side of the limit") {
  constexpr auto at_most = Direction::at_most, at_least = Direction::at_least;
  struct Example {
    Direction direction;
    double lower, upper, limit;
    Verdict verdict;
    Reason reason;
  };
  const Example examples[] = {
      {at_most, 0.02, 0.08, 0.10, Verdict::pass, Reason::clears_limit},
      {at_most, 0.12, 0.20, 0.10, Verdict::fail, Reason::beyond_limit},
      {at_most, 0.05, 0.15, 0.10, Verdict::inconclusive, Reason::limit_inside},
      {at_most, 0.01, 0.101, 0.10, Verdict::inconclusive, Reason::limit_inside},
      {at_most, 0.099, 0.90, 0.10, Verdict::inconclusive, Reason::limit_inside},
      {at_most, 0, 0.01, 0, Verdict::inconclusive, Reason::limit_inside},
      {at_most, -0.05, -0.01, 0.03, Verdict::pass, Reason::clears_limit},  // a difference
      {at_most, 0.9, infinity, 0.10, Verdict::fail, Reason::beyond_limit},
      {at_most, 0.9, infinity, 1.50, Verdict::inconclusive, Reason::limit_inside},
      {at_least, 0.96, 0.99, 0.95, Verdict::pass, Reason::clears_limit},
      {at_least, 0.80, 0.90, 0.95, Verdict::fail, Reason::beyond_limit},
      {at_least, 0.90, 0.99, 0.95, Verdict::inconclusive, Reason::limit_inside},
      {at_least, 0.99, 1, 1, Verdict::inconclusive, Reason::limit_inside},
      {at_least, -0.05, -0.04, -0.03, Verdict::fail, Reason::beyond_limit},
      {at_least, 0.9, infinity, 0.8, Verdict::pass, Reason::clears_limit},
  };
  for (const Example& example : examples) {
    INFO("[" << example.lower << ", " << example.upper << "] against " << example.limit);
    const Finding finding = judge_estimate(with_interval(example.lower, example.upper),
                                           acceptable(example.direction, GateQuantity::value,
                                                      example.limit));
    CHECK(finding.verdict == example.verdict);
    CHECK(finding.reason == example.reason);
  }
}

TEST_CASE("a bound within a thousand-millionth of the limit decides nothing") {
  const double limit = 0.25;
  struct Example {
    double distance;  // of the facing bound from the limit, into the good side
    Verdict good, bad;
  };
  const Example examples[] = {
      {2e-9, Verdict::pass, Verdict::fail},
      {5e-10, Verdict::inconclusive, Verdict::inconclusive},
      {0, Verdict::inconclusive, Verdict::inconclusive},
      {-5e-10, Verdict::inconclusive, Verdict::inconclusive},
      {-2e-9, Verdict::inconclusive, Verdict::inconclusive},
  };
  for (const Example& example : examples) {
    INFO(example.distance);
    const double d = example.distance;
    CHECK(judge_estimate(with_interval(0.1, limit - d), at_most(limit)).verdict ==
          example.good);
    CHECK(judge_estimate(with_interval(limit + d, 0.4), at_most(limit)).verdict ==
          example.bad);
    CHECK(judge_estimate(with_interval(limit + d, 0.4), at_least(limit)).verdict ==
          example.good);
    CHECK(judge_estimate(with_interval(0.1, limit - d), at_least(limit)).verdict ==
          example.bad);
  }
}

TEST_CASE("what the evidence cannot carry is not decided") {
  Estimate few = with_interval(0.01, 0.02);
  few.clusters = 4;
  few.cautions = {Caution::few_clusters};
  CHECK(judge_estimate(few, at_most(0.5)).verdict == Verdict::inconclusive);
  CHECK(judge_estimate(few, at_most(0.5)).reason == Reason::few_clusters);
  CHECK(judge_estimate(few, at_least(0.5)).verdict == Verdict::inconclusive);

  few.interval.reset();  // one cluster
  few.clusters = 1;
  CHECK(judge_estimate(few, at_most(0.5)).reason == Reason::few_clusters);

  Estimate none = with_interval(0.01, 0.02);
  none.interval.reset();
  CHECK(judge_estimate(none, at_most(0.5)).verdict == Verdict::inconclusive);
  CHECK(judge_estimate(none, at_most(0.5)).reason == Reason::no_interval);

  Estimate undefined;
  CHECK(judge_estimate(undefined, at_most(0.5)).verdict == Verdict::not_estimable);
  CHECK(judge_estimate(undefined, at_most(0.5)).reason == Reason::undefined);
  undefined.cautions = {Caution::few_clusters};
  CHECK(judge_estimate(undefined, at_most(0.5)).verdict == Verdict::not_estimable);
}

TEST_CASE("other cautions are for the reader, not for the verdict") {
  Estimate estimate = with_interval(0.02, 0.08);
  estimate.cautions = {Caution::dominant_cluster, Caution::unstable_jackknife, Caution::no_spread};
  CHECK(judge_estimate(estimate, at_most(0.1)).verdict == Verdict::pass);
}

TEST_CASE("an undecided gate says how many more clusters would decide it, a decided one does not") {
  const Estimate estimate = with_interval(0.05, 0.13);  // value 0.09, half width 0.04
  CHECK_FALSE(judge_estimate(estimate, at_most(0.20)).more_clusters);
  CHECK_FALSE(judge_estimate(estimate, at_most(0.01)).more_clusters);
  const auto more = judge_estimate(estimate, at_most(0.11)).more_clusters;
  REQUIRE(more);
  // Half the width is needed, which takes four times ten clusters, a little less for a shorter t.
  CHECK(*more > 20);
  CHECK(*more < 30);
  CHECK(more == more_clusters(estimate, 0.11));
  CHECK_FALSE(judge_estimate(estimate, at_most(0.09)).more_clusters);  // on the limit
}

TEST_CASE("the finding keeps the estimate it was made from") {
  const Finding finding = judge_estimate(with_interval(0.02, 0.08), at_most(0.1));
  CHECK(finding.estimate.value == 0.05);
  CHECK(finding.estimate.clusters == 10);
}

TEST_CASE("verdicts have names") {
  CHECK(std::string(name(Verdict::pass)) == "pass");
  CHECK(std::string(name(Verdict::fail)) == "fail");
  CHECK(std::string(name(Verdict::inconclusive)) == "inconclusive");
  CHECK(std::string(name(Verdict::not_estimable)) == "not_estimable");
}

TEST_CASE("parity holds the interval between two limits") {
  struct Example {
    GateQuantity quantity;
    double limit, lower, upper;
    Verdict verdict;
  };
  // 3 points: [-0.03, 0.03]; 1.25: [0.8, 1.25].
  const Example examples[] = {
      {GateQuantity::difference, 0.03, -0.02, 0.02, Verdict::pass},
      {GateQuantity::difference, 0.03, -0.04, 0.02, Verdict::inconclusive},
      {GateQuantity::difference, 0.03, -0.02, 0.03, Verdict::inconclusive},
      {GateQuantity::difference, 0.03, 0.04, 0.09, Verdict::fail},
      {GateQuantity::difference, 0.03, -0.09, -0.04, Verdict::fail},
      {GateQuantity::ratio, 1.25, 0.85, 1.2, Verdict::pass},
      {GateQuantity::ratio, 1.25, 0.79, 1.2, Verdict::inconclusive},
      {GateQuantity::ratio, 1.25, 0.3, 0.79, Verdict::fail},
      {GateQuantity::ratio, 1.25, 1.3, 2, Verdict::fail},
  };
  for (const Example& example : examples) {
    INFO("[" << example.lower << ", " << example.upper << "] within " << example.limit);
    const auto range = acceptable(Direction::within, example.quantity, example.limit);
    CHECK(judge_estimate(with_interval(example.lower, example.upper), range).verdict ==
          example.verdict);
  }
}
