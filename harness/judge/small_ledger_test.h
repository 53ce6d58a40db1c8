// SPDX-License-Identifier: Apache-2.0
// A family of two columns, and suites and ledgers built by hand on it.
#pragma once
#include <string>
#include <vector>

#include "harness/judge/judge.h"
#include "harness/run/ledger.h"
#include "harness/suite/suite.h"
#include "tests/catch.h"

namespace keur {

// Columns: events, trials. `rate` should be low, `share` high; `share` is a proportion.
inline const Family& two_columns() {
  static const Family family{
      .kind = "made-up",
      .title = "made up",
      .case_fields = {},
      .output_fields = {},
      .choices = {},
      .columns = {{"events", "events"}, {"trials", "trials"}},
      .metrics = {{"rate", "rate", "", "", "", Better::lower, Range::nonnegative, "trial", false,
                   [](const Row& sums) { return ratio(sums, {0}, {1}); }},
                  {"share", "share", "", "", "", Better::higher, Range::proportion, "trial", false,
                   [](const Row& sums) { return ratio(sums, {0}, {1}); }}},
      .counter = nullptr,
      .warnings = nullptr,
  };
  return family;
}

inline Entry entry(const std::string& cluster, double events, double trials,
                   std::vector<std::string> groups = {}, const std::string& condition = "",
                   const std::string& pair = "") {
  Row counts(2);
  counts << events, trials;
  return {"", cluster, condition, pair, std::move(groups), Status::matched, counts};
}

inline Ledger ledger_of(std::size_t groups, const std::vector<Entry>& entries) {
  Ledger ledger(groups, 2);
  for (Entry one : entries) {
    one.case_id = "c" + std::to_string(ledger.cases());
    ledger.add(one);
  }
  return ledger;
}

// Six speakers of the vector A_6_speakers (fixtures/vectors/ratio_cluster_se.json): rate 127 of
// 1613 = 0.0787, 95 % interval on the log scale with 5 degrees of freedom [0.0503058, 0.1232311],
// one-sided 95 % upper bound 0.1118602.
inline std::vector<Entry> six_speakers(const std::vector<std::string>& groups = {},
                                       const std::string& condition = "") {
  const double events[] = {12, 30, 7, 22, 15, 41}, trials[] = {240, 310, 198, 275, 260, 330};
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < 6; ++i)
    entries.push_back(
        entry("speaker " + std::to_string(i), events[i], trials[i], groups, condition));
  return entries;
}

inline Suite suite_of(std::vector<std::string> groups, bool conditions = false) {
  Suite suite;
  Task task;
  task.id = "task";
  task.family = &two_columns();
  for (const std::string& group : groups) task.groups.push_back({group, {"suite.yaml", 3, 1, 1}});
  if (conditions)
    task.condition = Condition{{"room", {}}, {"quiet", {"suite.yaml", 4, 1, 5}}, {"pair", {}}};
  suite.tasks.push_back(task);
  return suite;
}

inline Gate gate_of(const char* metric, Direction direction, double limit) {
  Gate gate;
  gate.id = "gate";
  gate.metric = two_columns().metric(metric);
  gate.direction = direction;
  gate.limit = limit;
  return gate;
}

inline GateFinding judged(Suite suite, const Gate& gate, const Ledger& ledger) {
  suite.gates = {gate};
  const Judgement judgement = judge(suite, {ledger});
  REQUIRE(judgement.gates.size() == 1);
  return judgement.gates[0];
}

// Twelve speakers of a group whose rates lie around `percent`: a little below and a little above.
inline void add_group(std::vector<Entry>& entries, const std::string& level, double percent,
               const std::string& condition = "") {
  for (int i = 0; i < 12; ++i)
    entries.push_back(entry(level + std::to_string(i), 10 * percent + (i % 2 ? 10 : -10), 1000,
                            {level}, condition));
}

inline Gate contrast_gate(const char* reference, double limit,
                   GateQuantity quantity = GateQuantity::difference) {
  Gate gate = gate_of("rate", Direction::at_most, limit);
  gate.compare = {"region", {}};
  gate.compared_groups = {gate.compare};
  gate.reference = {reference, {}};
  gate.quantity = quantity;
  return gate;
}

inline std::vector<std::string> levels(const GateFinding& finding) {
  std::vector<std::string> names;
  for (const Finding& part : finding.parts) names.push_back(part.level);
  return names;
}

}  // namespace keur
