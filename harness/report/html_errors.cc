// SPDX-License-Identifier: Apache-2.0
// Which errors a tool makes, and for whom: words replaced, left out and invented, and what could
// harm, by condition and by group. Two groups with one error rate may not be served alike.
#include <fmt/format.h>

#include <cstddef>

#include "harness/report/escape_markup.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"
#include "harness/report/report_view.h"
#include "harness/report/svg_stack.h"

namespace keur {
namespace {

// One line of picture and table: everybody in a condition, or a level of a group.
struct Line {
  std::string heading, level;  // data; an empty level: everybody
  std::string group, condition;
};

std::vector<Line> lines_of(const Report& report, const TaskReport& task) {
  std::vector<Line> lines = {{"", "all", "", task.baseline}};
  if (!task.baseline.empty()) lines[0].level += ", " + task.baseline;
  for (const std::string& condition : task.conditions)
    if (condition != task.baseline) lines.push_back({task.condition_name, condition, "", condition});
  for (const std::string& group : task.groups)
    for (const Measure* measure : group_measures(report, task, task.main_metric, group))
      lines.push_back({group, measure->level, group, measure->condition});
  return lines;
}

const Measure* measure_at(const Report& report, const TaskReport& task, const std::string& metric,
                          const Line& line) {
  return find_measure(report, task, metric, line.group, line.group.empty() ? "" : line.level,
                      line.condition);
}

std::vector<const std::vector<std::string>*> panels_of(const TaskReport& task) {
  std::vector<const std::vector<std::string>*> panels;
  for (const auto* metrics : {&task.word_error_metrics, &task.finding_metrics})
    if (!metrics->empty()) panels.push_back(metrics);
  return panels;
}

std::string title_of(const TaskReport& task, const std::string& metric) {
  const MetricNote* note = find_metric(task, metric);
  return escape_markup(note ? note->title : metric);
}

Stack stack_of(const Report& report, const TaskReport& task, const std::string& id) {
  Stack stack;
  stack.id = id;
  stack.title = "kinds of errors by group and condition";
  stack.panels.push_back(
      {"words wrong \u00B7 foute woorden",
       {{"replaced", "vervangen", "soft"},
        {"left out", "weggelaten", "fail"},
        {"invented", "verzonnen", "mark"}}});
  if (!task.finding_metrics.empty())
    stack.panels.push_back({"critical, per utterance \u00B7 per uiting",
                            {{"severity 4", "ernst 4", "fail"}, {"severity 3", "ernst 3", "open"}}});
  std::string heading;
  for (const Line& line : lines_of(report, task)) {
    if (line.heading != heading) stack.rows.push_back({heading = line.heading, {}});
    StackRow row{line.level, {}};
    std::string told;
    for (const auto* metrics : panels_of(task)) {
      auto& parts = row.panels.emplace_back();
      for (const std::string& metric : *metrics) {
        const Measure* measure = measure_at(report, task, metric, line);
        parts.push_back(measure ? measure->measurement.value : std::nullopt);
        told += ", " + title_of(task, metric) + " " +
                (measure ? value_text(measure->measurement) : "\u2013");
      }
    }
    stack.description += escape_markup(line.level) + told + ". ";
    stack.rows.push_back(std::move(row));
  }
  return stack;
}

std::string table_of(const Report& report, const TaskReport& task) {
  std::string head = heading_cell("Who", "Wie");
  for (const auto* metrics : panels_of(task))
    for (const std::string& metric : *metrics) {
      const MetricNote* note = find_metric(task, metric);
      head += note ? heading_cell(escape_markup(note->title), escape_markup(note->titel), true)
                   : heading_cell(escape_markup(metric), escape_markup(metric), true);
    }
  std::string out = begin_table("Kinds of errors", head);
  for (const Line& line : lines_of(report, task)) {
    out += "<tr>" + row_heading(line.heading.empty() ? escape_markup(line.level)
                                                     : escape_markup(line.heading) + " " +
                                                           escape_markup(line.level));
    for (const auto* metrics : panels_of(task))
      for (const std::string& metric : *metrics) {
        const Measure* measure = measure_at(report, task, metric, line);
        const Measurement measured = measure ? measure->measurement : Measurement{};
        out += number_cell(value_text(measured) + "<br><small>" + interval_text(measured) +
                           "</small>");
      }
    out += "</tr>\n";
  }
  return out + end_table();
}

}  // namespace

std::string html_errors(const Report& report) {
  std::string body;
  for (std::size_t t = 0; t < report.tasks.size(); ++t) {
    const TaskReport& task = report.tasks[t];
    if (task.word_error_metrics.empty()) continue;
    body += task_heading(report, task) + "<figure><div class=\"scroll\">" +
            svg_stack(stack_of(report, task, fmt::format("stack-{}", t))) + "</div>\n" +
            data_fold(table_of(report, task)) + "</figure>\n";
  }
  if (body.empty()) return {};
  return begin_section("errors", "Which errors, and for whom?", "Welke fouten, en bij wie?") +
         duo("A word replaced by another may look odd; one that is left out leaves no trace, and one "
             "that nobody said looks like any other. Each bar is a rate divided into its parts.",
             "Een vervangen woord kan opvallen; een weggelaten woord laat geen spoor na, en een "
             "verzonnen woord ziet eruit als elk ander. Elke balk is een percentage, verdeeld in "
             "vervangen, weggelaten en verzonnen woorden, of naar ernst.") +
         body + end_section();
}

}  // namespace keur
