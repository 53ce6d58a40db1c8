// SPDX-License-Identifier: Apache-2.0
// Two runs of one suite: what is proven, what is excluded, what is open.
#include "harness/judge/change.h"

#include "harness/judge/small_ledger_test.h"

using namespace keur;

namespace {

// Twelve speakers of 1000 trials with `events` each, up and down by `spread` from speaker to speaker.
std::vector<Entry> run(double events, double spread) {
  std::vector<Entry> entries;
  for (int i = 0; i < 12; ++i) {
    entries.push_back(entry("s" + std::to_string(i), events + (i % 2 ? spread : -spread), 1000));
    entries.back().case_id = "c" + std::to_string(i);
  }
  return entries;
}

Change changed(double events, double spread, double margin, Better better = Better::lower) {
  Suite suite = suite_of({});
  suite.gates = {gate_of(better == Better::lower ? "rate" : "share",
                         better == Better::lower ? Direction::at_most : Direction::at_least, 0.5)};
  suite.gates[0].margin = margin;
  return judge_change(suite, {{run(100, 10), run(events, spread)}});
}

}  // namespace

TEST_CASE("a regression is proven, excluded or open by the interval of the paired difference") {
  struct Example {
    const char* what;
    double events, spread, margin;
    Verdict verdict;
    int exit_code;
  };
  // The speakers' differences are (events - 100) with +-(spread - 10) around it, of 1000 trials.
  const Example examples[] = {
      {"ten points worse, a margin of five", 200, 15, 0.05, Verdict::fail, 1},
      {"one point worse, a margin of five", 110, 15, 0.05, Verdict::pass, 0},
      {"five points worse, a margin of five", 150, 40, 0.05, Verdict::inconclusive, 3},
      {"better, without a margin", 50, 15, 0, Verdict::pass, 0},
      {"a little worse, without a margin", 101, 40, 0, Verdict::inconclusive, 3},
      {"the same to the case, without a margin", 100, 10, 0, Verdict::pass, 0},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    const Change change = changed(example.events, example.spread, example.margin);
    CHECK(change.verdict == example.verdict);
    CHECK(change.exit_code == example.exit_code);
  }
}

TEST_CASE("where more is better, a loss is the regression") {
  CHECK(changed(50, 15, 0.01, Better::higher).verdict == Verdict::fail);
  CHECK(changed(200, 15, 0.01, Better::higher).verdict == Verdict::pass);
}

TEST_CASE("cases that turn from right to wrong, and back, are found in order") {
  TwoRuns runs{run(100, 10), run(100, 10)};
  runs.base[3].counts[0] = 0;
  runs.fresh[7].counts[0] = 0;
  runs.fresh[2].counts[0] = 0;
  Suite suite = suite_of({});
  suite.gates = {gate_of("rate", Direction::at_most, 0.5)};
  const std::vector<TwoRuns> all{runs};  // a flip points into it
  const Change change = judge_change(suite, all);
  REQUIRE(change.newly_wrong.size() == 1);
  CHECK(change.newly_wrong[0].base->case_id == "c3");
  REQUIRE(change.newly_right.size() == 2);
  CHECK(change.newly_right[0].fresh->case_id == "c2");
}

TEST_CASE("runs on other cases are told apart") {
  TwoRuns runs{run(100, 10), run(50, 10)};
  CHECK_FALSE(first_other_case(runs));
  runs.fresh[4].cluster = "somebody else";
  CHECK(first_other_case(runs) == 4u);
  runs = {run(100, 10), run(100, 10)};
  runs.fresh.pop_back();
  CHECK(first_other_case(runs) == 11u);
}
