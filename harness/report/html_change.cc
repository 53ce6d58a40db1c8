// SPDX-License-Identifier: Apache-2.0
// The page of keur compare: the report's page with two columns.
#include <fmt/format.h>

#include "harness/report/change_report.h"
#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"
#include "harness/report/verdict_words.h"

namespace keur {
namespace {

std::string banner(const ChangeReport& change) {
  const VerdictWords& words = words_of(change.verdict);
  std::string out = fmt::format(
      "<header class=\"b-{}\">\n<p class=\"kicker\">keur \u00B7 {}</p>\n<h1>{}</h1>\n"
      "<p class=\"verdict c-{}\"><strong>{}\u00A0{}</strong> <span lang=\"nl\">{}</span></p>\n",
      words.style, in_two_languages("two runs compared", "twee runs vergeleken"),
      escape_markup(change.suite_title), words.style, words.symbol, words.word, words.woord);
  out += "<div class=\"sentence\">" + duo(as_sentence(change.sentence), as_sentence(change.zin)) +
         "</div>\n<dl class=\"facts\">\n";
  for (const auto& [side, english, dutch] :
       {std::tuple(&change.base, "Base", "Basis"), {&change.fresh, "New", "Nieuw"}}) {
    std::string text;
    for (const std::string& tool : side->tools)
      if (!tool.empty()) text += escape_markup(tool) + "<br>";
    out += fact(english, dutch,
                text + "<code>" + escape_markup(side->report_id) + "</code> " +
                    badge(side->verdict));
  }
  out += fact("Suite", "Toetsplan", escape_markup(change.suite_id + " " + change.suite_version));
  out += fact("Protocol digest", "Vingerafdruk protocol",
              "<code>" + escape_markup(change.protocol) + "</code>");
  return out + "</dl>\n</header>\n";
}

std::string difference_text(const Measurement& measured) {
  return measured.value ? typeset(format_value(*measured.value, NumberForm::difference)) : "\u2013";
}

std::string row(const ChangeRow& one, bool judged) {
  const auto interval = format_interval(one.difference, NumberForm::difference, "\u2013");
  std::string name = in_two_languages(escape_markup(one.title), escape_markup(one.titel));
  if (judged) name = "<b>" + escape_markup(one.gate) + "</b> " + name;
  std::string out = "<tr>" + row_heading(name) + number_cell(value_text(one.base)) +
                    number_cell(value_text(one.fresh)) +
                    number_cell(difference_text(one.difference)) +
                    number_cell(interval ? typeset(*interval) : "\u2013");
  if (judged)
    out += number_cell(one.margin_text.empty() ? "0" : typeset(escape_markup(one.margin_text))) +
           cell(badge(one.verdict) + "<br><small>" +
                on_two_lines(escape_markup(one.reason), escape_markup(one.reden)) + "</small>");
  return out + "</tr>\n";
}

std::string table(const ChangeReport& change, const std::vector<ChangeRow>& rows, bool judged) {
  std::string head = heading_cell("Metric", "Maat") + heading_cell("Base", "Basis", true) +
                     heading_cell("New", "Nieuw", true) +
                     heading_cell("Difference", "Verschil", true) +
                     heading_cell(format_confidence(change.confidence) + " interval",
                                  format_confidence(change.confidence) + "-interval", true);
  if (judged)
    head += heading_cell("Margin", "Marge", true) + heading_cell("Verdict", "Oordeel");
  std::string out = begin_table(judged ? "Gates in both runs" : "Metrics in both runs", head);
  for (const ChangeRow& one : rows) out += row(one, judged);
  return out + end_table();
}

std::string flips(std::string_view english, std::string_view dutch, std::int64_t all,
                  const std::vector<FlippedCase>& cases) {
  std::string out = "<h3>" + in_two_languages(english, dutch) + fmt::format(": {}</h3>\n", all);
  if (cases.empty()) return out;
  out += begin_narrow_table(english, heading_cell("Case", "Geval") +
                                         heading_cell("Cluster", "Cluster") +
                                         heading_cell("Errors, base", "Fouten, basis", true) +
                                         heading_cell("Errors, new", "Fouten, nieuw", true));
  for (const FlippedCase& one : cases)
    out += "<tr>" + row_heading("<code>" + escape_markup(one.id) + "</code>") +
           cell(escape_markup(one.cluster)) + number_cell(format_count(one.base)) +
           number_cell(format_count(one.fresh)) + "</tr>\n";
  out += end_table();
  if (const auto more = all - static_cast<std::int64_t>(cases.size()); more > 0)
    out += duo(fmt::format("and {} more", more), fmt::format("en nog {}", more));
  return out;
}

}  // namespace

std::string html_change(const ChangeReport& change) {
  const std::string title =
      fmt::format("{}: {} {}, two runs", words_of(change.verdict).word,
                  escape_markup(change.suite_id), escape_markup(change.suite_version));
  std::string content =
      begin_section("gates", "Gates", "Toetsen") +
      duo("A regression is proven when the whole interval of the difference lies beyond the margin, "
          "and excluded when it lies within it. Cases are paired.",
          "Achteruitgang is aangetoond als het hele interval van het verschil voorbij de marge ligt, "
          "en uitgesloten als het erbinnen ligt. Gevallen zijn gepaard.") +
      table(change, change.gates, true) + end_section();
  content += begin_section("accuracy", "All metrics", "Alle maten") +
             table(change, change.metrics, false) + end_section();
  content += begin_section("cases", "Cases", "Gevallen") +
             flips("Newly wrong", "Nieuw fout", change.newly_wrong, change.newly_wrong_cases) +
             flips("Newly right", "Nieuw goed", change.newly_right, change.newly_right_cases) +
             end_section();
  return html_page(title, banner(change), content);
}

}  // namespace keur
