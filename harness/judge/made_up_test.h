// SPDX-License-Identifier: Apache-2.0
// A family of two columns, and suites, gates and ledgers built by hand on it.
#pragma once
#include <string>
#include <vector>

#include "harness/run/ledger.h"
#include "harness/suite/suite.h"

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

inline Gate contrast_gate(const char* reference, double limit,
                   GateQuantity quantity = GateQuantity::difference) {
  Gate gate = gate_of("rate", Direction::at_most, limit);
  gate.compare = {"region", {}};
  gate.compared_groups = {gate.compare};
  gate.reference = {reference, {}};
  gate.quantity = quantity;
  return gate;
}

}  // namespace keur
