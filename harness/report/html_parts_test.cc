// SPDX-License-Identifier: Apache-2.0
#include "harness/report/html_parts.h"

#include "harness/report/html_sections.h"
#include "harness/report/palette.h"
#include "tests/catch.h"

namespace keur {

TEST_CASE("numbers get a true minus and spaces that hold") {
  CHECK(typeset("-0.6 \u2013 +3.0 points") == "\u22120.6\u00A0\u2013\u00A0+3.0\u00A0points");
}

TEST_CASE("undefined is a dash, never zero") {
  Measurement measurement;
  CHECK(value_text(measurement) == "\u2013");
  CHECK(interval_text(measurement) == "\u2013");
  measurement.value = 0;
  CHECK(value_text(measurement) == "0.0%");
}

TEST_CASE("the rest of a sentence becomes one") {
  CHECK(as_sentence("4 of 8 <gates> passed") == "4 of 8 &lt;gates&gt; passed.");
  CHECK(as_sentence("the interval holds the limit") == "The interval holds the limit.");
  CHECK(as_sentence("Done.") == "Done.");
  CHECK(as_sentence("") == "");
}

TEST_CASE("headings that are the same in both languages are said once") {
  CHECK(heading_cell("Status", "Status") == "<th scope=\"col\">Status</th>");
  CHECK(heading_cell("Case", "Geval") ==
        "<th scope=\"col\">Case<br><span lang=\"nl\">Geval</span></th>");
}

TEST_CASE("clusters keep their name where the Dutch is not known") {
  CHECK(clusters_in_dutch("speakers") == "sprekers");
  CHECK(clusters_in_dutch("ambulances") == "ambulances");
}

TEST_CASE("the style sheet knows every colour in both themes") {
  const std::string style = html_style();
  for (const Colour& colour : palette()) {
    CAPTURE(colour.name);
    CHECK(style.find("--" + std::string(colour.name) + ":" + std::string(colour.light)) !=
          std::string::npos);
    CHECK(style.find("--" + std::string(colour.name) + ":" + std::string(colour.dark)) !=
          std::string::npos);
  }
  CHECK(style.find("http") == std::string::npos);
}

}  // namespace keur
