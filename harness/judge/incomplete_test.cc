// SPDX-License-Identifier: Apache-2.0
// Gates on a declared condition that lacks cases of the baseline.
#include "harness/judge/sides.h"
#include "harness/judge/small_ledger_test.h"

using namespace keur;

namespace {

// Eight speakers with two sentences in each room, 2 of 100 in quiet and 3 or 4 of 100 where it is
// loud; the last `absent` sentences of speaker 0 were not recorded there.
Ledger rooms(int absent) {
  std::vector<Entry> rows;
  for (int speaker = 0; speaker < 8; ++speaker)
    for (int sentence = 0; sentence < 2; ++sentence) {
      const std::string who = "s" + std::to_string(speaker);
      const std::string pair = who + "-" + std::to_string(sentence);
      rows.push_back(entry(who, 2, 100, {}, "quiet", pair));
      if (speaker == 0 && sentence >= 2 - absent) continue;
      rows.push_back(entry(who, 3 + speaker % 2, 100, {}, "loud", pair));
    }
  return ledger_of(0, rows);
}

struct Outcome {
  Verdict verdict;
  Reason reason;
  long lacking;
  bool operator==(const Outcome&) const = default;
};

Outcome outcome(const char* level, bool contrast, double limit, int absent, bool declared = true) {
  Suite suite = suite_of({}, true);
  if (declared) suite.tasks[0].condition->levels = {{"quiet", {}}, {"loud", {}}};
  Gate gate = gate_of("rate", Direction::at_most, limit);
  gate.level = {level, {}};
  if (contrast) {
    gate.compare = {"room", {}};
    gate.reference = {"quiet", {}};
    gate.quantity = GateQuantity::difference;
  }
  const GateFinding finding = judged(suite, gate, rooms(absent));
  REQUIRE(finding.parts.size() == 1);
  return {finding.verdict, finding.parts[0].reason, finding.parts[0].lacking};
}

}  // namespace

TEST_CASE("a gate that looks at an incomplete condition does not pass") {
  struct Example {
    const char* what;
    Outcome actual, expected;
  };
  const Outcome passed{Verdict::pass, Reason::clears_limit, 0};
  const Outcome held{Verdict::inconclusive, Reason::incomplete, 1};
  const Outcome failed{Verdict::fail, Reason::beyond_limit, 1};
  const Example examples[] = {
      {"complete", outcome("loud", false, 0.1, 0), passed},
      {"the condition itself", outcome("loud", false, 0.1, 1), held},
      {"against the baseline", outcome("loud", true, 0.1, 1), held},
      {"all conditions pooled", outcome("", false, 0.1, 1), held},
      {"the baseline is whole", outcome("quiet", false, 0.1, 1), passed},
      {"what fails all the same fails", outcome("loud", false, 0.01, 1), failed},
      {"nothing was declared", outcome("loud", false, 0.1, 1, false), passed},
      {"nor for the contrast", outcome("loud", true, 0.1, 1, false), passed},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    CHECK(example.actual == example.expected);
  }
}

TEST_CASE("gaps are counted against the baseline") {
  Suite suite = suite_of({}, true);
  CHECK(condition_gaps(suite.tasks[0], rooms(2)).empty());
  suite.tasks[0].condition->levels = {{"quiet", {}}, {"loud", {}}};
  CHECK(condition_gaps(suite.tasks[0], rooms(0)).empty());
  const auto gaps = condition_gaps(suite.tasks[0], rooms(2));
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].condition == "loud");
  CHECK(gaps[0].baseline_cases == 16);
  CHECK(gaps[0].lacking == 2);
}
