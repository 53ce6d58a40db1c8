// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/read_terms.h"

#include "metrics/core/diagnostics_test.h"
#include "tests/catch.h"

using namespace keur;

TEST_CASE("a term list is read whole") {
  Diagnostics problems;
  const auto list =
      read_terms("terms.yaml",
                 "keur_terms: 1\nlanguage: nl\nconcepts:\n"
                 "  - {id: mi, type: diagnosis, terms: [hartinfarct, \"acuut hartinfarct\"]}\n"
                 "  - {id: metoprolol, type: drug, terms: [Selokeen]}\n",
                 problems);
  CHECK(places(problems) == "");
  REQUIRE(list);
  CHECK(list->language == "nl");
  CHECK(list->concepts ==
        std::vector<Concept>{{"mi", ConceptType::diagnosis, {"hartinfarct", "acuut hartinfarct"}},
                             {"metoprolol", ConceptType::drug, {"Selokeen"}}});
}

TEST_CASE("every mistake in a term list has its place") {
  struct Case {
    std::string text, problems;
  };
  const std::string head = "keur_terms: 1\nlanguage: nl\nconcepts:\n";
  const auto example = GENERATE_COPY(values<Case>({
      {"keur_terms: 2\nlanguage: nl\nconcepts: [{id: a, type: drug, terms: [a]}]\n",
       "suite-format 1:13+1"},
      {"keur_terms: 1\nlanguage: de\nconcepts: [{id: a, type: drug, terms: [a]}]\n",
       "suite-unknown-choice 2:11+2"},
      {"keur_terms: 1\nlanguage: nl\nconcepts: []\n", "suite-empty-list 3:11+1"},
      {head + "  - {id: a, type: durg, terms: [a]}\n", "suite-unknown-choice 4:19+4"},
      {head + "  - {id: a, type: drug, terms: []}\n", "suite-empty-list 4:32+1"},
      {head + "  - {id: a, type: drug, terms: [a, a]}\n", "suite-duplicate-term 4:36+1"},
      {head + "  - {id: a, type: drug, terms: [a]}\n  - {id: a, type: drug, terms: [b]}\n",
       "suite-duplicate-id 5:10+1"},
      {head + "  - {id: a, type: drug, terms: [a], note: b}\n", "suite-unknown-key 4:37+4"},
      {head + "  - {id: a, terms: [a]}\n", "suite-missing-key 4:5+1"},
  }));
  Diagnostics problems;
  CAPTURE(example.text);
  CHECK_FALSE(read_terms("terms.yaml", example.text, problems).has_value());
  CHECK(places(problems) == example.problems);
}
