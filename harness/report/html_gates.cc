// SPDX-License-Identifier: Apache-2.0
// The gate table: the whole judgement at one look.
#include <fmt/format.h>

#include <cstddef>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"
#include "harness/report/report_view.h"
#include "harness/report/svg_interval.h"
#include "harness/report/verdict_words.h"

namespace keur {
namespace {

std::string limit_text(const GateReport& gate) {
  return fmt::format("{}\u00A0{}", limit_sign(gate.direction, true),
                     typeset(escape_markup(gate.limit_text)));
}

std::string more_clusters(const Report& report, const GateReport& gate, const Part& part) {
  if (!part.more_clusters || part.verdict != "inconclusive") return {};
  const TaskReport* task = find_task(report, gate.task);
  const std::string kind = task && !task->cluster_kind.empty() ? task->cluster_kind : "clusters";
  return fmt::format(
      "<br><small>{}</small>",
      on_two_lines(fmt::format("about {} more {}", *part.more_clusters, escape_markup(kind)),
                   fmt::format("ongeveer {} {} meer", *part.more_clusters,
                               escape_markup(clusters_in_dutch(kind)))));
}

struct DrawnLimit {
  bool at_least;
  double limit;
};

// A margin to both sides is drawn as the limit on the side where the value is.
DrawnLimit drawn_limit(const GateReport& gate, const Measurement& measured) {
  if (gate.direction != "within") return {gate.direction == "at_least", gate.limit};
  const bool ratio = gate.quantity == "ratio";
  if (measured.value.value_or(ratio ? 1 : 0) >= (ratio ? 1 : 0)) return {false, gate.limit};
  return {true, ratio ? 1 / gate.limit : -gate.limit};
}

// Estimate, interval, picture, n and verdict of one comparison.
std::string number_cells(const Report& report, const GateReport& gate, const Part& part,
                         std::string_view picture_id) {
  const NumberForm form = form_of(gate.quantity);
  const Measurement& measured = part.measurement;
  const std::string value =
      measured.value ? typeset(format_value(*measured.value, form, gate.limit)) : "\u2013";
  const auto interval = format_interval(measured, form, "\u2013", gate.limit);
  const std::string interval_shown = interval ? typeset(*interval) : "\u2013";
  const std::string title = fmt::format("{}, {} {}, limit {}", words_of(part.verdict).word, value,
                                        interval_shown, typeset(escape_markup(gate.limit_text)));
  const auto [at_least, limit] = drawn_limit(gate, measured);
  const std::string picture =
      svg_interval({measured, form, at_least, limit, part.verdict, picture_id, title});
  return number_cell(value) + number_cell(interval_shown) + cell(picture) +
         number_cell(fmt::format("{}", measured.clusters)) +
         cell(badge(part.verdict) + more_clusters(report, gate, part));
}

std::string gate_name(const GateReport& gate) {
  const std::string titles =
      gate.title.empty()
          ? std::string()
          : fmt::format("<br><small>{}</small>",
                        on_two_lines(escape_markup(gate.title), escape_markup(gate.titel)));
  const std::string weight =
      gate.decides ? std::string()
                   : fmt::format(" <small>({})</small>",
                                 in_two_languages("does not decide the run",
                                                  "beslist niet over de uitslag"));
  return fmt::format("<a href=\"#{}\">{}</a>{}{}", anchor("gate", gate.id),
                     escape_markup(gate.id), weight, titles);
}

std::string clusters_heading(const Report& report) {
  std::string kind;
  for (const TaskReport& task : report.tasks) {
    if (task.cluster_kind.empty() || (!kind.empty() && kind != task.cluster_kind))
      return heading_cell("Clusters", "Clusters", true);
    kind = task.cluster_kind;
  }
  return heading_cell(escape_markup(kind), escape_markup(clusters_in_dutch(kind)), true);
}

std::string rows_of(const Report& report, std::size_t g) {
  const GateReport& gate = report.gates[g];
  std::string out = "<tr class=\"gate\">" + row_heading(gate_name(gate)) + cell(limit_text(gate));
  if (gate.parts.size() == 1) {
    out += number_cells(report, gate, gate.parts.front(), fmt::format("gate-picture-{}", g));
    return out + "</tr>\n";
  }
  out += fmt::format(
      "<td colspan=\"4\"><small>{}</small></td>{}</tr>\n",
      on_two_lines(fmt::format("{} comparisons, all must pass", gate.parts.size()),
                   fmt::format("{} vergelijkingen, alle moeten voldoen", gate.parts.size())),
      cell(badge(gate.verdict)));
  for (std::size_t p = 0; p < gate.parts.size(); ++p) {
    const Part& part = gate.parts[p];
    out += "<tr class=\"part\">" + row_heading(escape_markup(part.subject)) + "<td></td>" +
           number_cells(report, gate, part, fmt::format("gate-picture-{}-{}", g, p)) + "</tr>\n";
  }
  return out;
}

}  // namespace

std::string html_gates(const Report& report) {
  const std::string confidence = format_confidence(report.confidence);
  std::string out = begin_section("gates", "Gates", "Toetsen");
  out += begin_table("Gates and verdicts",
                     heading_cell("Gate", "Toets") + heading_cell("Limit", "Grens") +
                         heading_cell("Estimate", "Schatting", true) +
                         heading_cell(confidence + " interval", confidence + "-interval", true) +
                         heading_cell("Against the limit", "Tegen de grens") +
                         clusters_heading(report) + heading_cell("Verdict", "Oordeel"));
  for (std::size_t g = 0; g < report.gates.size(); ++g) out += rows_of(report, g);
  out += end_table();
  out += duo(
      "The upright line is the limit; the shaded side is within it, and the small tick is no "
      "errors "
      "or no difference. The mark is the estimate, the bar its interval: the range the tool\u2019s "
      "true value may well lie in. Each picture has its own scale.",
      "De staande lijn is de grens; de gekleurde kant valt erbinnen, en het kleine streepje is "
      "geen "
      "fouten of geen verschil. Het teken is de schatting, de balk het interval: waar de "
      "werkelijke "
      "waarde van het hulpmiddel goed kan liggen. Elk plaatje heeft zijn eigen schaal.");
  out +=
      duo("\u201CAbout so many more\u201D would settle an undecided gate, all else equal.",
          "\u201COngeveer zoveel meer\u201D zou een onbesliste toets beslissen, als de rest gelijk "
          "blijft.");
  return out + end_section();
}

}  // namespace keur
