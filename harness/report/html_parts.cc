// SPDX-License-Identifier: Apache-2.0
#include "harness/report/html_parts.h"

#include <fmt/format.h>

#include <utility>

#include "harness/report/dutch_sentences.h"
#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/verdict_words.h"

namespace keur {
namespace {

std::string table_start(std::string_view style, std::string_view label, std::string_view head) {
  return fmt::format(
      "<div class=\"{}\" role=\"region\" aria-label=\"{}\" tabindex=\"0\"><table "
      "cellpadding=\"4\"><thead><tr>{}</tr></thead><tbody>\n",
      style, label, head);
}

}  // namespace

std::string typeset(std::string_view number) {
  std::string text;
  for (const char character : number) {
    if (character == '-')
      text += "\u2212";
    else if (character == ' ')
      text += "\u00A0";
    else
      text += character;
  }
  return text;
}

std::string in_two_languages(std::string_view english, std::string_view dutch) {
  return fmt::format("{} <span lang=\"nl\">\u00B7 {}</span>", english, dutch);
}

std::string on_two_lines(std::string_view english, std::string_view dutch) {
  return fmt::format("{}<br><span lang=\"nl\">{}</span>", english, dutch);
}

std::string as_sentence(std::string_view data) {
  if (data.empty()) return {};
  std::string sentence(data);
  if (sentence.front() >= 'a' && sentence.front() <= 'z')
    sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
  if (sentence.back() != '.') sentence += '.';
  return escape_markup(sentence);
}

std::string duo(std::string_view english, std::string_view dutch) {
  return fmt::format("<div class=\"duo\"><p>{}</p><p lang=\"nl\">{}</p></div>\n", english, dutch);
}

std::string begin_section(std::string_view id, std::string_view english, std::string_view dutch) {
  return fmt::format("<section id=\"{}\"><h2>{}</h2>\n", id,
                     english == dutch ? std::string(english) : in_two_languages(english, dutch));
}

std::string end_section() { return "</section>\n"; }

std::string task_heading(const Report& report, const TaskReport& task) {
  if (report.tasks.size() < 2) return {};
  return fmt::format("<h3>{}</h3>\n", escape_markup(task.title.empty() ? task.id : task.title));
}

std::string badge(std::string_view verdict) {
  const VerdictWords& words = words_of(verdict);
  return fmt::format(
      "<strong class=\"badge c-{}\">{}\u00A0{}</strong> <span class=\"c-{}\" lang=\"nl\">{}</span>",
      words.style, words.symbol, words.word, words.style, words.woord);
}

std::string heading_cell(std::string_view english, std::string_view dutch, bool number) {
  return fmt::format("<th scope=\"col\"{}>{}</th>", number ? " class=\"n\" align=\"right\"" : "",
                     english == dutch ? std::string(english) : on_two_lines(english, dutch));
}

std::string row_heading(std::string_view content) {
  return fmt::format("<th scope=\"row\" align=\"left\">{}</th>", content);
}

std::string cell(std::string_view content) { return fmt::format("<td>{}</td>", content); }

std::string number_cell(std::string_view content) {
  return fmt::format("<td class=\"n\" align=\"right\">{}</td>", content);
}

std::string begin_table(std::string_view label, std::string_view head) {
  return table_start("scroll", label, head);
}

std::string begin_narrow_table(std::string_view label, std::string_view head) {
  return table_start("scroll narrow", label, head);
}

std::string end_table() { return "</tbody></table></div>\n"; }

std::string remark_in_two_languages(std::string_view english) {
  const std::string dutch = sentence_in_dutch(english);
  if (dutch.empty()) return escape_markup(english);
  return in_two_languages(escape_markup(english), escape_markup(dutch));
}

std::string small_cautions(const Measurement& measurement) {
  std::string out;
  for (const std::string& caution : measurement.cautions)
    out += fmt::format("<br><small class=\"c-open\">! {}</small>",
                       remark_in_two_languages(caution));
  return out;
}

std::string data_fold(std::string_view table) {
  return fmt::format("<details class=\"data\"><summary>{}</summary>\n{}</details>\n",
                     in_two_languages("The numbers as a table", "De getallen als tabel"), table);
}

std::string fact(std::string_view english, std::string_view dutch, std::string_view content) {
  return fmt::format("<dt>{}</dt><dd>{}</dd>\n",
                     english == dutch ? std::string(english) : in_two_languages(english, dutch),
                     content);
}

std::string value_text(const Measurement& measurement) {
  return measurement.value ? typeset(format_value(*measurement.value, NumberForm::proportion))
                           : std::string("\u2013");
}

std::string interval_text(const Measurement& measurement) {
  const auto interval = format_interval(measurement, NumberForm::proportion, "\u2013");
  return interval ? typeset(*interval) : std::string("\u2013");
}

std::string aligned(const std::vector<TextPiece>& pieces) {
  std::string out;
  for (const TextPiece& piece : pieces) {
    if (piece.mark == "heading") {
      out += (out.empty() ? "<b>" : " <br><b>") + escape_markup(piece.reference) + "</b>:";
      continue;
    }
    if (!out.empty()) out += ' ';
    const bool lost = piece.mark == "substituted" || piece.mark == "removed";
    const bool made = piece.mark == "substituted" || piece.mark == "inserted";
    if (lost) out += "<del>" + escape_markup(piece.reference) + "</del>";
    if (lost && made) out += "\u00A0";
    if (made) out += "<ins>" + escape_markup(piece.output) + "</ins>";
    if (!lost && !made) out += escape_markup(piece.reference);
  }
  return out;
}

std::string key_to_aligned() {
  return duo(
      "<del>Struck</del> is the reference that was lost, <ins>underlined</ins> what the tool wrote.",
      "<del>Doorgestreept</del> is de referentie die verloren ging, <ins>onderstreept</ins> wat "
      "het hulpmiddel schreef.");
}

std::string clusters_in_dutch(std::string_view kind) {
  constexpr std::pair<std::string_view, std::string_view> usual[] = {
      {"speakers", "sprekers"},      {"speaker", "spreker"},
      {"clinicians", "zorgverleners"}, {"clinician", "zorgverlener"},
      {"patients", "patiënten"},     {"patient", "patiënt"},
      {"sessions", "gesprekken"},    {"session", "gesprek"},
      {"sites", "locaties"},         {"site", "locatie"},
      {"nurses", "verpleegkundigen"}, {"nurse", "verpleegkundige"},
      {"wards", "afdelingen"},       {"ward", "afdeling"}};
  for (const auto& [english, dutch] : usual)
    if (kind == english) return std::string(dutch);
  return std::string(kind);
}

}  // namespace keur
