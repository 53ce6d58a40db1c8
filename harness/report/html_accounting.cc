// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "harness/report/escape_markup.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"

namespace keur {
namespace {

constexpr std::size_t ids_shown = 50;

std::string id_list(const Report& report, std::string_view english, std::string_view dutch,
                    const std::vector<std::string>& ids) {
  if (ids.empty() || report.redaction == "counts") return {};
  std::string out = fmt::format("<p class=\"ids\">{}: ", in_two_languages(english, dutch));
  for (std::size_t i = 0; i < std::min(ids.size(), ids_shown); ++i)
    out += fmt::format("{}<code>{}</code>", i == 0 ? "" : ", ", escape_markup(ids[i]));
  if (ids.size() > ids_shown) {
    const std::size_t more = ids.size() - ids_shown;
    out += " " + in_two_languages(fmt::format("and {} more, all in report.json", more),
                                  fmt::format("en nog {}, alle in report.json", more));
  }
  return out + "</p>\n";
}

std::string figure(std::string_view sign, std::int64_t count, std::string_view english,
                   std::string_view dutch) {
  return fmt::format("<li>{}<b>{}</b> {}</li>\n",
                     sign.empty() ? std::string() : fmt::format("<i>{}</i> ", sign), count,
                     in_two_languages(english, dutch));
}

// Conditions that were declared and are not whole.
std::string gap_list(const TaskReport& task) {
  if (task.gaps.empty()) return {};
  std::string out;
  for (const Gap& gap : task.gaps)
    out += "<p>" +
           in_two_languages(
               fmt::format("Condition <code>{}</code> lacks <b>{}</b> of the {} cases of the "
                           "baseline.",
                           escape_markup(gap.condition), gap.lacking, gap.baseline_cases),
               fmt::format("Conditie <code>{}</code> mist <b>{}</b> van de {} gevallen van de "
                           "uitgangssituatie.",
                           escape_markup(gap.condition), gap.lacking, gap.baseline_cases)) +
           "</p>\n";
  return out + duo("A gate that looks at such a condition does not pass: the cases left out may be "
                   "the hard ones.",
                   "Een toets die naar zo\u2019n conditie kijkt, slaagt niet: misschien ontbreken "
                   "juist de moeilijke gevallen.");
}

}  // namespace

std::string html_accounting(const Report& report) {
  std::string out =
      begin_section("accounting", "Every case is accounted for", "Elk geval is verantwoord");
  for (const TaskReport& task : report.tasks) {
    out += task_heading(report, task) + "<ul class=\"sum\">\n";
    out += figure("", task.expected, "expected", "verwacht");
    out += figure("=", task.matched, "matched", "gekoppeld");
    out += figure("+", static_cast<std::int64_t>(task.missing.size()), "missing", "ontbreekt");
    out += figure("+", static_cast<std::int64_t>(task.errored.size()), "errored", "mislukt");
    out += "</ul>\n";
    out += id_list(report, "Missing", "Ontbreekt", task.missing);
    out += id_list(report, "Errored", "Mislukt", task.errored);
    if (!task.missing.empty() || !task.errored.empty())
      out += duo("Missing and errored cases are judged as an empty output; none is left out.",
                 "Ontbrekende en mislukte gevallen tellen als een lege uitkomst; geen enkel geval "
                 "valt weg.");
    out += gap_list(task);
  }
  return out + end_section();
}

}  // namespace keur
