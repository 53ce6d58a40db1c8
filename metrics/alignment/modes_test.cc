// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/modes.h"

#include <array>
#include <random>
#include <string>

#include "metrics/alignment/modes_textbook.h"
#include "metrics/text/tokens.h"
#include "tests/catch.h"

using namespace keur;

namespace {

using Sentence = std::vector<std::string_view>;
using Mode = AlignmentMode;

std::array<long, 4> numbers(const EditCounts& counts) {
  return {counts.matched, counts.substituted, counts.removed, counts.inserted};
}

std::array<long, 4> counted(Mode mode, std::string_view reference, std::string_view output) {
  Sentence left, right;
  split(reference, left);
  split(output, right);
  return numbers(ModeAligner().count(mode, left, right));
}

const std::vector<std::string>& vocabulary() {
  static const auto words = [] {
    std::vector<std::string> list;
    for (int number = 0; number < 3000; ++number) list.push_back("w" + std::to_string(number));
    return list;
  }();
  return words;
}

Sentence random_sentence(std::size_t length, std::size_t words, std::mt19937& random) {
  Sentence sentence(length);
  for (auto& word : sentence) word = vocabulary()[random() % words];
  return sentence;
}

Sentence distorted(const Sentence& reference, std::size_t percent, std::size_t words,
                   std::mt19937& random) {
  Sentence output;
  for (const auto word : reference) {
    const auto kind = random() % 100 >= percent ? 3 : random() % 3;
    if (kind == 1) output.push_back(vocabulary()[random() % words]);
    if (kind >= 2) output.push_back(word);
    if (kind == 2) output.push_back(vocabulary()[random() % words]);
  }
  return output;
}

}  // namespace

TEST_CASE("each scorer divides the same pair in its own way") {
  using Counts = std::array<long, 4>;  // matched, substituted, removed, inserted
  struct Case {
    Mode mode;
    std::string_view reference, output;
    Counts counts;
  };
  const auto example = GENERATE(values<Case>({
      {Mode::sclite, "", "", {0, 0, 0, 0}},
      {Mode::kaldi, "", "a b", {0, 0, 0, 2}},
      {Mode::rapidfuzz, "a b", "", {0, 0, 2, 0}},
      // The costs tie at 12: sclite takes three substitutions, not two removals and two insertions
      // around b; the latter would be four errors.
      {Mode::sclite, "d c b", "b g g", {0, 3, 0, 0}},
      // Two gaps around a match cost sclite 6, two substitutions 8; to the others both are 2.
      {Mode::sclite, "a b", "b a", {1, 0, 1, 1}},
      {Mode::kaldi, "a b", "b a", {1, 0, 1, 1}},
      {Mode::rapidfuzz, "a b", "b a", {1, 0, 1, 1}},
      // Six gaps around x y cost sclite 18, five substitutions 20: one error more than the
      // distance.
      {Mode::sclite, "a b c x y", "x y p q r", {2, 0, 3, 3}},
      {Mode::kaldi, "a b c x y", "x y p q r", {0, 5, 0, 0}},
      {Mode::kaldi, "a b c", "x", {0, 1, 2, 0}},
  }));
  INFO(example.reference << " | " << example.output);
  CHECK(counted(example.mode, example.reference, example.output) == example.counts);
}

TEST_CASE("equals each tool's rule read out loud") {
  std::mt19937 random(4);
  // The second one looks for a corridor however short the pair.
  ModeAligner aligners[] = {ModeAligner(), ModeAligner(1)};
  Aligner plain;
  for (int round = 0; round < 6000; ++round) {
    const std::size_t words = 1 + random() % 20, length = random() % 40;
    const Sentence reference = random_sentence(length, words, random);
    const Sentence output = round % 3 == 0 ? random_sentence(random() % 40, words, random)
                                           : distorted(reference, random() % 90, words, random);
    for (const Mode mode : {Mode::sclite, Mode::kaldi, Mode::rapidfuzz}) {
      const EditCounts counts = aligners[round % 2].count(mode, reference, output);
      const auto expected = numbers(textbook_mode_counts(mode, reference, output));
      if (numbers(counts) != expected)
        UNSCOPED_INFO(static_cast<int>(mode)
                      << Catch::Detail::stringify(reference) << Catch::Detail::stringify(output));
      REQUIRE(numbers(counts) == expected);
      // With unit costs every rule finds the same total.
      if (mode != Mode::sclite) REQUIRE(counts.errors() == plain.count(reference, output).errors());
    }
  }
}

TEST_CASE("a pair that is halved keeps its total") {
  std::mt19937 random(5);
  ModeAligner aligner;
  Aligner plain;
  for (int round = 0; round < 3; ++round) {
    const Sentence reference = random_sentence(3000, 3000, random);
    const Sentence output = distorted(reference, 30, 3000, random);
    const EditCounts counts = aligner.count(Mode::rapidfuzz, reference, output);
    CHECK(counts.errors() == plain.count(reference, output).errors());
    CHECK(counts.matched + counts.substituted + counts.removed == 3000);
    CHECK(counts.matched + counts.substituted + counts.inserted ==
          static_cast<long>(output.size()));
  }
}

TEST_CASE("takes more words than a sixteen-bit index can count") {
  // sclite itself refuses more than 65,535 words. One word in a thousand is left out of the output.
  std::vector<std::string> words;
  words.reserve(70000);
  for (int number = 0; number < 70000; ++number) words.push_back(std::to_string(number));
  Sentence reference, output;
  for (std::size_t at = 0; at < words.size(); ++at) {
    reference.push_back(words[at]);
    if (at % 1000 != 500) output.push_back(words[at]);
  }
  CHECK(numbers(ModeAligner().count(Mode::sclite, reference, output)) ==
        std::array<long, 4>{69930, 0, 70, 0});
}
