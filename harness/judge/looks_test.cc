// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/looks.h"

#include <cmath>

#include "tests/catch.h"

using namespace keur;

TEST_CASE("each declared look has its own level, all of them together that of the suite") {
  // Critical values of the literature at a two-sided 5 %: O'Brien-Fleming 2.797, 1.977 for two looks,
  // 3.471, 2.454, 2.004 for three; Pocock 2.178 and 2.289 (Jennison and Turnbull 2000, tables 2.1 and
  // 2.3).
  struct Example {
    int planned, current;
    bool pocock;
    double critical;
  };
  const Example examples[] = {{1, 1, false, 1.960}, {2, 1, false, 2.797}, {2, 2, false, 1.977},
                              {3, 1, false, 3.471}, {3, 2, false, 2.454}, {3, 3, false, 2.004},
                              {2, 1, true, 2.178},  {3, 3, true, 2.289}};
  for (const Example& example : examples) {
    INFO(example.current << " of " << example.planned);
    Suite suite;
    suite.looks = Looks{example.planned, example.current, example.pocock};
    CHECK(confidence_at_look(suite) ==
          Approx(std::erf(example.critical / std::sqrt(2.0))).margin(6e-5));
  }
}

TEST_CASE("without declared looks nothing changes") {
  Suite suite;
  suite.confidence = 0.9;
  CHECK(confidence_at_look(suite) == 0.9);
  CHECK(looks_in_words(suite).empty());
  suite.looks = Looks{3, 2, false};
  CHECK(looks_in_words(suite) == "look 2 of 3, O'Brien-Fleming, 90% over all looks");
}
