// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/judge.h"
#include "harness/judge/small_ledger_test.h"
#include "metrics/core/diagnostics_test.h"

using namespace keur;

namespace {

Ledger ledger() {
  return ledger_of(2, {entry("x", 1, 10, {"female", "north"}, "quiet"),
                       entry("y", 1, 10, {"male", "(none)"}, "noise-10dB")});
}

Diagnostics checked(const Gate& gate, const Ledger& data = ledger()) {
  Suite suite = suite_of({"sex", "region"}, true);
  suite.gates = {gate};
  Diagnostics problems;
  check_levels(suite, {data}, problems);
  return problems;
}

Named at(const char* name, std::size_t column) { return {name, {"suite.yaml", 9, column, 3}}; }

Gate plain() { return gate_of("rate", Direction::at_most, 0.1); }

}  // namespace

TEST_CASE("levels the data have are no problem") {
  Gate gate = plain();
  gate.level = at("noise-10dB", 1);
  gate.where = {{at("sex", 2), at("male", 3)}, {at("region", 4), at("(none)", 5)}};
  CHECK(places(checked(gate)) == "");
  gate.compare = at("sex", 6);
  gate.reference = at("female", 7);
  gate.group = at("male", 8);
  CHECK(places(checked(gate)) == "");
  CHECK(places(checked(plain())) == "");
}

TEST_CASE("a level no case has is reported where the gate names it") {
  struct Example {
    const char* what;
    void (*change)(Gate&);
    const char* problems;
  };
  const Example examples[] = {
      {"a condition", [](Gate& gate) { gate.level = at("noise", 11); },
       "gate-unknown-level 9:11+3"},
      {"a group",
       [](Gate& gate) {
         gate.where = {{at("sex", 1), at("woman", 12)}};
       },
       "gate-unknown-level 9:12+3"},
      {"a level of another group",
       [](Gate& gate) {
         gate.where = {{at("sex", 1), at("north", 13)}};
       },
       "gate-unknown-level 9:13+3"},
      {"a reference",
       [](Gate& gate) {
         gate.compare = at("region", 1);
         gate.reference = at("west", 14);
       },
       "gate-unknown-level 9:14+3"},
      {"reference and group",
       [](Gate& gate) {
         gate.compare = at("region", 1);
         gate.reference = at("west", 14);
         gate.group = at("east", 15);
       },
       "gate-unknown-level 9:14+3, gate-unknown-level 9:15+3"},
      {"a level of a contrast of conditions",
       [](Gate& gate) {
         gate.compare = at("room", 1);
         gate.reference = at("quiet", 2);
         gate.level = at("loud", 16);
       },
       "gate-unknown-level 9:16+3"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    Gate gate = plain();
    example.change(gate);
    CHECK(places(checked(gate)) == example.problems);
  }
}

TEST_CASE("an unknown level is answered with the nearest and with those in the data, sorted") {
  Gate gate = plain();
  gate.level = at("noise-10db", 1);
  const Diagnostics problems = checked(gate);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "no case has the condition 'noise-10db'");
  CHECK(problems[0].label == "did you mean 'noise-10dB'?");
  CHECK(problems[0].hint == "in the data: noise-10dB, quiet");
}

TEST_CASE("of many levels the first twelve are named") {
  std::vector<Entry> entries;
  for (int i = 0; i < 30; ++i)
    entries.push_back(entry("x", 1, 10, {"f", "r" + std::to_string(10 + i)}, "quiet"));
  Gate gate = plain();
  gate.where = {{at("region", 1), at("elsewhere", 2)}};
  const Diagnostics problems = checked(gate, ledger_of(2, entries));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].hint ==
        "in the data: r10, r11, r12, r13, r14, r15, r16, r17, r18, r19, r20, r21");
}

TEST_CASE("a baseline no case has is reported where the task names it") {
  const Ledger data = ledger_of(2, {entry("x", 1, 10, {"f", "north"}, "silent")});
  CHECK(places(checked(plain(), data)) == "gate-unknown-level 4:1+5");
}

TEST_CASE("a group that no case has is most likely misspelt") {
  const Ledger data = ledger_of(2, {entry("x", 1, 10, {"(none)", "north"}, "quiet"),
                                    entry("y", 1, 10, {"(none)", "(none)"}, "quiet")});
  const Diagnostics problems = checked(plain(), data);
  CHECK(places(problems) == "data-missing-field 3:1+1");
  CHECK(problems[0].message == "no case has a value for the group 'sex'");
}

TEST_CASE("declared conditions are all there, and no others") {
  Suite suite = suite_of({}, true);
  suite.gates = {plain()};
  suite.tasks[0].condition->levels = {at("quiet", 1), at("loud", 2), at("louder", 3)};
  suite.tasks[0].condition->levels_span = {"suite.yaml", 8, 5, 1};
  Diagnostics problems;
  check_levels(suite,
               {ledger_of(0, {entry("x", 1, 10, {}, "quiet"), entry("x", 1, 10, {}, "loud"),
                              entry("x", 1, 10, {}, "street"), entry("y", 1, 10, {}, "street")})},
               problems);
  CHECK(places(problems) == "gate-unknown-level 9:3+3, data-undeclared-level 8:5+1");
  CHECK(problems[1].message == "2 cases have the condition 'street', which is not declared here");
}
