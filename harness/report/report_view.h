// SPDX-License-Identifier: Apache-2.0
// Finding things in a report: the same choices for every page, so that the terminal and the HTML
// never show different rows under the same name.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "harness/report/report.h"

namespace keur {

// nullptr when there is none of that name.
const TaskReport* find_task(const Report& report, std::string_view task);
const MetricNote* find_metric(const TaskReport& task, std::string_view metric);
const Measure* find_measure(const Report& report, const TaskReport& task, std::string_view metric,
                            std::string_view group, std::string_view level,
                            std::string_view condition);

// Ungrouped, on the baseline condition where the task has one, otherwise on everything.
const Measure* overall_measure(const Report& report, const TaskReport& task,
                               std::string_view metric);

// One metric in every level of a group field, in the order of the report, on the baseline
// condition where it was measured there, otherwise on everything.
std::vector<const Measure*> group_measures(const Report& report, const TaskReport& task,
                                           std::string_view metric, std::string_view group);

// The gate on the plain value of `metric` in `condition`; nullptr without one.
const GateReport* value_gate(const Report& report, const TaskReport& task, std::string_view metric,
                             std::string_view condition);

// 48 speakers; 1 cluster where the task does not name them. English for the terminal.
std::string clusters_in_words(const TaskReport& task);

}  // namespace keur
