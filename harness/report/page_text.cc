// SPDX-License-Identifier: Apache-2.0
#include "harness/report/page_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "harness/report/report_view.h"
#include "harness/report/text_layout.h"
#include "harness/report/text_page.h"

namespace keur {
namespace {

constexpr std::size_t ids_shown = 5;
constexpr std::size_t digits_of_protocol = 8;

void print_header(TextPage& page, const Report& report) {
  std::string line = page.safe(report.suite_id + " " + report.suite_version);
  if (report.tasks.size() == 1) {
    const TaskReport& task = report.tasks.front();
    line += fmt::format("{}{} cases{}{}", page.dot(), task.expected, page.dot(),
                        page.safe(clusters_in_words(task)));
  }
  line += fmt::format("{}protocol {}", page.dot(),
                      page.safe(report.protocol.substr(0, digits_of_protocol)));
  page.paragraph(line, 0, 2);
  page.paragraph(page.safe(report.suite_title), 2);
  if (!report.looks.empty()) page.paragraph(page.safe(report.looks), 2);
}

void print_ids(TextPage& page, const Report& report, std::string_view what,
               const std::vector<std::string>& ids) {
  if (ids.empty() || report.redaction == "counts") return;
  std::string line(what);
  for (std::size_t i = 0; i < std::min(ids.size(), ids_shown); ++i)
    line += (i == 0 ? " " : ", ") + page.safe(ids[i]);
  if (ids.size() > ids_shown) line += fmt::format(" and {} more", ids.size() - ids_shown);
  page.paragraph(line, 4, 2);
}

void print_accounting(TextPage& page, const Report& report) {
  bool incomplete = false;
  for (const TaskReport& task : report.tasks) {
    std::string line;
    if (report.tasks.size() > 1)
      line = fmt::format("{}: {}, ", page.safe(task.id), page.safe(clusters_in_words(task)));
    line += fmt::format("expected {} = matched {} + missing {} + errored {}", task.expected,
                        task.matched, task.missing.size(), task.errored.size());
    page.paragraph(line, 2, 2);
    print_ids(page, report, "missing", task.missing);
    print_ids(page, report, "errored", task.errored);
    for (const Gap& gap : task.gaps)
      page.paragraph(fmt::format("condition {} lacks {} of the {} cases of the baseline",
                                 page.safe(gap.condition), gap.lacking, gap.baseline_cases),
                     4, 2);
    incomplete = incomplete || !task.missing.empty() || !task.errored.empty();
  }
  for (const Input& input : report.inputs)
    if (input.replaced)
      page.paragraph(fmt::format("outputs of {}: {} (named by --outputs)", page.safe(input.task),
                                 page.safe(input.path)),
                     2, 2);
  if (incomplete) page.paragraph("missing and errored cases are judged as an empty output", 4);
}

void print_warnings(TextPage& page, const Report& report) {
  bool any = false;
  for (const TaskReport& task : report.tasks)
    for (const std::string& warning : task.warnings) {
      if (!any) page.line();
      any = true;
      page.paragraph("note: " + page.safe(warning), 0, 2);
    }
}

// The sentence follows the verdict on the last line where it fits, else it stands above it.
void print_verdict(TextPage& page, const Report& report) {
  const VerdictWords& words = words_of(report.verdict);
  const std::string said = page.said(words);
  const std::string sentence = page.safe(report.sentence);
  page.line();
  if (display_width(said) + 2 + display_width(sentence) <= page.width()) {
    page.line(fmt::format("{} {}", page.bold(page.in_colour_of(words, said + ":")), sentence));
    return;
  }
  page.paragraph(sentence);
  page.line(fmt::format("{} (exit code {})", page.bold(page.in_colour_of(words, said)),
                        report.exit_code));
}

}  // namespace

std::string terminal_report(const Report& report, const TextStyle& style) {
  TextPage page(style);
  print_header(page, report);
  print_accounting(page, report);
  page.line();
  print_gates(page, report);
  print_measures(page, report);
  print_cases(page, report);
  print_warnings(page, report);
  print_verdict(page, report);
  return page.take();
}

}  // namespace keur
