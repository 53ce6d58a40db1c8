// SPDX-License-Identifier: Apache-2.0
// What the terminal page says of single cases, in short: how much of each class could harm, which
// words are mistaken most, and what the spelling rules do. The HTML page has it in full.
#include <fmt/format.h>

#include <algorithm>

#include "harness/report/format_number.h"
#include "harness/report/text_layout.h"
#include "harness/report/text_page.h"

namespace keur {
namespace {

constexpr std::size_t confusions_shown = 5;
constexpr int longest_word = 24;
constexpr int three_columns = 20, counts_of_words = 24;  // beside what is named
constexpr int narrowest_rate = 6;                        // 100.0%

// A name in a column that leaves room for `others`.
int fitting(const TextPage& page, int width, int others) {
  return std::min(width, std::max(8, page.width() - others));
}

std::string named(const TextPage& page, std::string_view name, int width) {
  return pad_right(elide_middle(name, width, page.gap()), width);
}

std::string heading(const TextPage& page, const TaskReport& task, std::string_view what) {
  return fmt::format("{}, {}", page.safe(task.id), what);
}

void print_critical(TextPage& page, const TaskReport& task) {
  if (task.critical.classes.empty()) return;
  page.line();
  const std::string title = heading(page, task, "critical errors");
  int width = display_width(title);
  for (const ErrorClass& one : task.critical.classes)
    width = std::max(width, display_width(page.safe(one.title)));
  width = fitting(page, width, three_columns);
  page.line(page.dim(fmt::format("{}  severity 4   3   2", named(page, title, width))));
  std::int64_t all[3] = {};
  const auto line = [&](const std::string& name, std::int64_t four, std::int64_t three,
                        std::int64_t two) {
    page.line(fmt::format("{}  {:>10} {:>3} {:>3}", named(page, name, width), four, three, two));
  };
  for (const ErrorClass& one : task.critical.classes) {
    if (one.severity_4 + one.severity_3 + one.severity_2 == 0) continue;
    line(page.safe(one.title), one.severity_4, one.severity_3, one.severity_2);
    all[0] += one.severity_4;
    all[1] += one.severity_3;
    all[2] += one.severity_2;
  }
  line("all", all[0], all[1], all[2]);
  for (const DisclosureTotal& one : task.critical.disclosures)
    page.paragraph(fmt::format("{} nobody said: {}", page.safe(one.title), one.times), 0, 2);
}

// Those of one cluster alone are a habit of that cluster.
void print_confusions(TextPage& page, const TaskReport& task) {
  const std::string kind = task.cluster_kind.empty() ? "clusters" : task.cluster_kind;
  const int width = std::min(longest_word, (page.width() - counts_of_words) / 2);
  const auto word = [&](const std::string& text) {
    return named(page, text.empty() ? "-" : page.safe(text), width);
  };
  std::size_t shown = 0;
  for (const Confusion& one : task.confusions.errors) {
    if (one.clusters < 2) continue;
    if (shown++ == confusions_shown) break;
    if (shown == 1) {
      page.line();
      page.paragraph(heading(page, task, "most widespread errors (said, written)"), 0, 2);
    }
    const std::string line =
        fmt::format("{}  {}  {}x, {} {}", word(one.reference), word(one.output), one.times,
                    one.clusters, page.safe(kind));
    page.line(elide_middle(line, page.width(), page.gap()));
  }
}

void print_ladder(TextPage& page, const TaskReport& task) {
  const Ladder& ladder = task.ladder;
  if (ladder.rungs.empty()) return;
  page.line();
  std::string head = heading(page, task, "by normaliser");
  int width = display_width(head);
  for (const Rung& rung : ladder.rungs)
    width = std::max(width, 2 + display_width(page.safe(rung.value)));
  const auto column = [&](const std::string& text, const std::string& metric) {
    return "  " + pad_left(text, std::max(narrowest_rate, display_width(page.safe(metric))));
  };
  std::string metrics;
  for (const std::string& metric : ladder.metrics) metrics += column(page.safe(metric), metric);
  width = fitting(page, width, display_width(metrics));
  head = named(page, head, width) + metrics;
  page.line(page.dim(head));
  for (const Rung& rung : ladder.rungs) {
    const char* mark = rung.chosen ? "* " : rung.warnings.empty() ? "  " : "! ";
    std::string line = named(page, mark + page.safe(rung.value), width);
    for (std::size_t m = 0; m < std::min(ladder.metrics.size(), rung.measurements.size()); ++m) {
      const auto& value = rung.measurements[m].value;
      line += column(value ? format_value(*value, NumberForm::proportion) : "-", ladder.metrics[m]);
    }
    page.line(line);
  }
  page.line(page.dim("* judged  ! for comparison only"));
}

}  // namespace

void print_cases(TextPage& page, const Report& report) {
  for (const TaskReport& task : report.tasks) {
    print_critical(page, task);
    if (report.redaction == "text") print_confusions(page, task);
    print_ladder(page, task);
  }
}

}  // namespace keur
