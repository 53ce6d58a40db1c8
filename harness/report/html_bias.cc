// SPDX-License-Identifier: Apache-2.0
// Who the tool works for: the main metric by group. Small groups are shown like any other; their
// interval says how little is known.
#include <fmt/format.h>

#include <cstddef>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"
#include "harness/report/report_view.h"
#include "harness/report/svg_forest.h"

namespace keur {
namespace {

// The level every other level of `group` is compared with, where a gate says so.
std::string_view reference_level(const Report& report, const TaskReport& task,
                                 std::string_view group) {
  for (const GateReport& gate : report.gates)
    if (gate.task == task.id && gate.compare == group) return gate.reference;
  return {};
}

std::string remark(const TaskReport& task, const Measurement& measured) {
  const std::string kind = task.cluster_kind.empty() ? "clusters" : task.cluster_kind;
  return fmt::format("{}{} {}", measured.cautions.empty() ? "" : "! ", measured.clusters,
                     escape_markup(kind));
}

// The limit on the metric itself; without one, the value of the first reference group.
void set_line(const Report& report, const TaskReport& task, Forest& forest) {
  if (const GateReport* gate = value_gate(report, task, task.main_metric, task.baseline)) {
    forest.line = gate->limit;
    forest.line_label = "limit \u00B7 grens " + typeset(escape_markup(gate->limit_text));
    return;
  }
  for (const std::string& group : task.groups) {
    const std::string_view level = reference_level(report, task, group);
    if (level.empty()) continue;
    for (const Measure* measure : group_measures(report, task, task.main_metric, group))
      if (measure->level == level && measure->measurement.value) {
        forest.line = measure->measurement.value;
        forest.line_label = "reference \u00B7 referentie " + escape_markup(level);
        return;
      }
  }
}

Forest forest_of(const Report& report, const TaskReport& task, const std::string& id) {
  Forest forest;
  forest.id = id;
  const MetricNote* note = find_metric(task, task.main_metric);
  const std::string metric = escape_markup(note ? note->title : task.main_metric);
  forest.title = metric + " by group, with " + format_confidence(report.confidence) + " intervals";
  if (const Measure* all = overall_measure(report, task, task.main_metric))
    forest.rows.push_back({"all", remark(task, all->measurement), &all->measurement});
  for (const std::string& group : task.groups) {
    const auto measures = group_measures(report, task, task.main_metric, group);
    if (measures.empty()) continue;
    forest.rows.push_back({group, "", nullptr});
    const std::string_view reference = reference_level(report, task, group);
    for (const Measure* measure : measures) {
      const bool is_reference = !reference.empty() && measure->level == reference;
      forest.rows.push_back({measure->level + (is_reference ? " (ref.)" : ""),
                             remark(task, measure->measurement), &measure->measurement});
      const Measurement& measured = measure->measurement;
      forest.description +=
          fmt::format("{} {}: {} {}. ", escape_markup(group), escape_markup(measure->level),
                      value_text(measured), interval_text(measured));
    }
  }
  set_line(report, task, forest);
  return forest;
}

std::string table_of(const Report& report, const TaskReport& task) {
  const std::string confidence = format_confidence(report.confidence);
  std::string out = begin_table(
      "By group", heading_cell("Group", "Groep") + heading_cell("Level", "Waarde") +
                      heading_cell("Estimate", "Schatting", true) +
                      heading_cell(confidence + " interval", confidence + "-interval", true) +
                      heading_cell("Counted", "Geteld", true) +
                      heading_cell("Cases", "Gevallen", true) +
                      heading_cell("Clusters", "Clusters", true));
  for (const std::string& group : task.groups)
    for (const Measure* measure : group_measures(report, task, task.main_metric, group)) {
      const Measurement& m = measure->measurement;
      out +=
          "<tr>" + row_heading(escape_markup(group)) +
          cell(escape_markup(measure->level) + small_cautions(m)) + number_cell(value_text(m)) +
          number_cell(interval_text(m)) +
          number_cell(format_count(m.numerator) + "\u00A0/\u00A0" + format_count(m.denominator)) +
          number_cell(fmt::format("{}", m.cases)) + number_cell(fmt::format("{}", m.clusters)) +
          "</tr>\n";
    }
  return out + end_table();
}

// Which groups a gate judges, with links to the reasons.
std::string judged_by(const Report& report, const TaskReport& task) {
  std::string english, dutch;
  for (const std::string& group : task.groups) {
    std::string links;
    for (const GateReport& gate : report.gates)
      if (gate.task == task.id && gate.compare == group)
        links += fmt::format("{}<a href=\"#{}\">{}</a>", links.empty() ? "" : ", ",
                             anchor("gate", gate.id), escape_markup(gate.id));
    const std::string name = "<b>" + escape_markup(group) + "</b>";
    english += name + (links.empty() ? " is shown, not judged. " : " is judged by " + links + ". ");
    dutch += name + (links.empty() ? " is getoond, niet beoordeeld. "
                                   : " wordt beoordeeld door " + links + ". ");
  }
  return duo(english, dutch);
}

}  // namespace

std::string html_bias(const Report& report) {
  std::string body;
  for (std::size_t t = 0; t < report.tasks.size(); ++t) {
    const TaskReport& task = report.tasks[t];
    bool any = false;
    for (const std::string& group : task.groups)
      any = any || !group_measures(report, task, task.main_metric, group).empty();
    if (!any) continue;
    const MetricNote* note = find_metric(task, task.main_metric);
    const std::string caption =
        note ? in_two_languages(escape_markup(note->title), escape_markup(note->titel))
             : escape_markup(task.main_metric);
    body += task_heading(report, task);
    body += "<figure><figcaption>" + caption +
            (task.baseline.empty() ? "" : " \u00B7 " + escape_markup(task.baseline)) +
            "</figcaption>\n<div class=\"scroll\">" +
            svg_forest(forest_of(report, task, fmt::format("forest-{}", t))) + "</div>\n" +
            data_fold(table_of(report, task)) + "</figure>\n" + judged_by(report, task);
  }
  if (body.empty()) return {};
  return begin_section("bias", "Does it work equally well for everyone?",
                       "Werkt het voor iedereen even goed?") +
         body +
         duo("A ! marks an interval to be read with caution; the table says why. Where many groups "
             "are shown, some will look worse by chance alone; only a "
             "gate\u2019s "
             "verdict takes the uncertainty into account.",
             "Een ! staat bij een interval dat met voorzichtigheid gelezen moet worden; de tabel "
             "zegt "
             "waarom. Waar veel groepen staan, lijkt er altijd wel een door toeval slechter; "
             "alleen het "
             "oordeel van een toets houdt rekening met de onzekerheid.") +
         end_section();
}

}  // namespace keur
