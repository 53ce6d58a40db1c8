// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/clinical_pipeline.h"

#include "metrics/text/normaliser.h"
#include "metrics/text/tokens.h"
#include "tests/catch.h"

using namespace keur;

namespace {

std::string normalised(std::string_view id, std::string_view text) {
  std::string out;
  find_normaliser(id)->normalise(text, out);
  return out;
}

struct Case {
  std::string_view text, expected;
};

std::size_t count(const ClinicalText& text, ClinicalStep step) {
  return text.counts[static_cast<std::size_t>(step)];
}

}  // namespace

TEST_CASE("nl-clinical-1 writes what means the same in one way") {
  const auto one = GENERATE(values<Case>({
      {"RR 120/80 mmHg.", "bloeddruk 120/80"},
      {"bloeddruk honderdtwintig over tachtig", "bloeddruk 120/80"},
      {"RR 16 per minuut", "rr 16/min"},  // the respiratory rate
      {"RR: 16 /min", "rr 16/min"},
      {"om 14.30 u, half 3 h, half 6h, om 14h", "om 14:30 half 3 half 6 om 14:00"},
      {"7/10/10 en 12/3/24", "07/10/10 en 12-03-24"},  // 07-10-10 would be read as no date
      {"Temp. 38,5 °C", "temp 38,5 graden"},
      {"achtendertig komma vijf graden Celsius", "38,5 graden"},
      {"Paracetamol 1.000 mg 3dd", "paracetamol 1000 mg 3dd"},
      {"paracetamol duizend milligram drie keer per dag", "paracetamol 1000 mg 3dd"},
      {"2,50 mg", "2,5 mg"},
      {"twee, eh, komma vijf milligram", "2,5 mg"},
      {"'s Morgens één tablet", "smorgens 1 tablet"},
      {"'t gaat goed met z'n knie", "het gaat goed met zijn knie"},
      {"T 38,5", "t 38,5"},  // no apostrophe: temperature
      {"Pt. kan niet, wil niet.", "patient kan niet wil niet"},
      {"PT 12 seconden", "pt 12 sec"},
      {"dhr. Jansen en mevr. Smit", "de heer jansen en mevrouw smit"},
      {"i.v.m. pijn o.a. links", "in verband met pijn onder andere links"},
      {"pijn li. knie, re: zie boven", "pijn links knie re zie boven"},
      {"bdz. crepitaties", "beiderzijds crepitaties"},
      {"post-operatief, COVID-19", "postoperatief covid-19"},
      {"coördinatie van patiënte", "coordinatie van patiente"},
      {"één van de vóór- en nadelen", "één van de vóór en nadelen"},
      {"HER2+, Na+ 135, sat >94%", "her2+ na+ 135 sat >94 %"},
      {"om half drie, 14.30 uur", "om half 3 14:30"},
      {"10 tot 20 mg", "10-20 mg"},
      {"twaalf maart 2024", "12-03-2024"},
      {"BE min twee, lactaat +3", "be -2 lactaat +3"},
      {"06-12345678", "06-12345678"},
      {"007", "007"},
      {"14.30", "14.30"},  // a time or a number: as it stands
      {"mammaca", "mammaca"},
      {"mm, 10 mm", "10 mm"},
      {"50 µg, ㎎", "50 ug mg"},
      {"1 à 2 tabletten", "1-2 tablet"},
      {"à la carte", "a la carte"},
      {"elke zes uur", "elke 6 uur"},
      {"komma punt", "komma punt"},
  }));
  CAPTURE(one.text);
  const std::string once = normalised("nl-clinical-1", one.text);
  CHECK(once == one.expected);
  CHECK(normalised("nl-clinical-1", once) == once);
}

TEST_CASE("en-clinical-1 writes what means the same in one way") {
  const auto one = GENERATE(values<Case>({
      {"BP 120/80 mmHg", "blood pressure 120/80"},
      {"BP one hundred and twenty over eighty", "blood pressure 120/80"},
      {"two point five milligrams three times a day", "2.5 mg 3x/day"},
      {"2.50 mg TID", "2.5 mg 3x/day"},
      {"a 20 mm nodule", "a 20 mm nodule"},
      {"HER2+, Na+ 135", "her2+ na+ 135"},
      {"patient doesn't smoke, can't walk", "patient does not smoke cannot walk"},
      {"pain w/o fever", "pain without fever"},
      {"half past two, 2:30 pm", "half past 2 14:30"},
      {"March 12th 2024", "2024-03-12"},
      {"um, 5 um milligrams", "5 mg"},
      {"follow-up at nine o'clock", "followup at 9 o'clock"},
      {"'s morgens", "s morgens"},  // Dutch
      {"one of the two", "one of the 2"},
  }));
  CAPTURE(one.text);
  const std::string once = normalised("en-clinical-1", one.text);
  CHECK(once == one.expected);
  CHECK(normalised("en-clinical-1", once) == once);
}

