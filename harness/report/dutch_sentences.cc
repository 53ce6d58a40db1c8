// SPDX-License-Identifier: Apache-2.0
#include "harness/report/dutch_sentences.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "harness/report/html_parts.h"

namespace keur {
namespace {

// {} stands for a number or a name, the same in both, in the same order.
constexpr std::pair<std::string_view, std::string_view> clauses[] = {
    {"{} {} are too few for a reliable interval",
     "{} {} zijn te weinig voor een betrouwbaar interval"},
    {"one {} holds {} of what is counted by", "één {} heeft {} van de noemer"},
    {"leaving out one {} at a time gives a much larger error: the interval may be too short",
     "telkens één {} weglaten geeft een veel grotere fout: het interval kan te smal zijn"},
    {"every {} has the same value: the spread cannot be seen",
     "de waarde is voor elke {} dezelfde: de spreiding is niet te zien"},
    {"{} case without a counterpart in the other condition left out",
     "{} geval zonder tegenhanger in de andere conditie is weggelaten"},
    {"{} cases without a counterpart in the other condition left out",
     "{} gevallen zonder tegenhanger in de andere conditie zijn weggelaten"},
    {"{} case of the baseline missing in the condition",
     "{} geval van de uitgangssituatie ontbreekt in de conditie"},
    {"{} cases of the baseline missing in the condition",
     "{} gevallen van de uitgangssituatie ontbreken in de conditie"},
    {"align: {}: words are aligned at the costs of NIST sclite, to compare with its figures",
     "align: {}: woorden worden naast elkaar gelegd tegen de kosten van sclite van NIST, om met "
     "cijfers daarvan te vergelijken"},
    {"the word errors can be more than the fewest that explain the output",
     "de woordfouten kunnen er meer zijn dan nodig om de uitvoer te verklaren"},
    {"align: {}: word errors divide into substituted, removed and inserted words as Kaldi's "
     "compute-wer divides them, to compare with its figures",
     "align: {}: woordfouten worden verdeeld in vervangen, weggelaten en toegevoegde woorden zoals "
     "compute-wer van Kaldi dat doet, om met cijfers daarvan te vergelijken"},
    {"align: {}: word errors divide into substituted, removed and inserted words as RapidFuzz and "
     "jiwer divide them, to compare with their figures",
     "align: {}: woordfouten worden verdeeld in vervangen, weggelaten en toegevoegde woorden zoals "
     "RapidFuzz en jiwer dat doen, om met cijfers daarvan te vergelijken"},
    {"their sum is the same", "hun som is dezelfde"},
    {"alternatives: {}: of several readings the one nearest to the other text is counted, so how "
     "many words the reference has depends on the output",
     "alternatives: {}: van meer lezingen telt de lezing die het dichtst bij de andere tekst ligt, "
     "zodat het aantal woorden van de referentie van de uitvoer afhangt"},
    {"alternatives: {}: of several readings the one nearest to the other side is counted, so how "
     "many words the reference has depends on the output",
     "alternatives: {}: van meer lezingen telt de lezing die het dichtst bij de andere kant ligt, "
     "zodat het aantal woorden van de referentie van de uitvoer afhangt"},
    {"an optional word that is missing counts as correct",
     "een facultatief woord dat ontbreekt telt als goed"},
    {"a fragment counts as every word it begins or ends",
     "een woorddeel telt als elk woord dat ermee begint of eindigt"},
    {"overlap_limit: {}: where more people speak at once, overlap_wer leaves their words out",
     "overlap_limit: {}: waar meer mensen tegelijk spreken, laat overlap_wer hun woorden weg"},
    {"overlap_left_out says how many", "overlap_left_out zegt hoeveel"},
    {"whisper-basic is for comparison only, never for a gate: it deletes text between brackets, "
     "decimal separators, signs and inequalities (\"38,5\" becomes \"38 5\", \"-2\" becomes \"2\", "
     "\"<38 en sat >94%\" becomes \"94\")",
     "whisper-basic dient alleen ter vergelijking, nooit voor een toets: het wist tekst tussen "
     "haken, decimaaltekens, plus- en mintekens en ongelijkheden (\"38,5\" wordt \"38 5\", \"-2\" "
     "wordt \"2\", \"<38 en sat >94%\" wordt \"94\")"},
    {"whisper-english is for comparison only, never for a gate: it deletes text between brackets, "
     "the unit mm, decimal commas, signs and inequalities (\"2,5 mg\" becomes \"25 mg\", \"-5\" "
     "becomes \"5\", \"a 20 mm nodule\" becomes \"a 20 nodule\")",
     "whisper-english dient alleen ter vergelijking, nooit voor een toets: het wist tekst tussen "
     "haken, de eenheid mm, decimale komma's, plus- en mintekens en ongelijkheden (\"2,5 mg\" wordt "
     "\"25 mg\", \"-5\" wordt \"5\", \"a 20 mm nodule\" wordt \"a 20 nodule\")"},
};

constexpr std::string_view hole = "{}";

// What stands in the holes; nullopt where the text is of another form.
std::optional<std::vector<std::string>> holes_of(std::string_view form, std::string_view text) {
  std::vector<std::string> holes;
  while (true) {
    const std::size_t at = form.find(hole);
    if (text.substr(0, at) != form.substr(0, at)) return std::nullopt;
    if (at == form.npos) return holes;
    text.remove_prefix(at);
    form.remove_prefix(at + hole.size());
    const std::string_view after = form.substr(0, form.find(hole));
    const std::size_t end = after.empty() ? text.size() : text.find(after);
    if (end == text.npos) return std::nullopt;
    holes.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

// A number gets its comma, a usual name of clusters its Dutch.
std::string hole_in_dutch(std::string text) {
  if (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
  }
  return clusters_in_dutch(text);
}

std::string clause_in_dutch(std::string_view clause) {
  for (const auto& [english, dutch] : clauses) {
    const auto holes = holes_of(english, clause);
    if (!holes) continue;
    std::string text;
    std::string_view rest = dutch;
    for (const std::string& one : *holes) {
      const std::size_t at = rest.find(hole);
      text += std::string(rest.substr(0, at)) + hole_in_dutch(one);
      rest.remove_prefix(at + hole.size());
    }
    return text + std::string(rest);
  }
  return {};
}

}  // namespace

std::string sentence_in_dutch(std::string_view english) {
  std::string dutch;
  while (!english.empty()) {
    const std::size_t end = english.find("; ");
    const std::string clause = clause_in_dutch(english.substr(0, end));
    if (clause.empty()) return {};
    dutch += (dutch.empty() ? "" : "; ") + clause;
    english.remove_prefix(end == english.npos ? english.size() : end + 2);
  }
  return dutch;
}

}  // namespace keur
