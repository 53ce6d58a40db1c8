// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/terms.h"

#include "metrics/transcript/clinical_test.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

namespace {

const TermFinder& finder() {
  static const TermFinder shared(
      terms_of({
          {"metoprolol", ConceptType::drug, {"metoprolol", "Selokeen"}},
          {"metformine", ConceptType::drug, {"metformine"}},
          {"heart-failure", ConceptType::diagnosis, {"hartfalen"}},
          {"infarction", ConceptType::diagnosis, {"hartinfarct", "myocardinfarct"}},
          {"chest-pain", ConceptType::symptom, {"pijn op de borst"}},
          {"pain", ConceptType::symptom, {"pijn"}},
          {"diabetes", ConceptType::diagnosis, {"diabetes", "suikerziekte"}},
          {"no-resuscitation", ConceptType::resuscitation, {"niet reanimeren"}},
      }),
      *find_normaliser("basic-1"));
  return shared;
}

struct Counted {
  TermCounts counts;
  std::size_t hits;
};

Counted counted(std::string_view reference, std::string_view output) {
  const Pair pair(reference, output);
  const auto left = finder().find(pair.reference), right = finder().find(pair.output);
  const auto hits = aligned_hits(left, right, pair.layout);
  return {count_terms(left, right, hits, pair.layout), hits.size()};
}

}  // namespace

TEST_CASE("terms are found whole, longest first, in any listed spelling") {
  struct Case {
    std::string_view text, found;  // id:words, joined by "; "
  };
  const auto example = GENERATE(values<Case>({
      {"Pijn op de borst, geen pijn in rust", "chest-pain:pijn op de borst; pain:pijn"},
      {"Pijn op de schouder", "pain:pijn"},
      {"SELOKEEN gestart", "metoprolol:selokeen"},
      {"hart falen en hart-falen", "heart-failure:hart falen; heart-failure:hart-falen"},
      {"diabetesverpleegkundige belt", ""},
      {"suiker ziekte", "diabetes:suiker ziekte"},
      {"niet reanimeren", "no-resuscitation:niet reanimeren"},
      {"nietreanimeren", ""},
      {"reanimeren", ""},
      {"", ""},
  }));
  std::string text, story;
  find_normaliser("basic-1")->normalise(example.text, text);
  std::vector<std::string_view> words;
  split(text, words);
  for (const Occurrence& one : finder().find(words))
    story += (story.empty() ? "" : "; ") + finder().list().concepts[one.concept_number].id + ":" +
             said(words, one.words);
  CAPTURE(example.text);
  CHECK(story == example.found);
}

TEST_CASE("one drug taken for another, one compound written apart") {
  // Two words of concepts in the reference, one of them substituted: recall 1/2, precision 1/2,
  // concept error rate 1/2.
  const auto [counts, hits] =
      counted("start metoprolol 50 mg bij hartfalen", "start metformine 50 mg bij hart falen");
  CHECK(counts.reference == 2);
  CHECK(counts.output == 2);
  CHECK(counts.hits == 1);
  CHECK(counts.bag_hits == 1);
  CHECK(counts.reference_words == 2);
  CHECK(counts.words_wrong == 1);
}

TEST_CASE("hits at their place, hits in the bag, words of concepts that are wrong") {
  struct Case {
    std::string_view reference, output;
    int occurrences, found, hits, bag, words, wrong;
  };
  const auto example = GENERATE(values<Case>({
      {"hartinfarct", "myocardinfarct", 1, 1, 1, 1, 1, 0},      // a synonym is a hit
      {"pijn op de borst", "pijn op borst", 1, 1, 0, 0, 4, 1},  // now plain pain; "de" is gone
      {"metoprolol en metformine", "metformine en metoprolol", 2, 2, 0, 2, 2, 2},  // places changed
      {"pijn", "pijn pijn pijn", 1, 3, 1, 1, 1, 2},            // a loop inserts two
      {"de patiënt", "metoprolol patiënt", 0, 1, 0, 0, 0, 1},  // at the place of a plain word
      {"geen klachten", "geen klachten", 0, 0, 0, 0, 0, 0},
      {"metoprolol", "", 1, 0, 0, 0, 1, 1},
      {"", "metoprolol", 0, 1, 0, 0, 0, 1},
  }));
  CAPTURE(example.reference, example.output);
  const TermCounts counts = counted(example.reference, example.output).counts;
  CHECK(counts.reference == example.occurrences);
  CHECK(counts.output == example.found);
  CHECK(counts.hits == example.hits);
  CHECK(counts.bag_hits == example.bag);
  CHECK(counts.reference_words == example.words);
  CHECK(counts.words_wrong == example.wrong);
}
