// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/counter.h"

#include <thread>

#include "metrics/transcript/columns.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

namespace {

using Text = std::optional<std::string_view>;

const TranscriptCounter& counter() {
  static const TranscriptCounter shared(*find_normaliser("basic-1"));
  return shared;
}

Row counted(Text reference, Text output) { return counter().count({&reference, 1}, {&output, 1}); }

std::string told(const Comparison& comparison) {
  std::string story;
  for (const Piece& piece : comparison) {
    if (!story.empty()) story += ", ";
    story += piece.reference;
    story += "=SRI"[static_cast<std::size_t>(piece.mark)];
    story += piece.output;
  }
  return story;
}

}  // namespace

TEST_CASE("one utterance, every column") {
  // metoprolol is substituted; hartfalen against hart falen is one substitution and one insertion.
  // Characters: metoprolol -> metformine keeps m e t o r, in order, at the cost of 6 edits
  // (o->f, p->o, r stays, o->m, l->i, o->n, l->e); the space in hart falen is a seventh.
  const Row row =
      counted("Start metoprolol 50 mg bij hartfalen.", "start metformine 50 mg bij hart falen");
  CHECK(row[matched] == 4);
  CHECK(row[substituted] == 2);
  CHECK(row[removed] == 0);
  CHECK(row[inserted] == 1);
  CHECK(row[reference_words] == 6);
  CHECK(row[output_words] == 7);
  CHECK(row[character_errors] == 7);
  CHECK(row[reference_characters] == 36);  // 5 + 10 + 2 + 2 + 3 + 9 letters and 5 spaces
  CHECK(row[sentences] == 1);
  CHECK(row[sentences_with_error] == 1);
  CHECK(row[utterances_with_words] == 1);
  CHECK(row[utterance_wer_sum] == 0.5);  // 3 / 6
  // "hart falen" for hartfalen is forgiven: metoprolol remains.
  CHECK(row[compound_errors] == 1);
  CHECK(row[compounds_forgiven] == 1);
  CHECK(row.size() == word_column_count);
}

TEST_CASE("what could harm a patient is no spelling of a compound") {
  struct Case {
    Text reference, output;
    double errors, forgiven;
  };
  // Each pair by hand: the errors of plain alignment where nothing may be forgiven.
  const Case cases[] = {
      {"de bloeddruk is goed", "de bloed druk is goed", 0, 1},
      {"de bloed druk is goed", "de bloeddruk is goed", 0, 1},
      {"niet reanimeren", "nietreanimeren", 2, 0},
      {"12 mg", "1 2 mg", 2, 0},
      {"pols instabiel", "pols in stabiel", 2, 0},
      {"twintig vier", "twintigvier", 2, 0},
      {"bloeddruk", "bloed drug", 2, 0},
      {"", "bloed druk", 2, 0},
      {"bloed druk", "", 2, 0},
  };
  for (const Case& example : cases) {
    INFO(*example.reference << " | " << *example.output);
    const Row row = counted(example.reference, example.output);
    CHECK(row[compound_errors] == example.errors);
    CHECK(row[compounds_forgiven] == example.forgiven);
  }
}

TEST_CASE("an utterance without reference words, without output, without either") {
  struct Case {
    Text reference, output;
    double removed, inserted, characters, with_error, with_words, share;
  };
  const auto example = GENERATE(values<Case>({
      // The ten words of SCTK's sentence empty-1: all inserted, nothing in the denominators.
      {"", "a b c d e f g h i j", 0, 10, 19, 1, 0, 0},
      {"...", "uh", 0, 1, 2, 1, 0, 0},
      {"", "", 0, 0, 0, 0, 0, 0},
      {"", std::nullopt, 0, 0, 0, 0, 0, 0},
      {"geen pijn", "", 2, 0, 9, 1, 1, 1},
      {"geen pijn", std::nullopt, 2, 0, 9, 1, 1, 1},
      {"geen pijn", "?!", 2, 0, 9, 1, 1, 1},
  }));
  const Row row = counted(example.reference, example.output);
  CHECK(row[matched] == 0);
  CHECK(row[substituted] == 0);
  CHECK(row[removed] == example.removed);
  CHECK(row[inserted] == example.inserted);
  CHECK(row[character_errors] == example.characters);
  CHECK(row[sentences] == 1);
  CHECK(row[sentences_with_error] == example.with_error);
  CHECK(row[utterances_with_words] == example.with_words);
  CHECK(row[utterance_wer_sum] == example.share);
}