TEST_CASE("what Whisper's normalisers merge stays apart") {
  // The harm that transcripts of the two Whisper normalisers show.
  struct Pair {
    std::string_view a, b;
  };
  const auto pair = GENERATE(values<Pair>({
      {"2,5 mg", "25 mg"},
      {"38,5", "385"},
      {"38,5", "38 5"},
      {"1.000 mg", "1 mg"},
      {"BE -2", "BE 2"},
      {"Temp. <38 en sat >94%", "temp 94"},
      {"Niet (of nauwelijks) pijn", "niet pijn"},
      {"10² cellen", "102 cellen"},
      {"120/80", "120 80"},
      {"geen<br>pijn", "geenpijn"},
      {"5 mm", "5 cm"},
      {"5 mmol", "5 mg"},
  }));
  CAPTURE(pair.a, pair.b);
  CHECK(normalised("nl-clinical-1", pair.a) != normalised("nl-clinical-1", pair.b));
}

TEST_CASE("a step that is off leaves its words alone") {
  struct Step {
    ClinicalStep step;
    std::string_view text, on, off;
  };
  const auto one = GENERATE(values<Step>({
      {ClinicalStep::characters, "ĳs", "ijs", "ĳs"},
      {ClinicalStep::hyphens, "post-operatief", "postoperatief", "post-operatief"},
      {ClinicalStep::accents, "coördinatie", "coordinatie", "coördinatie"},
      {ClinicalStep::commands, "pijn punt", "pijn", "pijn punt"},
      {ClinicalStep::hesitations, "uh pijn", "pijn", "uh pijn"},
      {ClinicalStep::clitics, "z'n", "zijn", "z'n"},
      {ClinicalStep::abbreviations, "dhr", "de heer", "dhr"},
      {ClinicalStep::quantities, "vijf mg", "5 mg", "vijf mg"},
      {ClinicalStep::contexts, "rr 120/80", "bloeddruk 120/80", "rr 120/80"},
  }));
  CAPTURE(one.text);
  ClinicalOptions options;
  ClinicalText result;
  options.set(one.step, true);
  normalise_clinical(one.text, options, result);
  CHECK(result.text == one.on);
  CHECK(count(result, one.step) == 1);
  options.set(one.step, false);
  normalise_clinical(one.text, options, result);
  CHECK(result.text == one.off);
  CHECK(count(result, one.step) == 0);
  CHECK_FALSE(clinical_steps()[static_cast<std::size_t>(one.step)].id.empty());
}

TEST_CASE("dictated punctuation is removed only when asked, never from numbers and names") {
  ClinicalOptions options;
  options.set(ClinicalStep::commands, true);
  ClinicalText result;
  normalise_clinical("pijn op McBurney punt komma geen koorts dubbele punt 38 komma 5 nieuwe regel",
                     options, result);
  CHECK(result.text == "pijn op mcburney punt geen koorts 38,5");
  CHECK(count(result, ClinicalStep::commands) == 5);
}

TEST_CASE("every word knows where it came from") {
  const std::string_view text = "Dhr. kreeg  twee komma vijf mg (uh) 's morgens.";
  ClinicalText result;
  normalise_clinical(text, {}, result);
  REQUIRE(result.text == "de heer kreeg 2,5 mg smorgens");
  const std::vector<std::string_view> sources = {
      "Dhr.", "Dhr.", "kreeg", "twee komma vijf mg", "twee komma vijf mg", "'s morgens."};
  std::vector<std::string_view> words;
  split(result.text, words);
  REQUIRE(result.tokens.size() == sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const ClinicalToken& token = result.tokens[i];
    CHECK(result.text.substr(token.begin, token.end - token.begin) == words[i]);
    CHECK(text.substr(token.source_begin, token.source_end - token.source_begin) == sources[i]);
  }
  CHECK(count(result, ClinicalStep::hesitations) == 1);
  CHECK(count(result, ClinicalStep::quantities) == 1);
}
