// SPDX-License-Identifier: Apache-2.0
// The page of keur plan: what the study can show, before it is done.
#include <fmt/format.h>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"
#include "harness/report/plan_words.h"
#include "harness/report/svg_power.h"

namespace keur {
namespace {

constexpr std::string_view none = "\u2013";

std::string shown(const std::string& number) { return typeset(escape_markup(number)); }

std::string banner(const PlanReport& plan) {
  const PlanJoint& all = plan.joint;
  std::string out = fmt::format(
      "<header>\n<p class=\"kicker\">keur \u00B7 {}</p>\n<h1>{}</h1>\n",
      in_two_languages("a plan; nothing was measured", "een plan; er is niets gemeten"),
      escape_markup(plan.suite_title));
  const std::string independent = shown(power_words(all.independent)),
                    at_least = shown(power_words(all.at_least)),
                    at_most = shown(power_words(all.at_most));
  out += "<div class=\"sentence\">" +
         (all.findings == 1
              ? duo("If the tool is what is assumed, the one gate passes in " + independent +
                        " of studies.",
                    "Als het product is wat is aangenomen, slaagt de ene toets in " + independent +
                        " van de studies.")
              : duo(fmt::format("If the tool is what is assumed, all {} findings that must pass do so in {} "
                         "of studies when they are independent; whatever the dependence, in at least {} "
                         "and at most {}.",
                         all.findings, independent, at_least, at_most),
             fmt::format("Als het product is wat is aangenomen, slagen alle {} bevindingen die moeten "
                         "slagen in {} van de studies als ze onafhankelijk zijn; hoe ze ook samenhangen, in "
                         "minstens {} en hoogstens {}.",
                         all.findings, independent, at_least, at_most))) +
         "</div>\n<dl class=\"facts\">\n" +
         fact("Suite", "Toetsplan", escape_markup(plan.suite_id + " " + plan.suite_version)) +
         fact("Intervals", "Intervallen", format_confidence(plan.confidence));
  if (!plan.looks.empty()) out += fact("Looks", "Tussentijds kijken", escape_markup(plan.looks));
  return out + "</dl>\n</header>\n";
}

std::string sentences(const std::vector<PlanSentence>& all) {
  std::string out;
  for (const PlanSentence& one : all) out += duo(as_sentence(one.english), as_sentence(one.dutch));
  return out;
}

std::string name_of(const PlanRow& row) {
  std::string out = "<b>" + escape_markup(row.gate) + "</b> ";
  if (!row.level.empty()) out += escape_markup(row.level) + " ";
  return out;
}

std::string detectable(const PlanRow& row, std::optional<double> value) {
  if (!value) return std::string(none);
  std::string text = truth_words(row, *value);
  if (text.starts_with('+')) text.erase(0, 1);
  return shown(text);
}

std::string table(const PlanReport& plan) {
  std::string out = begin_table(
      "What each gate can show",
      heading_cell("Gate", "Toets") + heading_cell("Limit", "Grens", true) +
          heading_cell("Assumed", "Aangenomen", true) + heading_cell("Planned", "Gepland", true) +
          heading_cell("Power", "Power", true) +
          heading_cell("Needed for 80%, 90%", "Nodig voor 80%, 90%", true) +
          heading_cell("Passes at 80%, 90% if", "Slaagt bij 80%, 90% als", true) +
          heading_cell("Finds at 80%, 90%", "Vindt bij 80%, 90%", true));
  for (const PlanRow& row : plan.rows)
    out += "<tr>" +
           row_heading(name_of(row) + "<br><small>" +
                       on_two_lines(escape_markup(row.title), escape_markup(row.titel)) + "</small>") +
           number_cell(std::string(limit_sign(row.direction, true)) + "\u00A0" +
                       shown(row.limit_text)) +
           number_cell(shown(truth_words(row, row.truth))) + number_cell(planned_words(row)) +
           number_cell(shown(power_words(row.power))) +
           number_cell(needed_words(row.needed_80, none) + "<br>" +
                       needed_words(row.needed_90, none)) +
           number_cell(shown(passing_words(row, row.passes_80, true, none)) + "<br>" +
                       shown(passing_words(row, row.passes_90, true, none))) +
           number_cell(detectable(row, row.detectable_80) + "<br>" +
                       detectable(row, row.detectable_90)) +
           "</tr>\n";
  return out + end_table();
}

std::string curve_table(const PlanRow& row) {
  std::string out = begin_narrow_table(
      "Power by number", heading_cell(escape_markup(row.cluster_kind),
                                      escape_markup(clusters_in_dutch(row.cluster_kind)), true) +
                             heading_cell("Power", "Power", true));
  for (const PlanPoint& point : row.curve)
    out += "<tr>" + number_cell(fmt::format("{}", point.clusters)) +
           number_cell(shown(fmt::format("{:.1f}%", 100 * point.power))) + "</tr>\n";
  return out + end_table();
}

std::string drawings(const PlanReport& plan) {
  std::string out;
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    const PlanRow& row = plan.rows[i];
    const std::string title = "Power of " + escape_markup(row.gate) +
                              (row.level.empty() ? "" : ", " + escape_markup(row.level));
    const std::string described =
        fmt::format("80%: {}, 90%: {}, planned {}: {}", needed_words(row.needed_80, none),
                    needed_words(row.needed_90, none), row.clusters,
                    escape_markup(power_words(row.power)));
    out += "<figure><figcaption>" + name_of(row) +
           in_two_languages(escape_markup(row.title), escape_markup(row.titel)) +
           "</figcaption>\n<div class=\"scroll\">" +
           svg_power(row, fmt::format("power-{}", i), title, described) + "</div>\n" +
           data_fold(curve_table(row)) + "</figure>\n";
  }
  return out;
}

std::string from(std::string_view origin) {
  struct Word {
    std::string_view english, dutch;
  };
  constexpr Word words[] = {{"given", "opgegeven"},
                            {"pilot", "proefrun"},
                            {"reference data", "referentiedata"},
                            {"half-way", "halverwege"},
                            {"gate on the value", "toets op de waarde"},
                            {"convention", "afspraak"}};
  for (const Word& word : words)
    if (word.english == origin)
      return "<br><small>" + in_two_languages(word.english, word.dutch) + "</small>";
  return {};
}

std::string assumptions(const PlanReport& plan) {
  std::string out = begin_table(
      "What is assumed",
      heading_cell("Gate", "Toets") + heading_cell("Value", "Waarde", true) +
          heading_cell("Compared with", "Vergeleken met", true) +
          heading_cell("Clusters", "Clusters", true) +
          heading_cell("Units per cluster", "Eenheden per cluster", true) +
          heading_cell("Intracluster correlation", "Correlatie binnen clusters", true) +
          heading_cell("Pairing", "Koppeling", true));
  for (const PlanRow& row : plan.rows)
    out += "<tr>" + row_heading(name_of(row)) +
           number_cell(shown(truth_words(row, row.truth)) + from(row.truth_from)) +
           number_cell(row.base ? shown(format_value(*row.base, NumberForm::proportion)) +
                                      from(row.base_from)
                                : std::string(none)) +
           number_cell(planned_words(row) + from(row.clusters_from)) +
           number_cell(units_words(row.units) + from(row.units_from)) +
           number_cell(fmt::format("{:.3g}", row.correlation) + from(row.correlation_from)) +
           number_cell(row.pairing ? fmt::format("{:.3g}", *row.pairing) + from(row.pairing_from)
                                   : std::string(none)) +
           "</tr>\n";
  return out + end_table();
}

}  // namespace

std::string html_plan(const PlanReport& plan) {
  const std::string title =
      fmt::format("plan: {} {}", escape_markup(plan.suite_id), escape_markup(plan.suite_version));
  std::string content = begin_section("plan", "What the study can show", "Wat de studie kan aantonen");
  content += table(plan) + sentences(plan.warnings) + sentences(plan.words) + end_section();
  content += begin_section("power", "Power against size", "Power tegen omvang") + drawings(plan) +
             end_section();
  content += begin_section("assumed", "What is assumed", "Wat is aangenomen") + assumptions(plan) +
             sentences(plan.model) + end_section();
  return html_page(title, banner(plan), content);
}

}  // namespace keur
