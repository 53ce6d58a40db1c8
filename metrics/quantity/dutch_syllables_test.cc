// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/dutch_syllables.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/catch.h"

using namespace keur;

TEST_CASE("the rule agrees with syllables counted by hand") {
  std::ifstream file(KEUR_SOURCE_DIR "/fixtures/vectors/dutch_syllables.json");
  REQUIRE(file);
  const auto vectors = nlohmann::json::parse(file);
  REQUIRE(vectors["cases"].size() == 40);
  for (const auto& one : vectors["cases"]) {
    CAPTURE(one.dump());
    CHECK(dutch_syllables(one["word"].get<std::string>()) == one["gold"].get<int>());
  }
}

TEST_CASE("capitals, combining marks and words without vowels") {
  CHECK(dutch_syllables("PATIËNT") == 3);
  CHECK(dutch_syllables("patie\u0308nt") == 3);
  CHECK(dutch_syllables("yoghurt") == 2);
  CHECK(dutch_syllables("mmhg") == 0);
  CHECK(dutch_syllables("") == 0);
}
