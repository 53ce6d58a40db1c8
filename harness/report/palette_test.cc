// SPDX-License-Identifier: Apache-2.0
#include "harness/report/palette.h"

#include "tests/catch.h"

namespace keur {

TEST_CASE("contrast follows WCAG") {
  // The definition's own ends: black on white is 21, a colour on itself 1.
  CHECK(contrast("#000000", "#ffffff") == Approx(21));
  CHECK(contrast("#777777", "#777777") == Approx(1));
  // L(#767676) = ((118/255 + 0.055) / 1.055)^2.4 = 0.18116; 1.05 / 0.23116 = 4.542: the lightest
  // grey that may carry text on white.
  CHECK(contrast("#767676", "#ffffff") == Approx(4.542).epsilon(0.001));
  CHECK(contrast("#ffffff", "#767676") == contrast("#767676", "#ffffff"));
}

TEST_CASE("every ink is readable on every ground, by day and by night") {
  for (const Colour& ink : palette()) {
    if (ink.ground || ink.faint) continue;
    for (const Colour& ground : palette()) {
      if (!ground.ground) continue;
      CAPTURE(ink.name, ground.name);
      CHECK(contrast(ink.light, ground.light) >= 4.5);
      CHECK(contrast(ink.dark, ground.dark) >= 4.5);
    }
  }
}

TEST_CASE("without the style sheet the page is white, and drawings are readable there too") {
  for (const Colour& ink : palette())
    if (!ink.ground && !ink.faint) CHECK(contrast(ink.light, "#ffffff") >= 4.5);
}

TEST_CASE("colours are found by name") {
  CHECK(colour("ink") == "#1d2127");
  CHECK_THROWS_AS(colour("mauve"), std::logic_error);
}

}  // namespace keur
