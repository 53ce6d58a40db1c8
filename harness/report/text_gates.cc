// SPDX-License-Identifier: Apache-2.0
// The gate table of the terminal page. A gate with several comparisons is a row without numbers
// and one indented row for each of them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "harness/report/format_number.h"
#include "harness/report/report_view.h"
#include "harness/report/text_layout.h"
#include "harness/report/text_page.h"

namespace keur {
namespace {

constexpr int longest_limit = 16;  // a suite may write the limit with many digits
constexpr int narrowest_name = 12;

enum Cell { name, limit, estimate, interval, size, verdict, cells };

struct Row {
  std::array<std::string, cells> text;
  const VerdictWords* words = nullptr;  // nullptr: the heading
  std::string more;                     // about 31 more speakers would decide this
};

std::string more_clusters(const TextPage& page, const Report& report, const GateReport& gate,
                          const Part& part) {
  if (!part.more_clusters || part.verdict != "inconclusive") return {};
  const TaskReport* task = find_task(report, gate.task);
  const std::string kind =
      task && !task->cluster_kind.empty() ? page.safe(task->cluster_kind) : "clusters";
  return fmt::format("about {} more {} would decide this", *part.more_clusters, kind);
}

void fill_numbers(const TextPage& page, const GateReport& gate, const Part& part, Row& row) {
  const NumberForm form = form_of(gate.quantity);
  const Measurement& measured = part.measurement;
  row.text[estimate] = measured.value ? format_value(*measured.value, form, gate.limit) : "-";
  row.text[interval] = format_interval(measured, form, page.dash(), gate.limit).value_or("-");
  row.text[size] = fmt::format("{}", measured.clusters);
}

std::vector<Row> rows_of(const TextPage& page, const Report& report) {
  std::vector<Row> rows;
  rows.push_back({{"gate", "limit", "estimate", format_confidence(report.confidence) + " interval",
                   "n", "verdict"},
                  nullptr,
                  {}});
  for (const GateReport& gate : report.gates) {
    Row row;
    row.words = &words_of(gate.verdict);
    row.text[name] = page.safe(gate.id);
    row.text[limit] =
        elide_middle(fmt::format("{} {}", limit_sign(gate.direction, false),
                                 page.safe(gate.limit_text)),
                     longest_limit, page.gap());
    row.text[verdict] = page.said(*row.words) + (gate.decides ? "" : " *");
    const bool family = gate.parts.size() != 1;
    if (!family) {
      fill_numbers(page, gate, gate.parts.front(), row);
      row.more = more_clusters(page, report, gate, gate.parts.front());
    }
    rows.push_back(row);
    if (!family) continue;
    for (const Part& part : gate.parts) {
      Row inner;
      inner.words = &words_of(part.verdict);
      inner.text[name] = "  " + page.safe(part.level.empty() ? part.subject : part.level);
      inner.text[verdict] = page.said(*inner.words);
      fill_numbers(page, gate, part, inner);
      inner.more = more_clusters(page, report, gate, part);
      rows.push_back(inner);
    }
  }
  return rows;
}

bool to_the_right(int cell) { return cell == estimate || cell == size; }

void print_columns(TextPage& page, const std::vector<Row>& rows,
                   const std::array<int, cells>& widths) {
  for (const Row& row : rows) {
    std::string line;
    for (int cell = 0; cell < cells; ++cell) {
      const auto c = static_cast<std::size_t>(cell);
      const std::string text = elide_middle(row.text[c], widths[c], page.gap());
      std::string padded =
          to_the_right(cell) ? pad_left(text, widths[c]) : pad_right(text, widths[c]);
      if (row.words && cell == verdict) padded = page.in_colour_of(*row.words, text);
      if (!row.words) padded = page.dim(padded);
      line += padded;
      if (cell + 1 < cells) line += "  ";
    }
    page.line(line);
    if (!row.more.empty()) page.paragraph(row.more, 4);
  }
}

// Where the columns do not fit beside each other.
void print_stacked(TextPage& page, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    if (!row.words) continue;
    const std::string& said = row.text[verdict];
    const int room = page.width() - display_width(said) - 2;
    page.line(pad_right(elide_middle(row.text[name], room, page.gap()), room) + "  " +
              page.in_colour_of(*row.words, said));
    std::string numbers;
    if (!row.text[limit].empty()) numbers += "limit " + row.text[limit];
    if (!row.text[size].empty())
      numbers += fmt::format("{}{} ({}), n {}", numbers.empty() ? "" : ", ", row.text[estimate],
                             row.text[interval], row.text[size]);
    page.paragraph(numbers, 4);
    if (!row.more.empty()) page.paragraph(row.more, 4);
  }
}

std::string what_n_counts(const TextPage& page, const Report& report) {
  std::set<std::string> kinds;
  for (const TaskReport& task : report.tasks)
    kinds.insert(task.cluster_kind.empty() ? "clusters" : page.safe(task.cluster_kind));
  std::string text = fmt::format("n counts {}", fmt::join(kinds, " or "));
  for (const GateReport& gate : report.gates)
    if (!gate.decides) return text + "; * the verdict of the run does not depend on it";
  return text;
}

}  // namespace

void print_gates(TextPage& page, const Report& report) {
  const std::vector<Row> rows = rows_of(page, report);
  std::array<int, cells> widths{};
  for (const Row& row : rows)
    for (std::size_t c = 0; c < cells; ++c)
      widths[c] = std::max(widths[c], display_width(row.text[c]));
  int others = 2 * (cells - 1);
  for (std::size_t c = limit; c < cells; ++c) others += widths[c];
  const int room = page.width() - others;
  if (room >= std::min(widths[name], narrowest_name)) {
    widths[name] = std::min(widths[name], room);
    print_columns(page, rows, widths);
  } else {
    print_stacked(page, rows);
  }
  page.line(page.dim(what_n_counts(page, report)));
}

}  // namespace keur
