// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/polarity.h"

#include "metrics/transcript/clinical_test.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

namespace {

const TermFinder& finder() {
  static const TermFinder shared(
      terms_of({{"fever", ConceptType::symptom, {"koorts", "fever"}},
                {"cough", ConceptType::symptom, {"hoest", "cough"}},
                {"pneumonia", ConceptType::diagnosis, {"pneumonie", "pneumonia"}},
                {"resuscitation", ConceptType::resuscitation, {"reanimeren"}},
                {"no-resuscitation", ConceptType::resuscitation, {"niet reanimeren"}}}),
      *find_normaliser("basic-1"));
  return shared;
}

std::string letters(std::string_view text) {
  const Pair pair(text, text);
  std::string story;
  for (const Polarity polarity : polarities(pair.reference, finder().find(pair.reference)))
    story += "+-?"[static_cast<std::size_t>(polarity)];
  return story;
}

}  // namespace

TEST_CASE("triggers deny and doubt what stands in their scope") {
  struct Case {
    std::string_view text, polarity;  // of each concept: + affirmed, - denied, ? doubted
  };
  const auto example = GENERATE(values<Case>({
      {"koorts en hoest", "++"},
      {"geen koorts", "-"},
      {"geen koorts en geen hoest", "--"},
      {"geen koorts maar wel hoest", "-+"},
      {"geen koorts, hoest sinds gisteren", "--"},  // no clause word; read so on both sides
      {"ontkent koorts", "-"},
      {"koorts afwezig", "-"},
      {"koorts is niet aanwezig", "-"},
      {"pneumonie uitgesloten", "-"},
      {"pneumonie niet uitgesloten", "?"},
      {"mogelijk pneumonie met koorts", "??"},
      {"geen mogelijke pneumonie", "-"},
      {"niet alleen koorts maar ook hoest", "++"},
      {"geen verandering, koorts blijft", "+"},
      {"zonder moeite, hoest", "+"},
      // Five words between is the sixth word after the trigger; six between is beyond.
      {"geen a b c d e koorts", "-"},
      {"geen a b c d e f koorts", "+"},
      {"niet reanimeren", "+"},
      {"denies fever but has a cough", "-+"},
      {"no evidence of pneumonia", "-"},
      {"pneumonia cannot be ruled out", "?"},
  }));
  CAPTURE(example.text);
  CHECK(letters(example.text) == example.polarity);
}

TEST_CASE("opposites by prefix, inflected too") {
  CHECK(opposite("stabiel", "instabiel") == Opposite::denies);
  CHECK(opposite("instabiele", "stabiele") == Opposite::affirms);
  CHECK(opposite("abnormale", "normale") == Opposite::affirms);
  CHECK(opposite("hypotensie", "hypertensie") == Opposite::swaps);
  CHECK(opposite("tachycardie", "bradycardie") == Opposite::swaps);
  CHECK_FALSE(opposite("stabiel", "stabiele").has_value());
  CHECK_FALSE(opposite("hypo", "hyper").has_value());
  CHECK_FALSE(opposite("druk", "indruk").has_value());
}

TEST_CASE("flips between what was said and what was written") {
  struct Case {
    std::string_view reference, output;
    int matched, lost, added, certainty, opposites;
  };
  const auto example = GENERATE(values<Case>({
      {"geen koorts", "koorts", 1, 1, 0, 0, 0},
      {"koorts", "geen koorts", 1, 0, 1, 0, 0},
      {"geen koorts", "zonder koorts", 1, 0, 0, 0, 0},
      {"geen koorts en hoest", "wel koorts en hoest", 2, 2, 0, 0, 0},
      {"mogelijk pneumonie", "pneumonie", 1, 0, 0, 1, 0},
      {"pneumonie uitgesloten", "pneumonie niet uitgesloten", 1, 1, 0, 0, 0},
      {"hij is stabiel", "hij is instabiel", 1, 0, 1, 0, 0},
      {"hij is instabiel", "hij is in stabiel", 1, 1, 0, 0, 0},
      {"hypotensie", "hypertensie", 1, 0, 0, 0, 1},
      {"geen koorts maar hoest", "geen koorts en hoest", 2, 0, 1, 0, 0},
      // Six words more between the two are another error, not a denial that is gone.
      {"geen koorts", "geen a b c d e f koorts", 1, 0, 0, 0, 0},
      {"geen koorts", "geen", 0, 0, 0, 0, 0},  // a concept that is gone has not turned round
  }));
  CAPTURE(example.reference, example.output);
  const Pair pair(example.reference, example.output);
  const auto left = finder().find(pair.reference), right = finder().find(pair.output);
  const auto counts = compare_polarity(pair.reference, pair.output, left, right,
                                       aligned_hits(left, right, pair.layout), pair.layout)
                          .counts;
  CHECK(counts.matched == example.matched);
  CHECK(counts.negation_lost == example.lost);
  CHECK(counts.negation_added == example.added);
  CHECK(counts.certainty == example.certainty);
  CHECK(counts.opposites == example.opposites);
}
