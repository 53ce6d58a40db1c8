// SPDX-License-Identifier: Apache-2.0
#include "harness/report/page_html.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "harness/report/escape_markup.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"
#include "harness/report/verdict_words.h"

namespace keur {
namespace {

struct Section {
  std::string_view id, english, dutch;  // of its link; empty: none
  std::string content;                  // empty: the report has nothing for it
};

std::vector<Section> sections_of(const Report& report) {
  return {{"accounting", "", "", html_accounting(report)},
          {"gates", "Gates", "Toetsen", html_gates(report)},
          {"reasons", "Reasons", "Redenen", html_gate_reasons(report)},
          {"critical", "Critical errors", "Kritieke fouten", html_critical(report)},
          {"accuracy", "Accuracy", "Nauwkeurigheid", html_accuracy(report)},
          {"bias", "Groups", "Groepen", html_bias(report)},
          {"robustness", "Robustness", "Robuustheid", html_robustness(report)},
          {"errors", "Kinds of errors", "Soorten fouten", html_errors(report)},
          {"ladder", "Spelling rules", "Spellingregels", html_ladder(report)},
          {"confusions", "Words mistaken", "Verwisselde woorden", html_confusions(report)},
          {"worst", "Worst cases", "Slechtste gevallen", html_worst_cases(report)},
          {"protocol", "Protocol", "Protocol", html_protocol(report)},
          {"limitations", "Limitations", "Beperkingen", html_limitations()},
          {"glossary", "Glossary", "Begrippen", html_glossary(report)}};
}

std::string links_to(const std::vector<Section>& sections) {
  std::string out = "<nav aria-label=\"Sections\"><ul>\n";
  for (const Section& section : sections)
    if (!section.english.empty() && !section.content.empty())
      out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.id,
                         on_two_lines(section.english, section.dutch));
  return out + "</ul></nav>\n";
}

}  // namespace

std::string html_report(const Report& report) {
  const std::string title =
      fmt::format("{}: {} {}", words_of(report.verdict).word, escape_markup(report.suite_id),
                  escape_markup(report.suite_version));
  const std::vector<Section> sections = sections_of(report);
  std::string content;
  for (const Section& section : sections) content += section.content;
  return html_page(title, html_banner(report) + links_to(sections), content);
}

}  // namespace keur
