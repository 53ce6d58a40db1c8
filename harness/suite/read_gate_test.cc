// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/read_gate.h"

#include "metrics/core/diagnostics_test.h"
#include "tests/catch.h"

using namespace keur;

namespace {

std::optional<Evaluation> nothing(const Row&) { return std::nullopt; }

// A family with a metric of each direction, one of them for description only.
const Family& family() {
  static const Family made{
      .kind = "made-up",
      .title = "made up",
      .case_fields = {},
      .output_fields = {},
      .choices = {},
      .columns = {{"a", "a"}},
      .metrics = {{"errors", "errors", "fouten", "", "", Better::lower, Range::nonnegative, "word",
                   false, nothing},
                  {"recall", "recall", "gevonden", "", "", Better::higher, Range::proportion,
                   "fact", false, nothing},
                  {"shown", "shown", "getoond", "", "", Better::lower, Range::proportion, "word",
                   true, nothing}},
      .counter = nullptr,
      .warnings = nullptr,
  };
  return made;
}

// `noisy` has groups and conditions, `plain` neither.
std::vector<Task> tasks() {
  Task noisy;
  noisy.id = "noisy";
  noisy.family = &family();
  noisy.groups = {{"sex", {}}, {"region", {}}};
  noisy.condition = Condition{{"room", {}}, {"quiet", {}}, {}};
  Task plain;
  plain.id = "plain";
  plain.family = &family();
  return {noisy, plain};
}

struct Outcome {
  std::optional<Gate> gate;
  Diagnostics problems;
};

Outcome read(const std::string& text) {
  Outcome outcome;
  const auto entry = read_yaml(text, "suite.yaml", outcome.problems);
  REQUIRE(entry);
  REQUIRE(places(outcome.problems) == "");
  outcome.gate = read_gate(*entry, tasks(), outcome.problems);
  return outcome;
}

Gate good(const std::string& text) {
  const auto [gate, problems] = read(text);
  INFO(text);
  CHECK(places(problems) == "");
  REQUIRE(gate);
  return *gate;
}

}  // namespace

TEST_CASE("a gate on a value") {
  const Gate gate =
      good("{id: g, task: plain, metric: errors, at_most: 10%, why: safety, requirement: art. 15}");
  CHECK(gate.id == "g");
  CHECK(gate.task == 1);
  CHECK(gate.metric->id == "errors");
  CHECK(gate.quantity == GateQuantity::value);
  CHECK(gate.direction == Direction::at_most);
  CHECK(gate.limit == 0.1);
  CHECK(gate.limit_text == "10%");
  CHECK(gate.why == "safety");
  CHECK(gate.requirement == "art. 15");
  CHECK(gate.compare.name == "");
  CHECK(gate.where.empty());
}

TEST_CASE("a gate on one condition and on some groups") {
  const Gate gate = good(
      "{id: g, task: noisy, metric: recall, level: loud, where: {sex: female, region: north}, "
      "at_least: 0.95}");
  CHECK(gate.direction == Direction::at_least);
  CHECK(gate.limit == 0.95);
  CHECK(gate.level.name == "loud");
  CHECK(gate.level.span.column == 45);
  REQUIRE(gate.where.size() == 2);
  CHECK(gate.where[0].first.name == "sex");
  CHECK(gate.where[0].second.name == "female");
  CHECK(gate.where[1].first.name == "region");
  CHECK(gate.where[1].second.name == "north");
}

TEST_CASE("limits by quantity and direction") {
  struct Example {
    const char* text;
    GateQuantity quantity;
    Direction direction;
    double limit;
    const char* limit_text;
  };
  const Example examples[] = {
      {"{id: g, task: noisy, metric: errors, at_most: 150%}", GateQuantity::value,
       Direction::at_most, 1.5, "150%"},
      {"{id: g, task: noisy, metric: errors, at_most: 0}", GateQuantity::value, Direction::at_most,
       0, "0"},
      {"{id: g, task: noisy, metric: errors, compare: sex, reference: male, at_most: 3 points}",
       GateQuantity::difference, Direction::at_most, 0.03, "3 points"},
      {"{id: g, task: noisy, metric: errors, compare: sex, reference: male, at_most: -1 points}",
       GateQuantity::difference, Direction::at_most, -0.01, "-1 points"},
      {"{id: g, task: noisy, metric: recall, compare: sex, reference: male, at_least: -3 points}",
       GateQuantity::difference, Direction::at_least, -0.03, "-3 points"},
      {"{id: g, task: noisy, metric: errors, compare: sex, reference: male, at_most_ratio: 1.5}",
       GateQuantity::ratio, Direction::at_most, 1.5, "1.5x"},
      {"{id: g, task: noisy, metric: recall, compare: sex, reference: male, at_least_ratio: 0.8}",
       GateQuantity::ratio, Direction::at_least, 0.8, "0.8x"},
  };
  for (const Example& example : examples) {
    const Gate gate = good(example.text);
    CHECK(gate.quantity == example.quantity);
    CHECK(gate.direction == example.direction);
    CHECK(gate.limit == example.limit);
    CHECK(gate.limit_text == example.limit_text);
  }
}

