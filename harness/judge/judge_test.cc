// SPDX-License-Identifier: Apache-2.0
// Gates of every kind, and what they add up to.
#include "harness/judge/judge.h"

#include "harness/judge/small_ledger_test.h"

using namespace keur;

TEST_CASE("a gate on a value judges the sums of the slice") {
  const Ledger ledger = ledger_of(0, six_speakers());
  struct Example {
    double limit;
    Verdict verdict;
  };
  // The interval is [0.0503, 0.1232] around 0.0787: 7.9 % does not pass a limit of 10 %.
  const Example examples[] = {{0.15, Verdict::pass},
                              {0.123, Verdict::inconclusive},
                              {0.10, Verdict::inconclusive},
                              {0.051, Verdict::inconclusive},
                              {0.03, Verdict::fail}};
  for (const Example& example : examples) {
    INFO(example.limit);
    const GateFinding finding =
        judged(suite_of({}), gate_of("rate", Direction::at_most, example.limit), ledger);
    CHECK(finding.verdict == example.verdict);
    REQUIRE(finding.parts.size() == 1);
    const Estimate& estimate = finding.parts[0].estimate;
    CHECK(estimate.value == 127.0 / 1613);
    REQUIRE(estimate.interval);
    CHECK(estimate.interval->lower == Approx(0.0503058).epsilon(1e-6));
    CHECK(estimate.interval->upper == Approx(0.1232311).epsilon(1e-6));
    CHECK(finding.parts[0].level == "");
    CHECK(finding.parts[0].left_out == 0);
  }
}

TEST_CASE("the confidence of the suite decides how wide the interval is") {
  const Ledger ledger = ledger_of(0, six_speakers());
  Suite suite = suite_of({});
  suite.confidence = 0.80;
  const Gate gate = gate_of("rate", Direction::at_most, 0.10);
  CHECK(judged(suite, gate, ledger).parts[0].estimate.confidence == 0.80);
  // The one-sided 95 % bound is 0.1119; at two-sided 80 % the upper bound is below it.
  const double upper = judged(suite, gate, ledger).parts[0].estimate.interval->upper;
  CHECK(upper < 0.1118602);
  suite.confidence = 0.90;
  CHECK(judged(suite, gate, ledger).parts[0].estimate.interval->upper ==
        Approx(0.1118602).epsilon(1e-6));
}

TEST_CASE("a gate may judge one condition and some groups only") {
  std::vector<Entry> entries = six_speakers({"f"}, "quiet");
  for (Entry other : six_speakers({"m"}, "quiet")) {
    other.counts[0] = 0;
    entries.push_back(other);
  }
  for (Entry other : six_speakers({"f"}, "loud")) {
    other.counts[0] = 0;
    entries.push_back(other);
  }
  const Ledger ledger = ledger_of(1, entries);
  Gate gate = gate_of("rate", Direction::at_most, 0.10);
  const Suite suite = suite_of({"region"}, true);
  const auto value = [&] { return judged(suite, gate, ledger).parts[0].estimate.value; };
  CHECK(value() == 127.0 / (3 * 1613));
  gate.level = {"quiet", {}};
  CHECK(value() == 127.0 / (2 * 1613));
  gate.where = {{{"region", {}}, {"f", {}}}};
  CHECK(value() == 127.0 / 1613);
  gate.level = {"loud", {}};
  CHECK(value() == 0.0);
  gate.where = {{{"region", {}}, {"m", {}}}};
  CHECK_FALSE(value());  // no man spoke in the noise
  CHECK(judged(suite, gate, ledger).verdict == Verdict::not_estimable);
}

TEST_CASE("each level of a group is compared with the reference, in alphabetical order") {
  std::vector<Entry> entries;
  for (const char* level : {"west", "north", "east", "south"}) add_group(entries, level, 5);
  const Ledger ledger = ledger_of(1, entries);
  const GateFinding finding = judged(suite_of({"region"}), contrast_gate("north", 0.05), ledger);
  CHECK(levels(finding) == std::vector<std::string>{"east", "south", "west"});
  CHECK(finding.verdict == Verdict::pass);
  for (const Finding& part : finding.parts) {
    CHECK(part.estimate.value == 0.0);
    CHECK(part.estimate.cases == 24);
    CHECK_FALSE(part.estimate.paired);
    // Twelve speakers a side, rates 1 point above and below their mean: the error of a side is
    // sqrt(12/11 * 12 * 0.01^2) / 12, of the difference sqrt(2) times that, on 22 degrees of
    // freedom, for which t is 2.074 (Student's table).
    CHECK(part.estimate.interval->upper ==
          Approx(2.0739 * 0.01 * std::sqrt(2.0 / 11)).epsilon(1e-4));
  }
}

