// SPDX-License-Identifier: Apache-2.0
// Every term of the page in words: first the metrics of this report, then the fixed terms.
#include <set>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"

namespace keur {
namespace {

struct Term {
  std::string_view english, dutch, meaning, betekenis;
};

constexpr Term terms[] = {
    {"case", "geval", "One reference with the output the tool gave for it.",
     "Een referentie met de uitkomst die het hulpmiddel erbij gaf."},
    {"cluster", "cluster",
     "Cases that belong together, such as all sentences of one speaker. They resemble each other, "
     "so it is clusters that count as evidence, not cases.",
     "Gevallen die bij elkaar horen, zoals alle zinnen van een spreker. Ze lijken op elkaar; "
     "daarom tellen clusters als bewijs, niet gevallen."},
    {"interval", "interval",
     "The range in which the true value may well lie. Were the whole test repeated with other "
     "people many times, the stated share of such intervals would hold the true value.",
     "Waar de werkelijke waarde goed kan liggen. Zou de hele toets vele malen met andere mensen "
     "worden herhaald, dan bevat het genoemde deel van zulke intervallen de werkelijke waarde."},
    {"pass", "voldoet", "The whole interval lies within the limit.",
     "Het hele interval ligt binnen de grens."},
    {"fail", "voldoet niet", "The whole interval lies beyond the limit.",
     "Het hele interval ligt voorbij de grens."},
    {"inconclusive", "onbeslist",
     "The interval holds the limit, or there are too few clusters: the test cannot tell.",
     "Het interval bevat de grens, of er zijn te weinig clusters: de toets kan het niet zien."},
    {"not estimable", "niet te schatten",
     "There was nothing to divide by. Undefined is never shown as zero, and it does not pass.",
     "Er viel niets te delen. Onbepaald wordt nooit als nul getoond en voldoet niet."},
    {"burden of proof", "bewijslast",
     "Who must prove what. For a purchase it lies on the tool: what is not proven does not pass.",
     "Wie wat moet bewijzen. Bij aanschaf ligt zij bij het hulpmiddel: wat niet is bewezen, "
     "voldoet niet."},
    {"severity", "ernst",
     "How much a wrong word can matter: 4 can cost a life, 3 can harm, 2 can mislead, 1 is "
     "wording. By class of error, not by what became of a patient.",
     "Hoe zwaar een fout kan wegen: 4 kan een leven kosten, 3 kan schaden, 2 kan misleiden, 1 is "
     "bewoording. Naar soort fout, niet naar wat een pati\u00EBnt is overkomen."},
    {"normaliser", "normalisatie",
     "The rules that say which written forms are the same word, fixed and numbered before the run.",
     "De regels die bepalen welke schrijfwijzen hetzelfde woord zijn, vastgelegd en genummerd "
     "voor de toetsing."},
    {"points", "punten", "The difference of two percentages: from 8% to 11% is 3 points.",
     "Het verschil van twee percentages: van 8% naar 11% is 3 punten."},
    {"ratio (x)", "verhouding (x)", "How many times as large: 1.5x is half as much again.",
     "Hoeveel keer zo groot: 1,5x is anderhalf keer zoveel. In tabellen staat een decimale punt."},
    {"design effect", "ontwerpeffect",
     "How many times wider the variance is because cases of one cluster resemble each other.",
     "Hoeveel keer groter de variantie is doordat gevallen van een cluster op elkaar lijken."},
    {"descriptive", "beschrijvend",
     "Shown for comparison with other publications; no gate may rest on it.",
     "Getoond ter vergelijking met andere publicaties; geen toets mag erop rusten."},
    {"self-attested", "eigen verklaring",
     "The one who is judged ran the test. Ask for the evidence, or run it again.",
     "Wie wordt beoordeeld heeft zelf getoetst. Vraag het bewijs, of toets het na."},
};

std::string entry(std::string_view english, std::string_view dutch, std::string_view meaning,
                  std::string_view betekenis) {
  return "<dt>" + (english == dutch ? std::string(english) : in_two_languages(english, dutch)) +
         "</dt><dd>" + duo(meaning, betekenis) + "</dd>\n";
}

std::string metric_entry(const MetricNote& metric) {
  const bool lower = metric.better == "lower";
  const std::string unit = escape_markup(metric.unit);
  const std::string better = metric.descriptive ? ""
                             : lower            ? " Lower is better."
                                                : " Higher is better.";
  const std::string beter = metric.descriptive ? ""
                            : lower            ? " Lager is beter."
                                               : " Hoger is beter.";
  return entry(
      escape_markup(metric.title), escape_markup(metric.titel),
      escape_markup(metric.meaning) + better + (unit.empty() ? "" : " Counted per " + unit + "."),
      escape_markup(metric.betekenis) + beter);
}

}  // namespace

std::string html_glossary(const Report& report) {
  std::string out = begin_section("glossary", "Glossary", "Begrippen");
  out += "<dl class=\"glossary\">\n";
  std::set<std::string> told;
  for (const TaskReport& task : report.tasks)
    for (const MetricNote& metric : task.metrics)
      if (told.insert(metric.id).second) out += metric_entry(metric);
  for (const Term& term : terms)
    out += entry(term.english, term.dutch, term.meaning, term.betekenis);
  return out + "</dl>\n" + end_section();
}

}  // namespace keur
