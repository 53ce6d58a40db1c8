// SPDX-License-Identifier: Apache-2.0
// Every metric of a task, judged or not, and the counts they are made of.
#include <fmt/format.h>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"
#include "harness/report/report_view.h"

namespace keur {
namespace {

std::string metric_name(const MetricNote& metric) {
  std::string name = in_two_languages(escape_markup(metric.title), escape_markup(metric.titel));
  if (metric.descriptive)
    name += " <small>(" + in_two_languages("descriptive", "beschrijvend") + ")</small>";
  return name;
}

std::string metric_row(const Report& report, const TaskReport& task, const MetricNote& metric) {
  const Measure* measure = overall_measure(report, task, metric.id);
  const Measurement measured = measure ? measure->measurement : Measurement{};
  std::string out = "<tr>" + row_heading(metric_name(metric) + small_cautions(measured));
  out += number_cell(value_text(measured)) + number_cell(interval_text(measured));
  out += number_cell(measured.denominator > 0 ? format_count(measured.numerator) + "\u00A0/\u00A0" +
                                                    format_count(measured.denominator)
                                              : "\u2013");
  out += number_cell(fmt::format("{}", measured.clusters));
  return out + "</tr>\n";
}

std::string metric_table(const Report& report, const TaskReport& task) {
  const std::string confidence = format_confidence(report.confidence);
  const std::string kind = task.cluster_kind.empty() ? "clusters" : task.cluster_kind;
  std::string out = begin_table(
      "Metrics",
      heading_cell("Metric", "Maat") + heading_cell("Value", "Waarde", true) +
          heading_cell(confidence + " interval", confidence + "-interval", true) +
          heading_cell("Counted", "Geteld", true) +
          heading_cell(escape_markup(kind), escape_markup(clusters_in_dutch(kind)), true));
  for (const MetricNote& metric : task.metrics) out += metric_row(report, task, metric);
  return out + end_table();
}

std::string count_table(const TaskReport& task) {
  if (task.counts.empty()) return {};
  std::string out =
      "<h3>" + in_two_languages("Counts over all cases", "Tellingen over alle gevallen") +
      "</h3>\n" +
      begin_narrow_table("Counts",
                         heading_cell("What", "Wat") + heading_cell("Total", "Totaal", true));
  for (const Count& count : task.counts)
    out += "<tr>" + row_heading(escape_markup(count.title)) +
           number_cell(format_count(count.total)) + "</tr>\n";
  return out + end_table();
}

}  // namespace

std::string html_accuracy(const Report& report) {
  std::string out = begin_section("accuracy", "Accuracy", "Nauwkeurigheid");
  for (const TaskReport& task : report.tasks) {
    out += task_heading(report, task);
    if (!task.baseline.empty()) {
      const std::string baseline = "<b>" + escape_markup(task.baseline) + "</b>";
      out += duo("All metrics in the condition " + baseline + ", judged by a gate or not.",
                 "Alle maten in de conditie " + baseline + ", met of zonder toets.");
    } else {
      out += duo("All metrics over all cases, judged by a gate or not.",
                 "Alle maten over alle gevallen, met of zonder toets.");
    }
    out += metric_table(report, task) + count_table(task);
  }
  return out + end_section();
}

}  // namespace keur