TEST_CASE("every level must pass: one that does not decides the gate") {
  struct Example {
    const char* what;
    double b, c;  // rates of two regions compared with one of 5 %, limit 5 points
    Verdict verdict;
  };
  const Example examples[] = {
      {"both equal", 5, 5, Verdict::pass},
      {"one better", 2, 5, Verdict::pass},
      {"one much worse", 5, 20, Verdict::fail},
      {"one near the limit", 5, 10, Verdict::inconclusive},
      {"one fails, one is open", 20, 10, Verdict::fail},
      {"both fail", 20, 20, Verdict::fail},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    std::vector<Entry> entries;
    add_group(entries, "a", 5);
    add_group(entries, "b", example.b);
    add_group(entries, "c", example.c);
    CHECK(judged(suite_of({"region"}), contrast_gate("a", 0.05), ledger_of(1, entries)).verdict ==
          example.verdict);
  }
}

TEST_CASE(
    "a level that cannot be estimated is worse than an open one and better than a failed one") {
  const auto with = [](double c_percent, bool silent) {
    std::vector<Entry> entries;
    add_group(entries, "a", 5);
    add_group(entries, "c", c_percent);
    if (silent)
      for (int i = 0; i < 6; ++i) entries.push_back(entry("d" + std::to_string(i), 0, 0, {"d"}));
    return judged(suite_of({"region"}), contrast_gate("a", 0.05), ledger_of(1, entries)).verdict;
  };
  CHECK(with(5, true) == Verdict::not_estimable);
  CHECK(with(10, true) == Verdict::not_estimable);
  CHECK(with(20, true) == Verdict::fail);
  CHECK(with(10, false) == Verdict::inconclusive);
}

TEST_CASE("a gate may name one level, and cases without a value are a level of their own") {
  std::vector<Entry> entries;
  add_group(entries, "a", 5);
  add_group(entries, "b", 20);
  add_group(entries, "(none)", 5);
  const Ledger ledger = ledger_of(1, entries);
  Gate gate = contrast_gate("a", 0.05);
  CHECK(levels(judged(suite_of({"region"}), gate, ledger)) ==
        std::vector<std::string>{"(none)", "b"});
  gate.group = {"(none)", {}};
  CHECK(levels(judged(suite_of({"region"}), gate, ledger)) == std::vector<std::string>{"(none)"});
  CHECK(judged(suite_of({"region"}), gate, ledger).verdict == Verdict::pass);
}

TEST_CASE("with nobody to compare a gate cannot pass") {
  std::vector<Entry> entries;
  add_group(entries, "a", 5);
  const GateFinding finding =
      judged(suite_of({"region"}), contrast_gate("a", 0.05), ledger_of(1, entries));
  CHECK(finding.parts.empty());
  CHECK(finding.verdict == Verdict::not_estimable);
}

TEST_CASE("a ratio of groups is judged as a ratio") {
  std::vector<Entry> entries;
  add_group(entries, "a", 5);
  add_group(entries, "b", 10);
  const Ledger ledger = ledger_of(1, entries);
  const auto limit = [&](double ratio) {
    return judged(suite_of({"region"}), contrast_gate("a", ratio, GateQuantity::ratio), ledger);
  };
  CHECK(limit(4).parts[0].estimate.value == 2.0);
  CHECK(limit(4).verdict == Verdict::pass);
  CHECK(limit(2).verdict == Verdict::inconclusive);
  CHECK(limit(1).verdict == Verdict::fail);
}

TEST_CASE("a condition is compared with the baseline, pair by pair") {
  // Each speaker makes twice the errors in the noise; the speakers themselves differ a lot, which
  // must not matter. One sentence was recorded in one condition only.
  std::vector<Entry> entries;
  for (int i = 0; i < 8; ++i) {
    const std::string who = "speaker " + std::to_string(i), sentence = "s" + std::to_string(i);
    const double errors = 10 * (i + 1);
    entries.push_back(entry(who, errors, 1000, {}, "quiet", sentence));
    entries.push_back(entry(who, 2 * errors + (i % 2 ? 1 : -1), 1000, {}, "loud", sentence));
  }
  entries.push_back(entry("speaker 0", 900, 1000, {}, "quiet", "only in the quiet"));
  entries.push_back(entry("speaker 1", 900, 1000, {}, "other", "s1"));
  const Ledger ledger = ledger_of(0, entries);

  Gate gate = gate_of("rate", Direction::at_most, 2.5);
  gate.compare = {"room", {}};
  gate.reference = {"quiet", {}};
  gate.level = {"loud", {}};
  gate.quantity = GateQuantity::ratio;
  const GateFinding finding = judged(suite_of({}, true), gate, ledger);
  REQUIRE(finding.parts.size() == 1);
  CHECK(finding.parts[0].level == "loud");
  CHECK(finding.parts[0].left_out == 1);
  CHECK(finding.parts[0].estimate.paired);
  CHECK(finding.parts[0].estimate.value == 2.0);  // 720 errors against 360
  CHECK(finding.verdict == Verdict::pass);

  gate.quantity = GateQuantity::difference;
  gate.limit = 0.01;
  // 720 / 8000 - 360 / 8000 = 4.5 points.
  CHECK(judged(suite_of({}, true), gate, ledger).parts[0].estimate.value == Approx(0.045));
  CHECK(judged(suite_of({}, true), gate, ledger).verdict == Verdict::fail);
}

