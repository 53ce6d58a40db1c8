// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/critical_errors.h"

#include <algorithm>

#include "metrics/transcript/clinical_test.h"
#include "metrics/transcript/error_kinds.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

namespace {

const TermFinder& finder() {
  static const TermFinder shared(
      terms_of({
          {"metoprolol", ConceptType::drug, {"metoprolol"}},
          {"metformin", ConceptType::drug, {"metformine"}},
          {"penicillin", ConceptType::drug, {"penicilline"}},
          {"amoxicillin", ConceptType::drug, {"amoxicilline"}},
          {"allergy", ConceptType::allergy, {"allergisch", "allergie", "allergieën"}},
          {"resuscitate", ConceptType::resuscitation, {"reanimeren"}},
          {"no-resuscitation", ConceptType::resuscitation, {"niet reanimeren"}},
          {"fever", ConceptType::symptom, {"koorts"}},
          {"cough", ConceptType::symptom, {"hoest"}},
          {"pneumonia", ConceptType::diagnosis, {"pneumonie", "longontsteking"}},
          {"cystitis", ConceptType::diagnosis, {"blaasontsteking"}},
          {"hypertension", ConceptType::diagnosis, {"hypertensie"}},
          {"hypotension", ConceptType::diagnosis, {"hypotensie"}},
          {"hip", ConceptType::other, {"heup"}},
          {"catheter", ConceptType::procedure, {"katheter"}},
          {"patient", ConceptType::person, {"mevrouw"}},
          {"daughter", ConceptType::person, {"dochter"}},
          {"saturation", ConceptType::measurement, {"saturatie"}},
          {"chest-pain", ConceptType::red_flag, {"pijn op de borst"}},
          {"check", ConceptType::follow_up, {"controle"}},
      }),
      *find_normaliser("basic-1"));
  return shared;
}

std::vector<CaseFinding> found(const Pair& pair) {
  Aligner aligner;
  return critical_errors(read_pair(finder(), pair.reference, pair.output, aligner));
}

bool is_named(std::string_view kind) {
  const auto kinds = error_kinds();
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](const FindingKind& known) { return known.id == kind; });
}

}  // namespace

TEST_CASE("each difference has one finding, of the class of what it is about") {
  struct Case {
    std::string_view reference, output;
    std::string findings;  // class kind reference>output; joined by "; "
  };
  const auto example = GENERATE(values<Case>({
      {"geen koorts", "geen koorts", ""},
      {"metoprolol 50 mg", "metoprolol 500 mg", "C1 dose_value_wrong 50 mg>500 mg"},
      {"start metoprolol", "start metformine", "C1 drug_substituted metoprolol>metformine"},
      {"start metoprolol nu", "start met o prol nu", "C1 drug_omitted metoprolol>"},
      {"allergisch voor penicilline", "allergisch voor amoxicilline",
       "C2 allergen_wrong penicilline>amoxicilline"},
      {"geen allergieën bekend", "allergieën bekend",
       "C2 status_negation geen allergieën>allergieën"},
      {"allergisch voor pleisters", "voor pleisters", "C2 status_lost allergisch>"},
      {"beleid niet reanimeren", "beleid reanimeren", "C2 status_wrong niet reanimeren>reanimeren"},
      {"geen koorts", "koorts", "C3 negation_lost geen koorts>koorts"},
      // One word lost turns two findings round; it is one error.
      {"geen koorts of hoest", "wel koorts of hoest", "C3 negation_lost geen koorts>koorts"},
      {"mogelijk pneumonie", "zeker pneumonie", "C3 certainty_flip mogelijk pneumonie>pneumonie"},
      {"bekend met hypotensie", "bekend met hypertensie", "C3 opposite hypotensie>hypertensie"},
      {"de man is stabiel", "de man is instabiel", "C3 negation_added stabiel>instabiel"},
      {"pijn linker heup", "pijn rechter heup", "C4 side_flipped linker>rechter"},
      {"pijn linkerheup", "pijn rechterheup", "C4 side_flipped linkerheup>rechterheup"},
      {"saturatie 96", "saturatie 69", "C5 vital_sign_wrong 96>69"},
      {"tensie 120/80", "tensie 210/80", "C5 vital_sign_wrong 120/80>210/80"},
      {"temperatuur 38,5 graden", "temperatuur 35,8 graden",
       "C5 vital_sign_wrong 38,5 graden>35,8 graden"},
      {"opname", "opname met koorts", "C6 concept_added >koorts"},
      {"pneumonie links", "blaasontsteking links", "C6 concept_replaced pneumonie>blaasontsteking"},
      {"pijn op de borst bij lopen", "last bij lopen", "C7 red_flag_lost pijn op de borst>"},
      {"morgen controle", "morgen", "C7 follow_up_lost controle>"},
      {"mevrouw is verward", "dochter is verward", "C8 person_wrong mevrouw>dochter"},
      {"over 6 weken terug", "over 3 weken terug", "C9 time_wrong 6 weken>3 weken"},
      {"om 14:30 terug", "om 14:40 terug", "C9 time_wrong 14:30>14:40"},
      {"terug op maandag", "terug op dinsdag", "C9 time_wrong maandag>dinsdag"},
      {"pijn voor het eten", "pijn na het eten", "C9 time_wrong voor>na"},
      {"wond van 4 cm", "wond van 5 cm", "C10 number_wrong 4 cm>5 cm"},
      {"koorts en last", "last", "C10 concept_lost koorts>"},
      {"de man rookt niet", "de man rookt", "C10 negation_word_lost niet>"},
      {"de man loopt goed", "die man liep goed",
       "C11 words_differ de>die; C11 words_differ loopt>liep"},
      {"longontsteking", "pneumonie", ""},  // another listed word for it
  }));
  CAPTURE(example.reference, example.output);
  const Pair pair(example.reference, example.output);
  std::string story;
  for (const CaseFinding& one : found(pair))
    story += (story.empty() ? "" : "; ") + std::string(one.class_id) + " " + std::string(one.kind) +
             " " + said(pair.reference, one.reference) + ">" + said(pair.output, one.output);
  CHECK(story == example.findings);
  for (const CaseFinding& one : found(pair)) {
    CHECK(is_named(one.kind));
    CHECK(std::any_of(error_classes.begin(), error_classes.end(),
                      [&](const FindingClass& known) { return known.id == one.class_id; }));
  }
}

TEST_CASE("severities are those of the class, and a treatment nobody ordered weighs more") {
  for (const auto& [output, severity] : std::vector<std::pair<std::string, int>>{
           {"opname met koorts", 3}, {"opname met katheter", 4}, {"opname metoprolol", 4}}) {
    const Pair pair("opname", output);
    const auto findings = found(pair);
    REQUIRE(findings.size() >= 1);
    CAPTURE(output);
    CHECK(std::max_element(findings.begin(), findings.end(), [](auto& a, auto& b) {
            return a.severity < b.severity;
          })->severity == severity);
  }
}

TEST_CASE("a loop does not fabricate its finding over and over, silence does once") {
  const Pair loop("koorts", "koorts koorts koorts koorts");
  CHECK(found(loop).empty());
  const Pair silence("", "koorts");
  REQUIRE(found(silence).size() == 1);
  CHECK(found(silence)[0].kind == "concept_added");
}
