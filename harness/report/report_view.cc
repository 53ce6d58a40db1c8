// SPDX-License-Identifier: Apache-2.0
#include "harness/report/report_view.h"

#include <fmt/format.h>

namespace keur {

const TaskReport* find_task(const Report& report, std::string_view task) {
  for (const TaskReport& candidate : report.tasks)
    if (candidate.id == task) return &candidate;
  return nullptr;
}

const MetricNote* find_metric(const TaskReport& task, std::string_view metric) {
  for (const MetricNote& candidate : task.metrics)
    if (candidate.id == metric) return &candidate;
  return nullptr;
}

const Measure* find_measure(const Report& report, const TaskReport& task, std::string_view metric,
                            std::string_view group, std::string_view level,
                            std::string_view condition) {
  for (const Measure& measure : report.measures)
    if (measure.task == task.id && measure.metric == metric && measure.group == group &&
        measure.level == level && measure.condition == condition)
      return &measure;
  return nullptr;
}

const Measure* overall_measure(const Report& report, const TaskReport& task,
                               std::string_view metric) {
  if (const Measure* at_baseline = find_measure(report, task, metric, "", "", task.baseline))
    return at_baseline;
  return find_measure(report, task, metric, "", "", "");
}

std::vector<const Measure*> group_measures(const Report& report, const TaskReport& task,
                                           std::string_view metric, std::string_view group) {
  std::vector<const Measure*> found;
  const auto collect = [&](std::string_view condition) {
    for (const Measure& measure : report.measures)
      if (measure.task == task.id && measure.metric == metric && measure.group == group &&
          measure.condition == condition)
        found.push_back(&measure);
  };
  collect(task.baseline);
  if (found.empty()) collect("");
  return found;
}

const GateReport* value_gate(const Report& report, const TaskReport& task, std::string_view metric,
                             std::string_view condition) {
  for (const GateReport& gate : report.gates)
    if (gate.task == task.id && gate.metric == metric && gate.condition == condition &&
        gate.compare.empty())
      return &gate;
  return nullptr;
}

std::string clusters_in_words(const TaskReport& task) {
  const std::string kind = task.cluster_kind.empty() ? "clusters" : task.cluster_kind;
  return fmt::format("{} {}", task.clusters, kind);
}

}  // namespace keur
