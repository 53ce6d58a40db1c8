// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/numbers.h"

#include "metrics/transcript/clinical_test.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

TEST_CASE("numbers match by what they mean, at their place") {
  struct Case {
    std::string_view reference, output;
    int in_reference, matched, wrong, lost, spurious;
  };
  const auto example = GENERATE(values<Case>({
      {"metoprolol 50 mg", "metoprolol 50 mg", 1, 1, 0, 0, 0},
      {"metoprolol 50 mg", "metoprolol vijftig milligram", 1, 1, 0, 0, 0},
      {"digoxine 125 ug", "digoxine 0,125 mg", 1, 1, 0, 0, 0},
      {"metoprolol 50 mg", "metoprolol 500 mg", 1, 0, 1, 0, 0},
      {"metoprolol 50 mg", "metoprolol 50 ml", 1, 0, 1, 0, 0},
      {"metoprolol 50 mg", "metoprolol", 1, 0, 0, 1, 0},
      {"metoprolol", "metoprolol 50 mg", 0, 0, 0, 0, 1},
      {"tensie 120/80", "tensie 120 over 80", 1, 1, 0, 0, 0},
      {"tensie 120/80", "tensie 80/120", 1, 0, 1, 0, 0},
      {"temperatuur 38,5 graden", "temperatuur 385 graden", 1, 0, 1, 0, 0},
      // Two numbers that changed places are both wrong, though both are still there.
      {"pols 70 en saturatie 96", "pols 96 en saturatie 70", 2, 0, 2, 0, 0},
      {"pols 70", "pols 70 en nog 71 kg", 1, 1, 0, 0, 1},
      {"geen pijn", "geen pijn", 0, 0, 0, 0, 0},
  }));
  CAPTURE(example.reference, example.output);
  const Pair pair(example.reference, example.output);
  const NumberCounts counts =
      compare_numbers(find_quantities(pair.reference, Language::dutch),
                      find_quantities(pair.output, Language::dutch), pair.layout)
          .counts;
  CHECK(counts.reference == example.in_reference);
  CHECK(counts.matched == example.matched);
  CHECK(counts.wrong == example.wrong);
  CHECK(counts.lost == example.lost);
  CHECK(counts.spurious == example.spurious);
  CHECK(counts.reference == counts.matched + counts.wrong + counts.lost);
}
