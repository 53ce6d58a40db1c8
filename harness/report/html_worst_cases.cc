// SPDX-License-Identifier: Apache-2.0
// The cases with most errors, by id; their text only in a report that was asked to carry text.
#include <fmt/format.h>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"
#include "harness/report/report_view.h"

namespace keur {
namespace {

std::string status(std::string_view word) {
  if (word == "missing") return in_two_languages("missing", "ontbreekt");
  if (word == "errored") return in_two_languages("errored", "mislukt");
  return in_two_languages("matched", "gekoppeld");
}

std::string row(const Report& report, const TaskReport& task, const WorstCase& worst) {
  std::string out = "<tr>" + row_heading("<code>" + escape_markup(worst.id) + "</code>") +
                    cell(escape_markup(worst.cluster));
  if (!task.condition_name.empty()) out += cell(escape_markup(worst.condition));
  out += number_cell(format_count(worst.numerator) + "\u00A0/\u00A0" +
                     format_count(worst.denominator)) +
         cell(status(worst.status)) + "</tr>\n";
  if (report.redaction != "text" || worst.text.empty()) return out;
  out += fmt::format("<tr class=\"text\"><td colspan=\"{}\">", task.condition_name.empty() ? 4 : 5);
  return out + aligned(worst.text) + "</td></tr>\n";
}

}  // namespace

std::string html_worst_cases(const Report& report) {
  if (report.redaction == "counts") return {};
  std::string body;
  for (const TaskReport& task : report.tasks) {
    if (task.worst.empty()) continue;
    const MetricNote* note = find_metric(task, task.main_metric);
    std::string head =
        heading_cell("Case", "Geval") +
        heading_cell(escape_markup(task.cluster_name),
                     escape_markup(clusters_in_dutch(task.cluster_name)));
    if (!task.condition_name.empty())
      head += heading_cell(escape_markup(task.condition_name), escape_markup(task.condition_name));
    head += heading_cell("Errors", "Fouten", true) + heading_cell("Status", "Status");
    body += task_heading(report, task);
    if (note)
      body += "<p>" +
              in_two_languages("By " + escape_markup(note->title),
                               "Naar " + escape_markup(note->titel)) +
              "</p>\n";
    body += begin_table("Worst cases", head);
    for (const WorstCase& worst : task.worst) body += row(report, task, worst);
    body += end_table();
  }
  if (body.empty()) return {};
  const bool with_text = report.redaction == "text";
  return begin_section("worst", "Worst cases", "Slechtste gevallen") + body +
         (with_text ? key_to_aligned()
                    : duo("This report carries no text of cases; "
                          "<code>keur show CASE</code> prints one where the data are.",
                          "Dit rapport bevat geen tekst van gevallen; <code>keur show CASE</code> "
                          "toont er een waar de gegevens staan.")) +
         end_section();
}

}  // namespace keur