TEST_CASE("an output record without fields counts as empty") {
  const Text reference = "geen pijn";
  CHECK(counter().count({&reference, 1}, {})[removed] == 2);
}

TEST_CASE("characters are code points of the normalised text") {
  // Composed and decomposed spelling are the same; without the accents two code points differ.
  CHECK(counted("\u00e9\u00e9n", "e\u0301e\u0301n")[character_errors] == 0);
  const Row row = counted("\u00c9\u00e9n!", "een");
  CHECK(row[character_errors] == 2);
  CHECK(row[reference_characters] == 3);
}

TEST_CASE("sums of the rounded shares do not depend on their order") {
  // 1/3, 1/7 and 5/11 have no finite binary fraction; plain doubles give two different sums.
  const Row thirds = counted("a b c", "a b x");
  const Row sevenths = counted("a b c d e f g", "a b c d e f x");
  const Row elevenths = counted("a b c d e f g h i j k", "a b c d e f v w x y z");
  Row forward = Row::Zero(word_column_count), backward = Row::Zero(word_column_count);
  for (int time = 0; time < 1000; ++time) forward += thirds;
  for (int time = 0; time < 1000; ++time) forward += sevenths;
  for (int time = 0; time < 1000; ++time) forward += elevenths;
  for (int time = 0; time < 1000; ++time) backward += elevenths + sevenths + thirds;
  CHECK(forward == backward);
  CHECK(thirds[utterance_wer_sum] == Approx(1.0 / 3).epsilon(1e-8));
}

TEST_CASE("a comparison shows the normalised words side by side") {
  struct Case {
    Text reference, output;
    std::string_view story;
  };
  const auto example = GENERATE(values<Case>({
      {"Geen pijn.", "geen pijn", "geen=geen, pijn=pijn"},
      {"geen pijn op de borst", "pijn op borst nu", "geenR, pijn=pijn, op=op, deSborst, borstSnu"},
      {"", "uh", "Iuh"},
      {"geen", std::nullopt, "geenR"},
      {"", "", ""},
  }));
  CHECK(told(counter().examine({&example.reference, 1}, {&example.output, 1}).comparison) == example.story);
}

TEST_CASE("threads share a counter") {
  const Row expected = counted("geen pijn op de borst", "geen pijn op borst nu");
  std::vector<Row> sums(4, Row::Zero(word_column_count));
  std::vector<std::thread> threads;
  threads.reserve(sums.size());
  for (Row& sum : sums)
    threads.emplace_back([&sum] {
      for (int time = 0; time < 500; ++time)
        sum += counted("geen pijn op de borst", "geen pijn op borst nu");
    });
  for (std::thread& thread : threads) thread.join();
  for (const Row& sum : sums) CHECK(sum == 500 * expected);
}

