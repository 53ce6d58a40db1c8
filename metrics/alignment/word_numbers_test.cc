// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/word_numbers.h"

#include <map>
#include <string>

#include "tests/catch.h"

using namespace keur;

TEST_CASE("equal words have equal numbers, in the order of first appearance") {
  WordNumbers numbers;
  numbers.start(4);
  CHECK(numbers.add("pijn") == 1);
  CHECK(numbers.add("geen") == 2);
  CHECK(numbers.add(std::string("pijn")) == 1);
  CHECK(numbers.count() == 2);
  CHECK(numbers.find("geen") == 2);
  CHECK(numbers.find("koorts") == WordNumbers::absent);
}

TEST_CASE("nothing is remembered from the pair before") {
  WordNumbers numbers;
  numbers.start(1);
  numbers.add("pijn");
  numbers.start(1);
  CHECK(numbers.count() == 0);
  CHECK(numbers.find("pijn") == WordNumbers::absent);
}

TEST_CASE("words that differ in any one byte, or in length, are told apart") {
  // Lengths around the widths at which a word is read: 1-3, 4-7, 8-16 and more bytes.
  std::vector<std::string> words{""};
  for (std::size_t length = 1; length <= 40; ++length) {
    words.emplace_back(length, 'a');
    for (std::size_t at = 0; at < length; ++at) {
      words.emplace_back(length, 'a');
      words.back()[at] = 'b';
    }
  }
  WordNumbers numbers;
  numbers.start(words.size());
  for (std::size_t at = 0; at < words.size(); ++at) REQUIRE(numbers.add(words[at]) == at + 1);
  for (std::size_t at = 0; at < words.size(); ++at)
    REQUIRE(numbers.find(std::string(words[at])) == at + 1);
}

TEST_CASE("more kinds of words than there was room for") {
  WordNumbers numbers;
  std::vector<std::string> words;
  for (int word = 0; word < 20000; ++word) words.push_back("w" + std::to_string(word));
  for (int round = 0; round < 2; ++round) {
    numbers.start(10);
    for (std::size_t at = 0; at < words.size(); ++at) REQUIRE(numbers.add(words[at]) == at + 1);
    for (std::size_t at = 0; at < words.size(); ++at) REQUIRE(numbers.find(words[at]) == at + 1);
    CHECK(numbers.find("w") == WordNumbers::absent);
    CHECK(numbers.count() == words.size());
  }
}
