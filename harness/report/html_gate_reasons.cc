// SPDX-License-Identifier: Apache-2.0
// One block a gate: what was found and why the gate is there. The blocks are open, so that they
// are on paper too. The numbers behind follow in one table.
#include <fmt/format.h>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"
#include "harness/report/verdict_words.h"

namespace keur {
namespace {

std::string technical(std::optional<double> value) {
  return value ? typeset(format_technical(value)) : std::string("\u2013");
}

// What the estimate is made of. A contrast has no numerator of its own.
std::string fraction(const Measurement& measured) {
  if (measured.numerator == 0 && measured.denominator == 0) return "\u2013";
  return format_count(measured.numerator) + "\u00A0/\u00A0" + format_count(measured.denominator);
}

std::string number_rows(const GateReport& gate) {
  std::string out;
  for (const Part& part : gate.parts) {
    const Measurement& measured = part.measurement;
    std::string subject = escape_markup(gate.id);
    if (gate.parts.size() > 1) subject += ": " + escape_markup(part.level);
    out += "<tr>" + row_heading(subject) + number_cell(fraction(measured)) +
           number_cell(fmt::format("{}", measured.cases)) +
           number_cell(fmt::format("{}", measured.clusters)) +
           number_cell(technical(measured.standard_error)) +
           number_cell(technical(measured.degrees_of_freedom)) +
           number_cell(technical(measured.design_effect)) + cell(escape_markup(measured.method)) +
           "</tr>\n";
  }
  return out;
}

std::string number_table(const Report& report) {
  std::string out =
      "<h3>" +
      in_two_languages("The numbers behind the verdicts", "De getallen achter de oordelen") +
      "</h3>\n" +
      begin_table("Numbers behind the verdicts",
                  heading_cell("Gate", "Toets") + heading_cell("Counted", "Geteld", true) +
                      heading_cell("Cases", "Gevallen", true) +
                      heading_cell("Clusters", "Clusters", true) +
                      heading_cell("Standard error", "Standaardfout", true) +
                      heading_cell("Degrees of freedom", "Vrijheidsgraden", true) +
                      heading_cell("Design effect", "Ontwerpeffect", true) +
                      heading_cell("Method", "Methode"));
  for (const GateReport& gate : report.gates) out += number_rows(gate);
  return out + end_table();
}

std::string way_cell(const std::string& name) {
  const auto words = other_way_words(name);
  return in_two_languages(escape_markup(words.english), escape_markup(words.dutch));
}

// What the other ways of computing gave, for the verdicts that had to hold under all of them.
std::string other_ways_table(const Report& report) {
  std::string rows;
  for (const GateReport& gate : report.gates)
    for (const Part& part : gate.parts)
      for (const OtherWay& way : part.other_ways) {
        const NumberForm form = form_of(gate.quantity);
        Measurement shown;
        shown.lower = way.lower;
        shown.upper = way.upper;
        const auto interval = format_interval(shown, form, "\u2013", gate.limit);
        std::string subject = escape_markup(gate.id);
        if (gate.parts.size() > 1) subject += ": " + escape_markup(part.level);
        rows += "<tr>" + row_heading(subject) + cell(way_cell(way.name)) +
                number_cell(way.value ? typeset(format_value(*way.value, form, gate.limit))
                                      : "\u2013") +
                number_cell(interval ? typeset(*interval) : "\u2013") +
                cell(interval ? badge(way.verdict) : "\u2013") + "</tr>\n";
      }
  if (rows.empty()) return {};
  return "<h3>" +
         in_two_languages("The same questions asked in other ways",
                          "Dezelfde vragen, anders gesteld") +
         "</h3>\n" +
         duo("A verdict of pass or fail stands only if every way that can be computed gives it.",
             "Een oordeel geldt alleen als elke berekenbare wijze het geeft.") +
         begin_table("Other ways of computing",
                     heading_cell("Gate", "Toets") + heading_cell("Way", "Wijze") +
                         heading_cell("Value", "Waarde", true) +
                         heading_cell("Interval", "Interval", true) +
                         heading_cell("Verdict", "Oordeel")) +
         rows + end_table();
}

std::string cautions(const GateReport& gate) {
  std::string all;
  for (const Part& part : gate.parts)
    for (const std::string& caution : part.measurement.cautions)
      all += fmt::format("{}{}{}", all.empty() ? "" : "<br>",
                         gate.parts.size() > 1 ? escape_markup(part.level) + ": " : "",
                         remark_in_two_languages(caution));
  return all.empty() ? all : fact("Caution", "Let op", all);
}

std::string block(const GateReport& gate) {
  std::string out = fmt::format(
      "<details open id=\"{}\"><summary><span class=\"stamp\">{}</span> <b>{}</b> {}</summary>\n",
      anchor("gate", gate.id), badge(gate.verdict), escape_markup(gate.id),
      in_two_languages(escape_markup(gate.title), escape_markup(gate.titel)));
  out += duo(as_sentence(gate.reason), as_sentence(gate.reden));
  if (gate.parts.size() > 1)
    for (const Part& part : gate.parts)
      out +=
          duo(fmt::format("<b>{}</b>: {}", escape_markup(part.level), escape_markup(part.reason)),
              fmt::format("<b>{}</b>: {}", escape_markup(part.level), escape_markup(part.reden)));
  std::string facts;
  if (!gate.why.empty())
    facts += fact("Why this limit", "Waarom deze grens", escape_markup(gate.why));
  if (!gate.requirement.empty())
    facts += fact("Requirement", "Eis", escape_markup(gate.requirement));
  facts += cautions(gate);
  if (!facts.empty()) out += "<dl class=\"facts\">\n" + facts + "</dl>\n";
  return out + "</details>\n";
}

}  // namespace

std::string html_gate_reasons(const Report& report) {
  std::string out = begin_section("reasons", "Gate by gate", "Toets voor toets");
  for (const GateReport& gate : report.gates) out += block(gate);
  return out + number_table(report) + other_ways_table(report) + end_section();
}

}  // namespace keur
