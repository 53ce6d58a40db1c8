// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/laterality.h"

#include "metrics/transcript/clinical_test.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

TEST_CASE("words that hold a side") {
  CHECK(side_of("links") == Side::left);
  CHECK(side_of("linkerheup") == Side::left);
  CHECK(side_of("rechtsonder") == Side::right);
  CHECK(side_of("beiderzijds") == Side::both);
  CHECK(side_of("laterale") == Side::lateral);
  CHECK_FALSE(side_of("rechtstreeks").has_value());
  CHECK_FALSE(side_of("rechtspraak").has_value());
  CHECK_FALSE(side_of("heup").has_value());
}

TEST_CASE("sides that flip, get lost and appear") {
  struct Case {
    std::string_view reference, output;
    int in_reference, flipped, lost, added;
  };
  const auto example = GENERATE(values<Case>({
      {"pijn linkerheup", "pijn rechterheup", 1, 1, 0, 0},
      {"pijn linkerheup", "pijn linker heup", 1, 0, 0, 0},
      {"pijn linkerheup", "pijn rechter heup", 1, 1, 0, 0},
      {"pijn linkerheup", "pijn heup", 1, 0, 1, 0},
      {"pijn heup", "pijn linkerheup", 0, 0, 0, 1},
      {"oedeem beiderzijds", "oedeem links", 1, 1, 0, 0},
      {"links meer dan rechts", "rechts meer dan links", 2, 2, 0, 0},
      {"mediaal van de knie", "lateraal van de knie", 1, 1, 0, 0},
      {"linker knie mediaal", "linker knie", 2, 0, 1, 0},
      {"links", "lateraal", 1, 0, 1, 1},                 // another axis is another thing
      {"de linkerhand", "een linker hond", 1, 0, 0, 0},  // the hand is lost, its side is not
      {"pijn", "pijn", 0, 0, 0, 0},
  }));
  CAPTURE(example.reference, example.output);
  const Pair pair(example.reference, example.output);
  const auto counts = compare_sides(pair.reference, pair.output, {}, {}, pair.layout).counts;
  CHECK(counts.reference == example.in_reference);
  CHECK(counts.flipped == example.flipped);
  CHECK(counts.lost == example.lost);
  CHECK(counts.added == example.added);
}

TEST_CASE("a side belongs to the nearest concept") {
  const TermFinder finder(terms_of({{"wound", ConceptType::finding, {"wond"}},
                                    {"pain", ConceptType::symptom, {"pijn"}}}),
                          *find_normaliser("basic-1"));
  const Pair pair("wond links en verder nog wat pijn", "wond rechts en verder nog wat pijn");
  const auto report = compare_sides(pair.reference, pair.output, finder.find(pair.reference),
                                    finder.find(pair.output), pair.layout);
  REQUIRE(report.differences.size() == 1);
  CHECK(report.differences[0].occurrence == 0u);
  CHECK(report.differences[0].reference == WordRange{1, 2});
  CHECK(report.differences[0].output == WordRange{1, 2});
}