TEST_CASE("with a term list the same utterance has its clinical columns as well") {
  const TermList terms{"nl",
                       {{"metoprolol", ConceptType::drug, {"metoprolol"}},
                        {"metformin", ConceptType::drug, {"metformine"}},
                        {"fever", ConceptType::symptom, {"koorts"}},
                        {"heart-failure", ConceptType::diagnosis, {"hartfalen"}}}};
  const TranscriptCounter clinical(*find_normaliser("basic-1"), terms);
  const Text said = "Metoprolol 50 mg bij hartfalen <komma> geen koorts <punt> linkerarm dik",
             written = "metoprolol 500 mg bij hart falen. koorts. rechterarm dik 06-12345678";
  const Row row = clinical.count({&said, 1}, {&written, 1});
  REQUIRE(row.size() == column_count);
  // The commands are no words: metoprolol 50 mg bij hartfalen geen koorts linkerarm dik.
  CHECK(row[reference_words] == 9);
  CHECK(row[concepts_said] == 3);
  CHECK(row[concepts_written] == 3);
  CHECK(row[concepts_hit] == 3);
  CHECK(row[concepts_bag_hit] == 3);
  CHECK(row[concept_words_wrong] == 0);
  CHECK(row[entities_strict] == 3);
  CHECK(row[medications_said] == 1);
  CHECK(row[medications_right] == 0);
  CHECK(row[numbers_said] == 1);
  CHECK(row[numbers_wrong] == 1);
  CHECK(row[polarities_matched] == 3);
  CHECK(row[negations_lost] == 1);
  CHECK(row[sides_said] == 1);
  CHECK(row[sides_flipped] == 1);
  CHECK(row[commands_spoken] == 2);
  CHECK(row[commands_executed] == 1);  // a full stop for the comma
  CHECK(row[privacy_found] == 1);
  CHECK(row[findings_severity_4] == 3);  // the dose, the negation, the side
  CHECK(row[sentences_with_severity_4] == 1);
  CHECK(row.head(word_column_count) == counter().count({&said, 1}, {&written, 1}));

  const Examination shown = clinical.examine({&said, 1}, {&written, 1});
  std::string kinds;
  for (const CaseFinding& finding : shown.findings) kinds += std::string(finding.kind) + " ";
  CHECK(kinds.find("dose_value_wrong negation_lost side_flipped") != std::string::npos);
  REQUIRE(shown.disclosures.size() == 1);
  CHECK(shown.disclosures[0].kind == "phone");
  CHECK(shown.disclosures[0].masked == "phone ##-########");
  const Examination words = counter().examine({&said, 1}, {&written, 1});
  CHECK(words.findings.empty());
  CHECK(words.disclosures.empty());
  // hartfalen, hart falen: words 4 and 4 to 5, with a list or without.
  const std::vector<Forgiven> apart{{{4, 5}, {4, 6}}};
  CHECK(shown.forgiven == apart);
  CHECK(words.forgiven == apart);
}

TEST_CASE("another scorer's way is what a reader is shown") {
  const auto shown = [](AlignmentMode align) {
    const Text reference = "left knee and hip hurt", output = "hip hurt a lot today";
    const TranscriptCounter one(*find_normaliser("basic-1"), {}, {align, std::nullopt});
    const Row row = one.count({&reference, 1}, {&output, 1});
    const Comparison comparison = one.examine({&reference, 1}, {&output, 1}).comparison;
    double marks[4] = {};
    for (const Piece& piece : comparison) ++marks[static_cast<std::size_t>(piece.mark)];
    CHECK(marks[static_cast<std::size_t>(Mark::correct)] == row[matched]);
    CHECK(marks[static_cast<std::size_t>(Mark::substituted)] == row[substituted]);
    CHECK(marks[static_cast<std::size_t>(Mark::removed)] == row[removed]);
    CHECK(marks[static_cast<std::size_t>(Mark::inserted)] == row[inserted]);
    return told(comparison);
  };
  // keur and those at one an error substitute all five; sclite takes six gaps at 18, not 20.
  CHECK(shown(AlignmentMode::sclite) ==
        "leftR, kneeR, andR, hip=hip, hurt=hurt, Ia, Ilot, Itoday");
  CHECK(shown(AlignmentMode::kaldi) ==
        "leftShip, kneeShurt, andSa, hipSlot, hurtStoday");
  CHECK(shown(AlignmentMode::rapidfuzz) ==
        "leftShip, kneeShurt, andSa, hipSlot, hurtStoday");
}
