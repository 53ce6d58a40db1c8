// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/spelling.h"

#include <vector>

#include "tests/catch.h"

using namespace keur;

TEST_CASE("the nearest candidate is named when it is near enough") {
  const std::vector<std::string> words = {"metric", "level", "id", "at_most", "at_least", "why"};
  struct Example {
    const char *written, *meant;
  };
  const Example examples[] = {
      {"metric", "metric"},   // itself
      {"metirc", "metric"},   // two neighbours swapped: one slip
      {"metrc", "metric"},    // a letter lost
      {"mettric", "metric"},  // a letter too many
      {"netrik", "metric"},   // two letters wrong
      {"netrok", ""},         // three
      {"levle", "level"},     // swapped
      {"hwy", "why"},         // a short word may have one slip
      {"hwi", ""},            // not two
      {"di", "id"},
      {"xy", ""},
      {"at_mots", "at_most"},
      {"", ""},  // everything is as far as it is long
      {"threshold", ""},
  };
  for (const Example& example : examples) {
    INFO(example.written);
    CHECK(nearest(example.written, words) == example.meant);
  }
}

TEST_CASE("of two candidates equally near the earlier is named") {
  const std::vector<std::string> words = {"first-a", "first-b"};
  CHECK(nearest("first-c", words) == "first-a");
  CHECK(nearest("first-b", words) == "first-b");
  CHECK(nearest("anything", std::vector<std::string>{}) == "");
}

TEST_CASE("words are listed in the order given") {
  CHECK(listed(std::vector<std::string>{}) == "");
  CHECK(listed(std::vector<std::string>{"b"}) == "b");
  CHECK(listed(std::vector<std::string>{"b", "a"}) == "b, a");
}
