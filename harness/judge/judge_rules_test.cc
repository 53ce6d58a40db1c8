// SPDX-License-Identifier: Apache-2.0
// What keeps a clear interval from deciding, and what a gate may compare.
#include "harness/judge/judge.h"
#include "harness/judge/small_ledger_test.h"

using namespace keur;

TEST_CASE("a verdict that another way of computing does not give is none") {
  // The upper bound is 0.12323; leaving out one speaker at a time gives a standard error of 0.0153
  // instead of 0.0137 and so a bound of 0.130: a limit between the two decides nothing.
  const Ledger ledger = ledger_of(0, six_speakers());
  const Gate gate = gate_of("rate", Direction::at_most, 0.1235);
  const Finding finding = judged(suite_of({}), gate, ledger).parts[0];
  CHECK(finding.verdict == Verdict::inconclusive);
  CHECK(finding.reason == Reason::other_way_disagrees);
  CHECK(finding.disagrees == "jackknife");
  REQUIRE(finding.checks.size() == 3);
  for (const Check& check : finding.checks) {
    INFO(check.name);
    REQUIRE(check.interval);
    CHECK(check.verdict ==
          (check.interval->upper < gate.limit ? Verdict::pass : Verdict::inconclusive));
  }
  // No other way has an interval where nothing happened: the exact bound stands alone.
  std::vector<Entry> none = six_speakers();
  for (Entry& one : none) one.counts[0] = 0;
  const Finding clean =
      judged(suite_of({}), gate_of("rate", Direction::at_most, 0.05), ledger_of(0, none)).parts[0];
  CHECK(clean.verdict == Verdict::pass);
  for (const Check& check : clean.checks) CHECK(check.verdict == Verdict::not_estimable);
}

TEST_CASE("a group of few is not judged, and one of very few is not shown") {
  struct Example {
    int speakers;
    Verdict verdict;
    Reason reason;
    bool shown;
  };
  const Example examples[] = {{4, Verdict::inconclusive, Reason::hidden_group, false},
                              {5, Verdict::inconclusive, Reason::small_group, true},
                              {9, Verdict::inconclusive, Reason::small_group, true},
                              {10, Verdict::fail, Reason::beyond_limit, true}};
  for (const Example& example : examples) {
    INFO(example.speakers);
    std::vector<Entry> entries;
    add_group(entries, "a", 5);
    for (int i = 0; i < example.speakers; ++i)
      entries.push_back(entry("b" + std::to_string(i), 500 + i, 1000, {"b"}));
    const Finding finding =
        judged(suite_of({"region"}), contrast_gate("a", 0.05), ledger_of(1, entries)).parts[0];
    CHECK(finding.verdict == example.verdict);
    CHECK(finding.reason == example.reason);
    CHECK(finding.estimate.value.has_value() == example.shown);
    CHECK(finding.p_value.has_value() == example.shown);
    CHECK(finding.estimate.clusters == example.speakers);
  }
}

TEST_CASE("what one comparison of many shows by chance is no bias") {
  // Twelve speakers a group around 5 %, 4.95 in the reference and 6 in b: 1.05 points apart
  // with a standard error of 0.43 and 22 degrees of freedom, p 0.02. Alone that is more than no
  // difference at all; beside eight comparisons of equal groups it is 0.2 after Holm.
  for (const int others : {0, 8}) {
    INFO(others);
    std::vector<Entry> entries;
    add_group(entries, "a", 4.95);
    add_group(entries, "b", 6);
    for (int i = 0; i < others; ++i) add_group(entries, "c" + std::to_string(i), 4.95);
    const GateFinding found =
        judged(suite_of({"region"}), contrast_gate("a", 0), ledger_of(1, entries));
    const Finding& worse = found.parts[0];
    CHECK(worse.level == "b");
    CHECK(worse.verdict == (others ? Verdict::inconclusive : Verdict::fail));
    CHECK(worse.reason == (others ? Reason::many_comparisons : Reason::beyond_limit));
    CHECK(worse.estimate.interval->lower > 0);
  }
}

TEST_CASE("a group that is worse by an open amount is said to be worse") {
  // 12 points worse on average with a limit of 11: the interval holds the limit, but not 0.
  std::vector<Entry> entries;
  add_group(entries, "a", 5);
  for (int i = 0; i < 12; ++i)
    entries.push_back(entry("b" + std::to_string(i), 170 + (i % 2 ? 60 : -60), 1000, {"b"}));
  const Finding finding =
      judged(suite_of({"region"}), contrast_gate("a", 0.11), ledger_of(1, entries)).parts[0];
  CHECK(finding.verdict == Verdict::inconclusive);
  CHECK(finding.reason == Reason::worse_size_unknown);
  REQUIRE(finding.p_holm);
  CHECK(*finding.p_holm < 0.05);
  CHECK(finding.p_holm == finding.p_value);  // a family of one
}

