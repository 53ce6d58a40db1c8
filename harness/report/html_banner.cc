// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "harness/report/escape_markup.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"
#include "harness/report/verdict_words.h"

namespace keur {
namespace {

std::string tested(const TaskReport& task) {
  if (task.tool_name.empty() && task.tool_version.empty())
    return in_two_languages("a tool the suite does not name", "een hulpmiddel zonder naam");
  return fmt::format("{} {}", escape_markup(task.tool_name), escape_markup(task.tool_version));
}

std::string tested_on(const Report& report, const TaskReport& task) {
  const std::string kind = task.cluster_kind.empty() ? "clusters" : task.cluster_kind;
  std::string text = in_two_languages(
      fmt::format("{} cases, {} {}", task.expected, task.clusters, escape_markup(kind)),
      fmt::format("{} gevallen, {} {}", task.expected, task.clusters,
                  escape_markup(clusters_in_dutch(kind))));
  for (const Input& input : report.inputs)
    if (input.role == "reference-dataset" && input.task == task.id)
      text += fmt::format("<br><code>{}</code>", escape_markup(input.path));
  return text;
}

std::string burden(const Report& report) {
  if (report.burden == "tool")
    return on_two_lines("On the tool: what is not proven does not pass.",
                        "Bij het hulpmiddel: wat niet is bewezen, voldoet niet.");
  return on_two_lines("On whoever claims it got worse: what is undecided does not stop the tool.",
                      "Bij wie achteruitgang stelt: wat onbeslist is, houdt niets tegen.");
}

std::string assurance(const Report& report) {
  const std::string level = escape_markup(report.assurance);
  const std::string niveau = report.assurance == "self-attested" ? "eigen verklaring" : level;
  if (report.signer == "ephemeral")
    return on_two_lines(
        fmt::format("{}, ephemeral key: it proves that nothing was changed, not who signed", level),
        fmt::format("{}, eenmalige sleutel: bewijst dat er niets is veranderd, niet wie heeft "
                    "getekend",
                    niveau));
  return fmt::format("{}<br><code>{}</code>",
                     in_two_languages(level + ", expected key", niveau + ", verwachte sleutel"),
                     escape_markup(report.signer));
}

}  // namespace

std::string html_banner(const Report& report) {
  const VerdictWords& words = words_of(report.verdict);
  std::string out = fmt::format(
      "<header class=\"b-{}\">\n<p class=\"kicker\">keur \u00B7 {}</p>\n<h1>{}</h1>\n"
      "<p class=\"verdict c-{}\"><strong>{}\u00A0{}</strong> <span lang=\"nl\">{}</span></p>\n",
      words.style, in_two_languages("validation report", "keuringsrapport"),
      escape_markup(report.suite_title.empty() ? report.suite_id : report.suite_title), words.style,
      words.symbol, words.word, words.woord);
  out += "<div class=\"sentence\">" + duo(as_sentence(report.sentence), as_sentence(report.zin)) +
         "</div>\n<dl class=\"facts\">\n";
  for (const TaskReport& task : report.tasks) {
    out += fact("Tested", "Getoetst", tested(task));
    out += fact("On", "Op", tested_on(report, task));
  }
  out += fact("Suite", "Toetsplan", escape_markup(report.suite_id + " " + report.suite_version));
  out += fact("Burden of proof", "Bewijslast", burden(report));
  out += fact("Assurance", "Zekerheid", assurance(report));
  out += fact("Report", "Rapport", fmt::format("<code>{}</code>", escape_markup(report.report_id)));
  out += fact("Protocol digest", "Vingerafdruk protocol",
              fmt::format("<code>{}</code>", escape_markup(report.protocol)));
  out += fact("Verify", "Controleren",
              "<code>keur verify FOLDER</code><br>" +
                  on_two_lines("FOLDER holds <code>report.dsse.json</code> and this page",
                               "FOLDER bevat <code>report.dsse.json</code> en deze pagina"));
  return out + "</dl>\n</header>\n";
}

}  // namespace keur
