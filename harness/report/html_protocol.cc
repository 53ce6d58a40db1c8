// SPDX-License-Identifier: Apache-2.0
// How it was done, in enough detail to do it again.
#include <fmt/format.h>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"

namespace keur {
namespace {

std::string role(std::string_view name) {
  if (name == "suite") return in_two_languages("suite", "toetsplan");
  if (name == "reference-dataset") return in_two_languages("reference data", "referentiegegevens");
  if (name == "tool-outputs") return in_two_languages("tool outputs", "uitkomsten");
  if (name == "term-list") return in_two_languages("clinical terms", "klinische termen");
  if (name == "harness-binary") return in_two_languages("this program", "dit programma");
  return escape_markup(name);
}

std::string input_table(const Report& report) {
  std::string out =
      "<h3>" + in_two_languages("What was judged", "Wat is beoordeeld") + "</h3>\n" +
      begin_table("Inputs", heading_cell("Role", "Rol") + heading_cell("File", "Bestand") +
                                heading_cell("Records", "Regels", true) +
                                heading_cell("Bytes", "Bytes", true));
  for (const Input& input : report.inputs) {
    std::string file = "<code>" + escape_markup(input.path) + "</code>";
    if (input.replaced)
      file += "<br><strong class=\"c-open\">" +
              in_two_languages("named on the command line, not by the suite",
                               "genoemd op de opdrachtregel, niet door het toetsplan") +
              "</strong>";
    file += "<br><small>sha256 <code>" + escape_markup(input.sha256) + "</code></small>";
    std::string name = role(input.role);
    if (!input.task.empty()) name += " <small>" + escape_markup(input.task) + "</small>";
    out += "<tr>" + row_heading(name) + "<td class=\"digest\">" + file + "</td>" +
           number_cell(input.records > 0 ? fmt::format("{}", input.records) : "\u2013") +
           number_cell(fmt::format("{}", input.bytes)) + "</tr>\n";
  }
  return out + end_table();
}

std::string shown_of_cases(std::string_view redaction) {
  if (redaction == "text") return in_two_languages("ids and text", "kenmerken en tekst");
  if (redaction == "ids") return in_two_languages("ids, no text", "kenmerken, geen tekst");
  return in_two_languages("counts only", "alleen tellingen");
}

std::string data_fact(std::string_view name, std::string_view value) {
  return fact(escape_markup(name), escape_markup(name),
              "<code>" + escape_markup(value) + "</code>");
}

std::string settings(const Report& report) {
  std::string out =
      "<h3>" + in_two_languages("Settings", "Instellingen") + "</h3>\n<dl class=\"facts\">\n";
  out += fact("Confidence", "Betrouwbaarheid", format_confidence(report.confidence));
  if (!report.looks.empty())
    out += fact("Interim look", "Tussentijdse blik", escape_markup(report.looks));
  out += fact("Seed", "Startgetal", "<code>" + escape_markup(report.seed) + "</code>");
  out += fact("Shown of cases", "Getoond van gevallen", shown_of_cases(report.redaction));
  for (const TaskReport& task : report.tasks)
    for (const std::string& setting : task.settings) out += data_fact(task.id, setting);
  for (const Property& property : report.environment)
    out += data_fact(property.name, property.value);
  return out + "</dl>\n";
}

std::string warnings(const Report& report) {
  std::string items;
  for (const TaskReport& task : report.tasks)
    for (const std::string& warning : task.warnings)
      items += "<li>" + remark_in_two_languages(warning) + "</li>\n";
  if (items.empty()) return {};
  return "<h3>" +
         in_two_languages("Remarks on the data and settings",
                          "Opmerkingen bij gegevens en instellingen") +
         "</h3>\n<ul>\n" + items + "</ul>\n";
}

}  // namespace

std::string html_protocol(const Report& report) {
  return begin_section("protocol", "Protocol", "Protocol") +
         duo("Everything that can change a number stands in the suite below, fixed before the run; "
             "the protocol digest covers it.",
             "Alles wat een getal kan veranderen staat in het toetsplan hieronder, vastgelegd voor "
             "de toetsing; de vingerafdruk van het protocol dekt het.") +
         input_table(report) + settings(report) + warnings(report) + "<h3>" +
         in_two_languages("The suite, word for word", "Het toetsplan, woord voor woord") +
         "</h3>\n<pre tabindex=\"0\">" + escape_lines(report.suite_text) + "</pre>\n" +
         end_section();
}

}  // namespace keur
