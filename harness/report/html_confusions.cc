// SPDX-License-Identifier: Apache-2.0
// Which word is taken for which. What one speaker repeats is a habit of that speaker; what recurs
// with many is a habit of the tool, and so it is said with how many each occurs.
#include <fmt/format.h>

#include <string_view>

#include "harness/report/escape_markup.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"

namespace keur {
namespace {

std::string mark_words(std::string_view mark) {
  if (mark == "substituted") return in_two_languages("replaced", "vervangen");
  if (mark == "removed") return in_two_languages("left out", "weggelaten");
  if (mark == "inserted") return in_two_languages("invented", "verzonnen");
  return in_two_languages("compound apart or joined, forgiven",
                          "samenstelling los of aaneen, vergeven");
}

std::string kind_of(const TaskReport& task) {
  return escape_markup(task.cluster_kind.empty() ? "clusters" : task.cluster_kind);
}

std::string soort_of(const TaskReport& task) {
  return escape_markup(
      clusters_in_dutch(task.cluster_kind.empty() ? "clusters" : task.cluster_kind));
}

std::string optional_cell(const std::optional<std::int64_t>& number) {
  return number_cell(number ? fmt::format("{}", *number) : "\u2013");
}

std::string totals_table(const TaskReport& task) {
  std::string out = begin_narrow_table(
      "Words wrong",
      heading_cell("Words", "Woorden") + heading_cell("Times", "Aantal", true) +
          heading_cell("Different", "verschillende", true) +
          heading_cell("With several " + kind_of(task), "bij meer " + soort_of(task), true));
  for (const ConfusionTotal& total : task.confusions.totals)
    out += "<tr>" + row_heading(mark_words(total.mark)) + optional_cell(total.times) +
           optional_cell(total.different) + optional_cell(total.shared) + "</tr>\n";
  return out + end_table();
}

std::string clusters(const Confusions& all, const Confusion& one) {
  const bool open = all.most_clusters > 0 && one.clusters >= all.most_clusters;
  return fmt::format("{}{}", open ? "\u2265\u00A0" : "", one.clusters);
}

std::string word_or_dash(const std::string& word) {
  return word.empty() ? "\u2013" : escape_markup(word);
}

std::string words_table(const TaskReport& task, const std::vector<Confusion>& list,
                        std::string_view label) {
  std::string out =
      begin_table(label, heading_cell("Said", "Gezegd") + heading_cell("Written", "Geschreven") +
                             heading_cell("Times", "Aantal", true) +
                             heading_cell("Cases", "Gevallen", true) +
                             heading_cell(kind_of(task), soort_of(task), true));
  for (const Confusion& one : list) {
    out += "<tr>" + row_heading(word_or_dash(one.reference)) + cell(word_or_dash(one.output)) +
           number_cell(fmt::format("{}", one.times)) + number_cell(fmt::format("{}", one.cases)) +
           number_cell(clusters(task.confusions, one)) + "</tr>\n";
  }
  return out + end_table();
}

std::string uncertainty(const Confusions& all) {
  if (all.uncertain == 0) return {};
  return duo(fmt::format("There were more different errors than are counted apart: a number of "
                         "times here may be too small by {} at most, and so may those that follow.",
                         all.uncertain),
             fmt::format("Er waren meer verschillende fouten dan apart worden geteld: een aantal "
                         "hier kan hoogstens {} te klein zijn, en wat erop volgt ook.",
                         all.uncertain));
}

std::string words(const TaskReport& task) {
  const Confusions& all = task.confusions;
  std::string out;
  if (!all.errors.empty())
    out += "<h3>" + in_two_languages("The most widespread", "De meest verspreide") + "</h3>\n" +
           words_table(task, all.errors, "Most widespread errors") +
           duo("What occurs with one of the " + kind_of(task) +
                   " alone, however often, says little about the tool.",
               "Wat bij maar een van de " + soort_of(task) +
                   " voorkomt, hoe vaak ook, zegt weinig over het hulpmiddel.");
  if (!all.forgiven.empty())
    out += "<h3>" +
           in_two_languages("Compounds apart or joined", "Samenstellingen los of aaneen") +
           "</h3>\n" +
           duo("Counted as errors above and in the plain word error rate, forgiven in the one with "
               "compounds forgiven.",
               "Hierboven en in het gewone percentage als fout geteld, vergeven in het percentage "
               "met samenstellingen vergeven.") +
           words_table(task, all.forgiven, "Compounds forgiven");
  return out;
}

}  // namespace

std::string html_confusions(const Report& report) {
  std::string body;
  for (const TaskReport& task : report.tasks) {
    if (task.confusions.totals.empty()) continue;
    body += task_heading(report, task) + totals_table(task) + uncertainty(task.confusions);
    if (report.redaction == "text") body += words(task);
  }
  if (body.empty()) return {};
  if (report.redaction != "text")
    body += duo("Which words they are is text of cases, which this report does not carry "
                "(<code>--redaction text</code>).",
                "Welke woorden het zijn, is tekst van gevallen, en die bevat dit rapport niet "
                "(<code>--redaction text</code>).");
  return begin_section("confusions", "Which words are mistaken?", "Welke woorden gaan mis?") + body +
         end_section();
}

}  // namespace keur
