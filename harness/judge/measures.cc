// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/measures.h"

#include <algorithm>

#include "harness/judge/looks.h"
#include "harness/judge/slice.h"

namespace keur {

std::vector<std::string> conditions_in_order(const Task& task, const Ledger& ledger) {
  if (!task.condition) return {};
  std::vector<std::string> order{task.condition->baseline.name};
  const auto add = [&](const std::string& condition) {
    if (condition != order.front()) order.push_back(condition);
  };
  if (task.condition->levels.empty())
    for (const std::string& condition : ledger.conditions.all()) add(condition);
  for (const Named& level : task.condition->levels) add(level.name);
  return order;
}

std::vector<SliceEstimate> measure_slices(const Suite& suite, const std::vector<Ledger>& ledgers) {
  std::vector<SliceEstimate> all;
  const double confidence = confidence_at_look(suite);
  for (std::size_t i = 0; i < suite.tasks.size(); ++i) {
    const Task& task = suite.tasks[i];
    const Ledger& ledger = ledgers[i];
    const auto add = [&](const Slice& slice, const std::string& group, const std::string& level,
                         const std::string& condition) {
      const ClusterSums totals = sums(ledger, slice);
      for (const Metric& metric : task.family->metrics)
        if (is_counted(metric, task.settings))
          all.push_back(
              {i, &metric, group, level, condition, estimate(metric, totals, confidence)});
    };
    add({}, "", "", "");
    for (const std::string& condition : conditions_in_order(task, ledger))
      add({ledger.conditions.find(condition), {}}, "", "", condition);

    const std::string baseline = task.condition ? task.condition->baseline.name : "";
    const int baseline_number = task.condition ? ledger.conditions.find(baseline) : -1;
    for (std::size_t field = 0; field < task.groups.size(); ++field) {
      std::vector<std::string> levels = ledger.levels(field).all();
      std::sort(levels.begin(), levels.end());
      for (const std::string& level : levels)
        add({baseline_number, {{field, ledger.levels(field).find(level)}}}, task.groups[field].name,
            level, baseline);
    }
  }
  return all;
}

}  // namespace keur