TEST_CASE("a contrast of conditions may be limited to a group") {
  std::vector<Entry> entries;
  add_group(entries, "a", 5, "quiet");
  add_group(entries, "a", 5, "loud");
  add_group(entries, "b", 5, "quiet");
  add_group(entries, "b", 50, "loud");
  const Ledger ledger = ledger_of(1, entries);
  Gate gate = gate_of("rate", Direction::at_most, 0.05);
  gate.compare = {"room", {}};
  gate.reference = {"quiet", {}};
  gate.level = {"loud", {}};
  gate.quantity = GateQuantity::difference;
  for (const auto& [level, difference] : {std::pair("a", 0.0), std::pair("b", 0.45)}) {
    gate.where = {{{"region", {}}, {level, {}}}};
    const Estimate estimate = judged(suite_of({"region"}, true), gate, ledger).parts[0].estimate;
    REQUIRE(estimate.value);
    CHECK(std::abs(*estimate.value - difference) < 1e-12);
  }
}

TEST_CASE("a contrast of groups may be judged within one condition") {
  std::vector<Entry> entries;
  add_group(entries, "a", 5, "quiet");
  add_group(entries, "b", 5, "quiet");
  add_group(entries, "b", 50, "loud");
  const Ledger ledger = ledger_of(1, entries);
  Gate gate = contrast_gate("a", 0.05);
  gate.level = {"quiet", {}};
  CHECK(judged(suite_of({"region"}, true), gate, ledger).parts[0].estimate.value == 0.0);
  gate.level = {};
  CHECK(*judged(suite_of({"region"}, true), gate, ledger).parts[0].estimate.value > 0.2);
}

TEST_CASE("fewer than five clusters decide nothing, however clear") {
  std::vector<Entry> entries = six_speakers();
  entries.resize(4);
  const GateFinding finding =
      judged(suite_of({}), gate_of("rate", Direction::at_most, 0.9), ledger_of(0, entries));
  CHECK(finding.verdict == Verdict::inconclusive);
  CHECK(finding.parts[0].reason == Reason::few_clusters);
}

TEST_CASE("gates add up to a verdict and an exit code") {
  // Limits that six speakers pass, leave open and fail; and a gate on nobody.
  const auto gate = [](char kind) {
    Gate made = gate_of("rate", Direction::at_most, kind == 'p' ? 0.2 : kind == 'o' ? 0.1 : 0.01);
    if (kind == 'u') made.where = {{{"region", {}}, {"nobody", {}}}};
    return made;
  };
  struct Example {
    const char* gates;
    Verdict verdict;
    int tool, regression;
  };
  const Example examples[] = {
      {"p", Verdict::pass, 0, 0},         {"ppp", Verdict::pass, 0, 0},
      {"f", Verdict::fail, 1, 1},         {"pfp", Verdict::fail, 1, 1},
      {"o", Verdict::inconclusive, 3, 0}, {"pop", Verdict::inconclusive, 3, 0},
      {"of", Verdict::fail, 1, 1},        {"u", Verdict::fail, 1, 1},
      {"pou", Verdict::fail, 1, 1},
  };
  const Ledger ledger = ledger_of(1, six_speakers({"f"}));
  for (const Example& example : examples)
    for (const Burden burden : {Burden::tool, Burden::regression}) {
      INFO(example.gates);
      Suite suite = suite_of({"region"});
      suite.burden = burden;
      for (const char* kind = example.gates; *kind; ++kind) suite.gates.push_back(gate(*kind));
      const Judgement judgement = judge(suite, {ledger});
      CHECK(judgement.gates.size() == suite.gates.size());
      CHECK(judgement.verdict == example.verdict);
      CHECK(judgement.exit_code == (burden == Burden::tool ? example.tool : example.regression));
    }
}

TEST_CASE("every gate is judged on the ledger of its own task") {
  Suite suite = suite_of({});
  suite.tasks.push_back(suite.tasks[0]);
  suite.gates = {gate_of("rate", Direction::at_most, 0.2),
                 gate_of("rate", Direction::at_most, 0.2)};
  suite.gates[1].task = 1;
  std::vector<Entry> worse = six_speakers();
  for (Entry& one : worse) one.counts[0] *= 10;
  const Judgement judgement = judge(suite, {ledger_of(0, six_speakers()), ledger_of(0, worse)});
  CHECK(judgement.gates[0].verdict == Verdict::pass);
  CHECK(judgement.gates[1].verdict == Verdict::fail);
}
