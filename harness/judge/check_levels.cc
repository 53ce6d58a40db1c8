// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "harness/judge/judge.h"
#include "harness/judge/sides.h"
#include "harness/suite/spelling.h"

namespace keur {
namespace {

void check(const Named& level, const Names& known, const char* what, Diagnostics& problems) {
  if (level.name.empty() || known.find(level.name) >= 0) return;
  std::vector<std::string> names = known.all();
  std::sort(names.begin(), names.end());
  const std::string near = nearest(level.name, names);
  if (names.size() > 12) names.resize(12);
  problems.push_back({"gate-unknown-level", Severity::error, level.span,
                      fmt::format("no case has the {} '{}'", what, level.name),
                      near.empty() ? "" : fmt::format("did you mean '{}'?", near),
                      "in the data: " + listed(names)});
}

// What the suite declares must be there, and nothing else may be.
void check_declared(const Condition& condition, const Ledger& ledger, Diagnostics& problems) {
  for (const Named& level : condition.levels)
    if (level.name != condition.baseline.name)
      check(level, ledger.conditions, "condition", problems);
  for (const auto& [level, dose] : condition.doses)
    if (!condition.is_declared(level.name))
      check(level, ledger.conditions, "condition", problems);
  if (condition.levels.empty()) return;
  std::vector<long> cases(static_cast<std::size_t>(ledger.conditions.size()), 0);
  for (std::size_t row = 0; row < ledger.rows(); ++row)
    cases[static_cast<std::size_t>(ledger.condition(row))] += ledger.cases_of(row);
  for (int i = 0; i < ledger.conditions.size(); ++i) {
    const std::string& name = ledger.conditions[i];
    if (condition.is_declared(name)) continue;
    const long number = cases[static_cast<std::size_t>(i)];
    problems.push_back({"data-undeclared-level", Severity::error, condition.levels_span,
                        fmt::format("{} case{} the condition '{}', which is not declared here",
                                    number, number == 1 ? " has" : "s have", name),
                        "", "add it, or leave these cases out of the data"});
  }
}

}  // namespace

void check_levels(const Suite& suite, const std::vector<Ledger>& ledgers, Diagnostics& problems) {
  for (std::size_t i = 0; i < suite.tasks.size(); ++i) {
    const Task& task = suite.tasks[i];
    if (task.condition) {
      check(task.condition->baseline, ledgers[i].conditions, "condition", problems);
      check_declared(*task.condition, ledgers[i], problems);
    }
    for (std::size_t field = 0; field < task.groups.size(); ++field) {
      const Names& levels = ledgers[i].levels(field);
      if (levels.size() == 1 && levels[0] == "(none)")
        problems.push_back(
            {"data-missing-field", Severity::error, task.groups[field].span,
             fmt::format("no case has a value for the group '{}'", task.groups[field].name), "",
             "is the field spelt as in the data?"});
    }
  }
  for (const Gate& gate : suite.gates) {
    const Task& task = suite.tasks[gate.task];
    const Ledger& ledger = ledgers[gate.task];
    check(gate.level, ledger.conditions, "condition", problems);
    const auto levels_of = [&](const std::string& group) -> const Names* {
      for (std::size_t field = 0; field < task.groups.size(); ++field)
        if (task.groups[field].name == group) return &ledger.levels(field);
      return nullptr;
    };
    for (const auto& [field, level] : gate.where)
      if (const Names* levels = levels_of(field.name))
        check(level, *levels, field.name.c_str(), problems);
    if (const Names* levels = levels_of(gate.compare.name)) {
      check(gate.reference, *levels, gate.compare.name.c_str(), problems);
      check(gate.group, *levels, gate.compare.name.c_str(), problems);
    }
  }
}

void check_sizes(const Suite& suite, const std::vector<Ledger>& ledgers, Diagnostics& problems) {
  for (const Gate& gate : suite.gates) {
    if (!gate.must) continue;
    const Task& task = suite.tasks[gate.task];
    for (const Sides& sides : sides_of(suite, gate, ledgers[gate.task])) {
      std::size_t clusters = sides.compared.clusters.size();
      if (sides.reference) clusters = std::min(clusters, sides.reference->clusters.size());
      if (clusters >= static_cast<std::size_t>(fewest_clusters)) continue;
      problems.push_back(
          {"gate-few-clusters", Severity::error, gate.span,
           fmt::format("{}'{}' has {} {}, and it can be judged on {} or more",
                       sides.level.empty() ? "gate " : fmt::format("'{}' of gate ", sides.level),
                       gate.id, clusters, task.cluster_kind, fewest_clusters),
           "", "collect more, leave it out with where: or group:, or make it severity: should"});
    }
  }
}

}  // namespace keur
