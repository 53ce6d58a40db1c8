// SPDX-License-Identifier: Apache-2.0
// The same outputs under every normaliser: how much of an error rate is spelling. One of them was
// chosen before the run and is judged; the others are here so that nobody need wonder.
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

Forest forest_of(const Report& report, const TaskReport& task, const std::string& id) {
  Forest forest;
  forest.id = id;
  forest.title = "error rates under each normaliser, with " + format_confidence(report.confidence) +
                 " intervals";
  for (std::size_t m = 0; m < task.ladder.metrics.size(); ++m) {
    const MetricNote* note = find_metric(task, task.ladder.metrics[m]);
    // The label of a row has little room; the table below has the whole name.
    forest.rows.push_back(
        {m == 0 ? (note ? note->title + " \u00B7 " + note->titel : task.ladder.metrics[m])
                : "compounds forgiven \u00B7 samenstellingen vergeven",
         "", nullptr});
    for (const Rung& rung : task.ladder.rungs) {
      if (m >= rung.measurements.size()) continue;
      const Measurement& measured = rung.measurements[m];
      forest.rows.push_back({rung.value,
                             rung.chosen             ? "judged \u00B7 beoordeeld"
                             : !rung.warnings.empty() ? "! comparison \u00B7 vergelijking"
                                                     : "",
                             &measured});
      forest.description += fmt::format("{}: {} {}. ", escape_markup(rung.value),
                                        value_text(measured), interval_text(measured));
    }
  }
  return forest;
}

std::string mark_of(const Rung& rung) {
  if (rung.chosen)
    return "<br><small>" +
           in_two_languages("the suite\u2019s choice, judged", "keuze van het toetsplan, beoordeeld") +
           "</small>";
  if (!rung.warnings.empty())
    return "<br><small class=\"c-open\">! " +
           in_two_languages("for comparison only", "alleen ter vergelijking") + "</small>";
  return {};
}

std::string table_of(const Report& report, const TaskReport& task) {
  const std::string confidence = format_confidence(report.confidence);
  std::string head = heading_cell("Normaliser", "Normalisatie");
  for (const std::string& metric : task.ladder.metrics) {
    const MetricNote* note = find_metric(task, metric);
    const std::string title = escape_markup(note ? note->title : metric);
    head += heading_cell(title, note ? escape_markup(note->titel) : title, true) +
            heading_cell(confidence + " interval", confidence + "-interval", true);
  }
  std::string out = begin_table("Normalisers", head);
  for (const Rung& rung : task.ladder.rungs) {
    const std::string name = escape_markup(rung.value);
    out += "<tr>" + row_heading((rung.chosen ? "<b>" + name + "</b>" : name) + mark_of(rung));
    for (std::size_t m = 0; m < task.ladder.metrics.size(); ++m) {
      const Measurement measured =
          m < rung.measurements.size() ? rung.measurements[m] : Measurement{};
      out += number_cell(value_text(measured)) + number_cell(interval_text(measured));
    }
    out += "</tr>\n";
  }
  return out + end_table();
}

std::string warnings(const TaskReport& task) {
  std::string items;
  for (const Rung& rung : task.ladder.rungs)
    for (const std::string& warning : rung.warnings)
      items += "<li>" + remark_in_two_languages(warning) + "</li>\n";
  return items.empty() ? items : "<ul>\n" + items + "</ul>\n";
}

}  // namespace

std::string html_ladder(const Report& report) {
  std::string body;
  for (std::size_t t = 0; t < report.tasks.size(); ++t) {
    const TaskReport& task = report.tasks[t];
    if (task.ladder.rungs.empty()) continue;
    body += task_heading(report, task) + "<figure>";
    if (!task.ladder.condition.empty())
      body += "<figcaption>" + escape_markup(task.ladder.condition) + "</figcaption>\n";
    body += "<div class=\"scroll\">" +
            svg_forest(forest_of(report, task, fmt::format("ladder-{}", t))) + "</div>\n" +
            data_fold(table_of(report, task)) + "</figure>\n" + warnings(task);
  }
  if (body.empty()) return {};
  return begin_section("ladder", "How much of it is spelling?", "Hoeveel daarvan is spelling?") +
         duo("A normaliser says which written forms are the same word. The suite chose one before "
             "the run, and only that one is judged; the others show what it forgives. Those marked "
             "! delete signs, decimal marks or digits and can hide a wrong dose: they are here to "
             "compare with published figures.",
             "Een normalisatie bepaalt welke schrijfwijzen hetzelfde woord zijn. Het toetsplan "
             "koos er vooraf een, en alleen die wordt beoordeeld; de andere laten zien wat zij "
             "vergeeft. Die met een ! wissen tekens, decimale komma\u2019s of cijfers en kunnen een "
             "verkeerde dosis verbergen: ze staan er om te vergelijken met gepubliceerde cijfers.") +
         body + end_section();
}

}  // namespace keur
