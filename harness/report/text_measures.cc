// SPDX-License-Identifier: Apache-2.0
// The measured values of the terminal page: every metric of every task, judged or not, on the
// baseline condition where the task has one.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "harness/report/format_number.h"
#include "harness/report/report_view.h"
#include "harness/report/text_layout.h"
#include "harness/report/text_page.h"

namespace keur {
namespace {

struct Row {
  std::string title, value, interval;
};

Row row_of(const TextPage& page, const Report& report, const TaskReport& task,
           const MetricNote& metric) {
  Row row;
  row.title = page.safe(metric.title) + (metric.descriptive ? " (descriptive)" : "");
  row.value = row.interval = "-";
  if (const Measure* measure = overall_measure(report, task, metric.id)) {
    const Measurement& measured = measure->measurement;
    if (measured.value) row.value = format_value(*measured.value, NumberForm::proportion);
    row.interval = format_interval(measured, NumberForm::proportion, page.dash()).value_or("-");
  }
  return row;
}

void print_task(TextPage& page, const Report& report, const TaskReport& task) {
  std::string heading = page.safe(task.id);
  if (!task.baseline.empty()) heading += ", " + page.safe(task.baseline);
  std::vector<Row> rows = {{heading, "value", format_confidence(report.confidence) + " interval"}};
  for (const MetricNote& metric : task.metrics) rows.push_back(row_of(page, report, task, metric));
  int title = 0, value = 0, interval = 0;
  for (const Row& row : rows) {
    title = std::max(title, display_width(row.title));
    value = std::max(value, display_width(row.value));
    interval = std::max(interval, display_width(row.interval));
  }
  title = std::min(title, std::max(8, page.width() - value - interval - 4));
  for (const Row& row : rows) {
    const std::string line =
        fmt::format("{}  {}  {}", pad_right(elide_middle(row.title, title, page.gap()), title),
                    pad_left(row.value, value), row.interval);
    page.line(&row == &rows.front() ? page.dim(line) : line);
  }
}

void print_dose(TextPage& page, const Report& report, const TaskReport& task) {
  const DoseReport& dose = *task.dose;
  Measurement ratio;
  ratio.lower = dose.ratio_lower;
  ratio.upper = dose.ratio_upper;
  const auto interval = format_interval(ratio, NumberForm::ratio, page.dash());
  std::string line = fmt::format(
      "with 10 {} less, {} is {} as high",
      dose.unit.empty() ? "units" : page.safe(dose.unit), page.safe(task.main_metric),
      format_value(dose.ratio, NumberForm::ratio));
  if (interval)
    line += fmt::format(" ({} interval {})", format_confidence(report.confidence), *interval);
  line += fmt::format("; mean of {} lines, one for each of the {}", dose.clusters,
                      page.safe(task.cluster_kind));
  if (dose.shortened > 0)
    line += fmt::format("; lines that skip a condition without errors: {}", dose.shortened);
  if (dose.left_out > 0)
    line += fmt::format("; without a line, having errors in fewer than two: {}", dose.left_out);
  page.paragraph(line, 0, 2);
}

}  // namespace

void print_measures(TextPage& page, const Report& report) {
  for (const TaskReport& task : report.tasks) {
    if (task.metrics.empty()) continue;
    page.line();
    print_task(page, report, task);
    if (task.dose) print_dose(page, report, task);
  }
}

}  // namespace keur