TEST_CASE("each level may be compared with the rest, and intersections with one of them") {
  std::vector<Entry> entries;
  for (const char* region : {"north", "south"})
    for (const char* sex : {"f", "m"})
      for (int i = 0; i < 10; ++i)
        entries.push_back(entry(region + std::string(sex) + std::to_string(i),
                                (sex[0] == 'm' ? 100 : 50) + i, 1000, {region, sex}));
  const Ledger ledger = ledger_of(2, entries);
  Gate gate = gate_of("rate", Direction::at_most, 0.2);
  gate.quantity = GateQuantity::difference;
  gate.compare = {"sex", {}};
  gate.compared_groups = {gate.compare};
  gate.against_rest = true;
  const GateFinding rest = judged(suite_of({"region", "sex"}), gate, ledger);
  CHECK(levels(rest) == std::vector<std::string>{"f", "m"});
  // Men 104.5 of 1000, women 54.5: each is the other's rest.
  CHECK(*rest.parts[0].estimate.value == Approx(-0.05));
  CHECK(*rest.parts[1].estimate.value == Approx(0.05));

  gate.against_rest = false;
  gate.compare = {"region & sex", {}};
  gate.compared_groups = {{"region", {}}, {"sex", {}}};
  gate.reference = {"north & f", {}};
  const GateFinding cells = judged(suite_of({"region", "sex"}), gate, ledger);
  CHECK(levels(cells) == std::vector<std::string>{"north & m", "south & f", "south & m"});
  CHECK(*cells.parts[0].estimate.value == Approx(0.05));
  CHECK(*cells.parts[1].estimate.value == Approx(0));
}

TEST_CASE("every condition may be compared with the baseline in one gate") {
  std::vector<Entry> entries;
  for (const auto& [room, percent] : {std::pair("quiet", 5.0), {"ward", 6.0}, {"street", 30.0}})
    add_group(entries, "a", percent, room);
  Gate gate = gate_of("rate", Direction::at_most, 0.05);
  gate.compare = {"room", {}};
  gate.reference = {"quiet", {}};
  gate.every_level = true;
  gate.quantity = GateQuantity::difference;
  const GateFinding finding = judged(suite_of({"region"}, true), gate, ledger_of(1, entries));
  CHECK(levels(finding) == std::vector<std::string>{"ward", "street"});
  CHECK(finding.parts[0].verdict == Verdict::pass);
  CHECK(finding.parts[1].verdict == Verdict::fail);
  CHECK(finding.verdict == Verdict::fail);
}

TEST_CASE("a gate may be shown without deciding, or be left out where nothing is counted") {
  const auto outcome = [](bool must, bool skip) {
    Suite suite = suite_of({});
    Gate failing = gate_of("rate", Direction::at_most, 0.01);
    failing.must = must;
    std::vector<Entry> entries = six_speakers();
    Gate empty = gate_of("rate", Direction::at_most, 0.5);
    empty.task = 1;
    empty.skip_undefined = skip;
    suite.tasks.push_back(suite.tasks[0]);
    suite.gates = {gate_of("rate", Direction::at_most, 0.5), failing, empty};
    return judge(suite, {ledger_of(0, entries), ledger_of(0, {entry("a", 0, 0)})}).exit_code;
  };
  CHECK(outcome(true, true) == 1);
  CHECK(outcome(false, true) == 0);
  CHECK(outcome(false, false) == 1);
  // Where no gate is left to decide, nothing was shown to be good enough.
  Suite suite = suite_of({});
  suite.gates = {gate_of("rate", Direction::at_most, 0.5)};
  suite.gates[0].must = false;
  CHECK(judge(suite, {ledger_of(0, six_speakers())}).exit_code == 1);
}

TEST_CASE("a verdict on words that a stricter count does not give is none; one on content is kept") {
  Family family = two_columns();
  family.stricter = [](const Settings& settings) {
    return std::optional(Stricter{"strict-1", settings});
  };
  Suite suite = suite_of({});
  suite.tasks[0].family = &family;
  Gate words = gate_of("rate", Direction::at_most, 0.15);
  words.metric = family.metric("rate");
  suite.gates = {words};
  std::vector<Entry> worse = six_speakers();
  for (Entry& one : worse) one.counts[0] *= 3;
  const Ledger counted = ledger_of(0, six_speakers()), strict = ledger_of(0, worse);
  const Finding kept = judge(suite, {counted}, {&counted}).gates[0].parts[0];
  CHECK(kept.verdict == Verdict::pass);
  CHECK(kept.checks.back().name == "strict-1");
  const Finding lost = judge(suite, {counted}, {&strict}).gates[0].parts[0];
  CHECK(lost.verdict == Verdict::inconclusive);
  CHECK(lost.disagrees == "strict-1");

  Metric content = *family.metric("rate");
  content.needs = "terms";
  suite.gates[0].metric = &content;
  CHECK(judge(suite, {counted}, {&strict}).gates[0].parts[0].verdict == Verdict::pass);
}