TEST_CASE("a contrast of groups names its reference, a contrast of conditions has the baseline") {
  const Gate groups = good(
      "{id: g, task: noisy, metric: errors, compare: region, reference: west, group: north, "
      "at_most: 3 points}");
  CHECK(groups.compare.name == "region");
  CHECK(groups.reference.name == "west");
  CHECK(groups.group.name == "north");

  for (const char* written : {"condition", "room"}) {
    const Gate condition = good(std::string("{id: g, task: noisy, metric: errors, compare: ") +
                                written + ", level: loud, at_most_ratio: 2}");
    CHECK(condition.compare.name == "room");  // the field, however it was written
    CHECK(condition.reference.name == "quiet");
    CHECK(condition.level.name == "loud");
  }
  const Gate again = good(
      "{id: g, task: noisy, metric: errors, compare: room, reference: quiet, level: loud, "
      "at_most_ratio: 2}");
  CHECK(again.reference.name == "quiet");
}

TEST_CASE("every fault of a gate has a code and a place") {
  struct Example {
    const char *what, *text, *problems;
  };
  const Example examples[] = {
      {"no gate at all", "words", "suite-wrong-type 1:1+5, gate-no-limit 1:1+5"},
      {"missing keys", "{at_most: 10%}",
       "suite-missing-key 1:1+1, suite-missing-key 1:1+1, suite-missing-key 1:1+1"},
      {"an unknown key", "{id: g, task: plain, metric: errors, threshold: 1, at_most: 10%}",
       "suite-unknown-key 1:38+9"},
      {"an unknown task", "{id: g, task: plane, metric: errors, at_most: 10%}",
       "gate-unknown-task 1:15+5"},
      {"an unknown metric", "{id: g, task: plain, metric: error, at_most: 10%}",
       "gate-unknown-metric 1:30+5"},
      {"a metric that is only shown", "{id: g, task: plain, metric: shown, at_most: 10%}",
       "gate-descriptive-metric 1:30+5"},
      {"no limit", "{id: g, task: plain, metric: errors}", "gate-no-limit 1:1+1"},
      {"two limits", "{id: g, task: plain, metric: errors, at_most: 10%, at_least: 5%}",
       "gate-two-limits 1:62+2"},
      {"a bare percentage", "{id: g, task: plain, metric: errors, at_most: 10}",
       "suite-bare-percentage 1:47+2"},
      {"a limit that is a list", "{id: g, task: plain, metric: errors, at_most: [10%]}",
       "suite-wrong-type 1:47+1"},
      {"a limit nothing can meet", "{id: g, task: plain, metric: errors, at_most: -1%}",
       "gate-limit-range 1:47+3"},
      {"points without a contrast", "{id: g, task: plain, metric: errors, at_most: 3 points}",
       "gate-limit-unit 1:47+8"},
      {"a percentage of a difference",
       "{id: g, task: noisy, metric: errors, compare: sex, reference: male, at_most: 3%}",
       "gate-limit-unit 1:78+2"},
      {"a bare difference",
       "{id: g, task: noisy, metric: errors, compare: sex, reference: male, at_most: 0.03}",
       "gate-limit-unit 1:78+4"},
      {"a difference that is a list",
       "{id: g, task: noisy, metric: errors, compare: sex, reference: male, at_most: []}",
       "gate-limit-unit 1:78+1"},
      {"a ratio without a contrast", "{id: g, task: plain, metric: errors, at_most_ratio: 1.5}",
       "gate-ratio-without-contrast 1:53+3"},
      {"a ratio of nothing",
       "{id: g, task: noisy, metric: errors, compare: sex, reference: male, at_most_ratio: 0}",
       "gate-limit-range 1:84+1"},
      {"a ratio in percent",
       "{id: g, task: noisy, metric: errors, compare: sex, reference: male, at_most_ratio: 150%}",
       "suite-not-a-number 1:84+4"},
      {"a condition where there is none",
       "{id: g, task: plain, metric: errors, level: loud, at_most: 10%}",
       "gate-level-without-condition 1:45+4"},
      {"a reference without a contrast",
       "{id: g, task: noisy, metric: errors, reference: male, at_most: 10%}",
       "gate-reference-without-compare 1:49+4"},
      {"a group without a contrast",
       "{id: g, task: noisy, metric: errors, group: male, at_most: 10%}",
       "gate-reference-without-compare 1:45+4"},
      {"no reference group",
       "{id: g, task: noisy, metric: errors, compare: sex, at_most: 3 points}",
       "gate-no-reference 1:47+3"},
      {"the reference with itself",
       "{id: g, task: noisy, metric: errors, compare: sex, reference: male, group: male, at_most: "
       "3 points}",
       "gate-reference-with-itself 1:76+4"},
      {"an unknown group field",
       "{id: g, task: noisy, metric: errors, compare: gender, reference: male, at_most: 3 points}",
       "gate-unknown-group 1:47+6"},
      {"an unknown field in where",
       "{id: g, task: noisy, metric: errors, where: {gender: male}, at_most: 10%}",
       "gate-unknown-group 1:46+6"},
      {"where that is no map", "{id: g, task: noisy, metric: errors, where: male, at_most: 10%}",
       "suite-wrong-type 1:45+4"},
      {"where without a level",
       "{id: g, task: noisy, metric: errors, where: {sex: ''}, at_most: 10%}",
       "suite-empty-text 1:51+2"},
      {"conditions without a level",
       "{id: g, task: noisy, metric: errors, compare: condition, at_most_ratio: 2}",
       "gate-no-level 1:47+9"},
      {"the baseline with itself",
       "{id: g, task: noisy, metric: errors, compare: condition, level: quiet, at_most_ratio: 2}",
       "gate-baseline-with-itself 1:65+5"},
      {"conditions with another reference",
       "{id: g, task: noisy, metric: errors, compare: condition, level: loud, reference: loud, "
       "at_most_ratio: 2}",
       "gate-condition-reference 1:82+4"},
      {"conditions with a group",
       "{id: g, task: noisy, metric: errors, compare: condition, level: loud, group: male, "
       "at_most_ratio: 2}",
       "gate-condition-reference 1:78+4"},
      {"conditions of a task without any",
       "{id: g, task: plain, metric: errors, compare: condition, level: loud, at_most_ratio: 2}",
       "gate-level-without-condition 1:65+4, gate-unknown-group 1:47+9, gate-no-reference 1:47+9"},
      {"at_least where less is better", "{id: g, task: plain, metric: errors, at_least: 10%}",
       "gate-wrong-direction 1:1+1"},
      {"at_most where more is better", "{id: g, task: plain, metric: recall, at_most: 10%}",
       "gate-wrong-direction 1:1+1"},
      {"at_most_ratio where more is better",
       "{id: g, task: noisy, metric: recall, compare: sex, reference: male, at_most_ratio: 1.5}",
       "gate-wrong-direction 1:1+1"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    CHECK(places(read(example.text).problems) == example.problems);
  }
}

TEST_CASE(
    "of an unknown task or metric nothing more is said, of another fault the gate is still read") {
  CHECK_FALSE(
      read("{id: g, task: other, metric: errors, at_most: 10%, where: x, compare: y}").gate);
  CHECK_FALSE(read("{id: g, task: plain, metric: other, at_most: 10%}").gate);
  CHECK(read("{id: g, task: plain, metric: errors, at_most: 10}").gate);
}

TEST_CASE("what a gate could have meant is in the message") {
  struct Example {
    const char *text, *message, *label, *hint;
  };
  const Example examples[] = {
      {"{id: g, task: plane, metric: errors, at_most: 10%}", "'plane' is not a task of this suite",
       "did you mean 'plain'?", "known here: noisy, plain"},
      {"{id: g, task: plain, metric: eror, at_most: 10%}", "'eror' is not a metric of made-up", "",
       "known here: errors, recall"},
      {"{id: g, task: plain, metric: errors, where: {sex: male}, at_most: 10%}",
       "'sex' is not a group of this task", "", "there is none"},
      {"{id: g, task: noisy, metric: errors, compare: gender, reference: male, at_most: 3 points}",
       "'gender' is not a group of this task", "", "known here: sex, region, condition"},
      {"{id: g, task: plain, metric: recall, at_most: 10%}",
       "for recall more is better: this limit would pass the worst tool", "",
       "write at_least instead"},
      {"{id: g, task: plain, metric: errors, at_least: 10%}",
       "for errors less is better: this limit would pass the worst tool", "",
       "write at_most instead"},
  };
  for (const Example& example : examples) {
    INFO(example.text);
    const Diagnostics problems = read(example.text).problems;
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message == example.message);
    CHECK(problems[0].label == example.label);
    CHECK(problems[0].hint == example.hint);
  }
}
