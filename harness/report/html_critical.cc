// SPDX-License-Identifier: Apache-2.0
// What a patient could come to harm by: how many of each class, and each of them where the
// redaction allows. The numbers are complete; a list that is not says how many are missing.
#include <fmt/format.h>

#include <algorithm>

#include "harness/report/escape_markup.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"
#include "harness/report/report_view.h"

namespace keur {
namespace {

struct Severity {
  std::int64_t degree;
  std::int64_t ErrorClass::*times;
  const char *english, *dutch;
};
constexpr Severity severities[] = {
    {4, &ErrorClass::severity_4, "can cost a life", "kan een leven kosten"},
    {3, &ErrorClass::severity_3, "can harm", "kan schaden"},
    {2, &ErrorClass::severity_2, "can mislead", "kan misleiden"}};

std::int64_t total(const TaskReport& task, std::int64_t ErrorClass::*times) {
  std::int64_t sum = 0;
  for (const ErrorClass& one : task.critical.classes) sum += one.*times;
  return sum;
}

std::string count_cell(std::int64_t times) {
  return number_cell(times > 0 ? fmt::format("<b>{}</b>", times) : "0");
}

std::string class_table(const TaskReport& task) {
  std::string head = heading_cell("Class", "Klasse");
  for (const Severity& one : severities)
    head += heading_cell(fmt::format("Severity {}", one.degree), fmt::format("ernst {}", one.degree),
                         true);
  std::string out = begin_table("Critical errors by class", head);
  for (const ErrorClass& one : task.critical.classes) {
    if (one.severity_1 > 0 && one.severity_4 + one.severity_3 + one.severity_2 == 0) continue;
    if (one.id == task.critical.classes.back().id) continue;  // wording: told below
    out += "<tr>" +
           row_heading(escape_markup(one.id) + " " +
                       on_two_lines(escape_markup(one.title), escape_markup(one.titel)));
    for (const Severity& severity : severities) out += count_cell(one.*severity.times);
    out += "</tr>\n";
  }
  out += "<tr>" + row_heading("<b>" + in_two_languages("all", "alle") + "</b>");
  for (const Severity& severity : severities) out += count_cell(total(task, severity.times));
  out += "</tr>\n" + end_table();
  const std::int64_t wording = total(task, &ErrorClass::severity_1);
  return out + duo(fmt::format("Besides these, {} differences of wording (severity 1), which are "
                               "not listed here.",
                               wording),
                   fmt::format("Daarnaast {} verschillen in bewoording (ernst 1), die hier niet "
                               "staan.",
                               wording));
}

const ErrorClass* class_of(const TaskReport& task, std::string_view id) {
  for (const ErrorClass& one : task.critical.classes)
    if (one.id == id) return &one;
  return nullptr;
}

std::string excerpt(const CriticalError& error) {
  const std::string before = aligned(error.before), after = aligned(error.after);
  return fmt::format("<p>{}<b class=\"at\">{}{}</b>{}</p>", before.empty() ? "" : before + " ",
                     aligned(error.at), error.cut ? " \u2026" : "",
                     after.empty() ? "" : " " + after);
}

std::string entry(const Report& report, const TaskReport& task, const CriticalError& error) {
  std::string where = "<code>" + escape_markup(error.case_id) + "</code>";
  for (const std::string* part : {&error.cluster, &error.condition})
    if (!part->empty()) where += " \u00B7 " + escape_markup(*part);
  std::string named = escape_markup(error.class_id);
  if (const ErrorClass* known = class_of(task, error.class_id))
    named += " " + in_two_languages(escape_markup(known->title), escape_markup(known->titel));
  return "<li><b>" +
         in_two_languages(escape_markup(error.title), escape_markup(error.titel)) +
         "</b> <small>" + where + " \u00B7 " + named + "</small>" +
         (report.redaction == "text" ? excerpt(error) : "") + "</li>\n";
}

std::string list_of(const Report& report, const TaskReport& task) {
  std::string out;
  for (const Severity& severity : severities) {
    const std::int64_t all = total(task, severity.times);
    std::int64_t listed = 0;
    std::string items;
    for (const CriticalError& error : task.critical.list)
      if (error.severity == severity.degree) {
        items += entry(report, task, error);
        ++listed;
      }
    if (all == 0) continue;
    out += fmt::format(
        "<h3>{}</h3>\n",
        in_two_languages(fmt::format("Severity {}: {} ({})", severity.degree, severity.english, all),
                         fmt::format("ernst {}: {}", severity.degree, severity.dutch)));
    if (!items.empty()) out += "<ul class=\"errors\">\n" + items + "</ul>\n";
    if (listed < all)
      out += duo(fmt::format("And {} more, not listed in this report.", all - listed),
                 fmt::format("En nog {}, niet vermeld in dit rapport.", all - listed));
  }
  return out;
}

std::string disclosures(const Report& report, const TaskReport& task) {
  if (task.critical.disclosures.empty()) return {};
  std::string out =
      "<h3>" +
      in_two_languages("Identifying values nobody said", "Herleidbare gegevens die niemand noemde") +
      "</h3>\n" +
      begin_narrow_table("Identifying values", heading_cell("What", "Wat") +
                                                   heading_cell("Times", "Aantal", true));
  std::int64_t all = 0;
  for (const DisclosureTotal& one : task.critical.disclosures) {
    out += "<tr>" +
           row_heading(in_two_languages(escape_markup(one.title), escape_markup(one.titel))) +
           number_cell(fmt::format("{}", one.times)) + "</tr>\n";
    all += one.times;
  }
  out += end_table();
  if (report.redaction == "counts") return out;
  std::string items;
  for (const DisclosedCase& one : task.critical.disclosed)
    items += "<li><code>" + escape_markup(one.case_id) + "</code> \u00B7 " +
             escape_markup(report.redaction == "text" ? one.masked : one.kind) + "</li>\n";
  out += "<ul class=\"errors\">\n" + items + "</ul>\n";
  const auto listed = static_cast<std::int64_t>(task.critical.disclosed.size());
  if (listed < all)
    out += duo(fmt::format("And {} more, not listed in this report.", all - listed),
               fmt::format("En nog {}, niet vermeld in dit rapport.", all - listed));
  return out + duo("The values themselves stand in no report: every digit and letter is masked.",
                   "De gegevens zelf staan in geen enkel rapport: elk cijfer en elke letter is "
                   "afgedekt.");
}

}  // namespace

std::string html_critical(const Report& report) {
  std::string body;
  bool any_list = false;
  for (const TaskReport& task : report.tasks) {
    if (task.critical.classes.empty()) continue;
    body += task_heading(report, task) + class_table(task);
    if (report.redaction != "counts") body += list_of(report, task);
    any_list = any_list || !task.critical.list.empty();
    body += disclosures(report, task);
  }
  if (body.empty()) return {};
  std::string out =
      begin_section("critical", "What could harm a patient?", "Wat kan een pati\u00EBnt schaden?") +
      duo("Differences between what was said and what was written that a reader of the record "
          "could act on. They are found by the list of terms of this suite, by numbers and by "
          "words of denial, doubt, side and time: an error in a word that stands in no list is "
          "not among them.",
          "Verschillen tussen wat is gezegd en wat is opgeschreven waar een lezer van het dossier "
          "naar kan handelen. Ze zijn gevonden met de termenlijst van dit toetsplan, met getallen "
          "en met woorden van ontkenning, twijfel, zijde en tijd: een fout in een woord dat in "
          "geen lijst staat, is er niet bij.");
  if (report.redaction == "text" && any_list) out += key_to_aligned();
  out += body;
  if (report.redaction == "ids")
    out += duo("<code>keur show CASE</code> prints a case in full where the data are.",
               "<code>keur show CASE</code> toont een geval voluit waar de gegevens staan.");
  if (report.redaction == "counts")
    out += duo("This report carries numbers only; it was made without ids and text of cases.",
               "Dit rapport bevat alleen aantallen; het is gemaakt zonder kenmerken en tekst.");
  return out + end_section();
}

}  // namespace keur
