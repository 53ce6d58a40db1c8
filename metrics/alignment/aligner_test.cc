// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/aligner.h"

#include <random>
#include <string>

#include "metrics/alignment/aligner_textbook.h"
#include "metrics/text/tokens.h"
#include "tests/catch.h"

using namespace keur;

namespace {

using Sentence = std::vector<std::string_view>;

std::string letters(const std::vector<Edit>& trace) {
  std::string result;
  for (const Edit edit : trace) result += "MSRI"[static_cast<std::size_t>(edit)];
  return result;
}

std::string aligned(std::string_view reference, std::string_view output) {
  Sentence left, right;
  split(reference, left);
  split(output, right);
  Aligner aligner;
  return letters(aligner.trace(left, right));
}

// The counts, the trace and the slow twin's trace tell one story.
void check_against_textbook(Aligner& aligner, const Sentence& reference, const Sentence& output) {
  const std::vector<Edit> expected = textbook_trace(reference, output);
  const bool same_trace = aligner.trace(reference, output) == expected;
  const auto times = [&expected](Edit edit) {
    return static_cast<long>(std::count(expected.begin(), expected.end(), edit));
  };
  const EditCounts counts = aligner.count(reference, output);
  const bool same_counts =
      counts.matched == times(Edit::match) && counts.substituted == times(Edit::substitute) &&
      counts.removed == times(Edit::remove) && counts.inserted == times(Edit::insert) &&
      static_cast<std::size_t>(counts.errors()) ==
          edit_table(reference, output)[reference.size()][output.size()] &&
      aligner.distance(reference, output) == static_cast<std::size_t>(counts.errors());
  if (!same_trace || !same_counts)
    UNSCOPED_INFO(Catch::Detail::stringify(reference) << Catch::Detail::stringify(output));
  REQUIRE(same_trace);
  REQUIRE(same_counts);
}

// Every sentence of at most `longest` words over {a, b, c}.
std::vector<Sentence> small_world(std::size_t longest) {
  std::vector<Sentence> world{{}};
  for (std::size_t at = 0; at < world.size(); ++at) {
    if (world[at].size() == longest) continue;
    for (const std::string_view word : {"a", "b", "c"}) {
      Sentence longer = world[at];
      longer.push_back(word);
      world.push_back(longer);
    }
  }
  return world;
}

const std::vector<std::string>& vocabulary() {
  static const auto words = [] {
    std::vector<std::string> list;
    list.reserve(400);
    for (int number = 0; number < 400; ++number)
      list.push_back(std::string(static_cast<std::size_t>(number % 23), 'w') +
                     std::to_string(number));
    return list;
  }();
  return words;
}

// `reference` with each word, by chance `percent` / 100, left out, replaced or followed by another.
Sentence distorted(const Sentence& reference, unsigned percent, std::size_t words,
                   std::mt19937& random) {
  Sentence output;
  const auto any = [&] { return std::string_view(vocabulary()[random() % words]); };
  for (const auto word : reference) {
    if (random() % 100 >= percent) {
      output.push_back(word);
      continue;
    }
    const auto kind = random() % 3;
    if (kind == 0) output.push_back(any());
    if (kind == 1) output.insert(output.end(), {word, any()});
  }
  return output;
}

Sentence random_sentence(std::size_t length, std::size_t words, std::mt19937& random) {
  Sentence sentence(length);
  for (auto& word : sentence) word = vocabulary()[random() % words];
  return sentence;
}

}  // namespace

TEST_CASE("the tie rule: match, else substitution, else removal, else insertion") {
  struct Case {
    std::string_view reference, output, trace;
  };
  const auto example = GENERATE(values<Case>({
      {"", "", ""},
      {"a b", "", "RR"},
      {"", "a b", "II"},
      {"a b c", "a b c", "MMM"},
      {"a b c", "a x c", "MSM"},
      // Two ways at cost one: the last a is matched, so the first is inserted or removed.
      {"a", "a a", "IM"},
      {"a a", "a", "RM"},
      // a b -> b a costs two either way: two substitutions are preferred.
      {"a b", "b a", "SS"},
      // One substitution and one removal: the substitution is taken last.
      {"a b", "x", "RS"},
      {"x", "a b", "IS"},
      // Matching b costs two: remove a, match b, insert x.
      {"a b", "b x", "SS"},
      {"a b c", "b c x", "RMMI"},
  }));
  CHECK(aligned(example.reference, example.output) == example.trace);
}

TEST_CASE("equals the textbook on every pair of up to five words over three") {
  const std::vector<Sentence> world = small_world(5);
  // The second one looks for a corridor however short the pair.
  Aligner aligner, in_corridors({1, 1, 1});
  bool in_corridor = false;
  // 364 sentences: 1 + 3 + 9 + 27 + 81 + 243.
  REQUIRE(world.size() == 364);
  for (const Sentence& reference : world)
    for (const Sentence& output : world) {
      check_against_textbook(aligner, reference, output);
      if ((in_corridor = !in_corridor)) check_against_textbook(in_corridors, reference, output);
    }
}

TEST_CASE("equals the textbook around the borders of words and strips") {
  std::mt19937 random(1);
  Aligner aligner, in_corridors({1, 1, 1});
  for (const std::size_t length : {1, 2, 15, 63, 64, 65, 127, 128, 129, 200, 255, 256, 257, 520})
    for (const unsigned percent : {0u, 5u, 20u, 50u, 100u})
      for (const std::size_t words : {2, 30, 400})
        for (int round = 0; round < (length > 200 ? 2 : 8); ++round) {
          const Sentence reference = random_sentence(length, words, random);
          const Sentence output = distorted(reference, percent, words, random);
          Aligner& one = round % 2 == 0 ? aligner : in_corridors;
          check_against_textbook(one, reference, output);
          check_against_textbook(one, output, reference);
        }
}

TEST_CASE("equals the textbook on unrelated sentences of any two lengths") {
  std::mt19937 random(2);
  Aligner aligner;
  for (int round = 0; round < 1500; ++round) {
    const std::size_t words = 1 + random() % 12;
    const Sentence reference = random_sentence(random() % 150, words, random);
    check_against_textbook(aligner, reference, random_sentence(random() % 150, words, random));
  }
}

TEST_CASE("equals the textbook where passages are left out, put in or moved") {
  std::mt19937 random(5);
  Aligner in_corridors({1, 1, 1});
  for (int round = 0; round < 12; ++round) {
    const std::size_t words = round % 3 == 0 ? 5 : 400;
    const Sentence beginning = random_sentence(400, words, random),
                   passage = random_sentence(20 + random() % 300, words, random),
                   end = random_sentence(300, words, random);
    const auto joined = [](std::initializer_list<Sentence> parts) {
      Sentence all;
      for (const Sentence& part : parts) all.insert(all.end(), part.begin(), part.end());
      return all;
    };
    const Sentence reference = joined({beginning, passage, end});
    for (const Sentence& output :
         {joined({beginning, end}), joined({beginning, end, passage}),
          joined({beginning, passage, random_sentence(100, words, random), passage, end})})
      check_against_textbook(in_corridors, reference, distorted(output, 5, words, random));
  }
}

TEST_CASE("aligns a pair of twenty thousand words") {
  // Of every ten words one is left out, one replaced by x, and a y follows one: 2,000 of each. To
  // pair a removal with an insertion as one substitution would cost the matches between them, and
  // there are at least three.
  Sentence reference, output;
  std::vector<std::string> words;
  words.reserve(20000);
  for (int number = 0; number < 20000; ++number) words.push_back("w" + std::to_string(number));
  for (std::size_t at = 0; at < words.size(); ++at) {
    reference.push_back(words[at]);
    if (at % 10 == 2) continue;
    output.push_back(at % 10 == 5 ? std::string_view("x") : std::string_view(words[at]));
    if (at % 10 == 8) output.push_back("y");
  }
  Aligner aligner;
  const EditCounts counts = aligner.count(reference, output);
  CHECK(counts.matched == 16000);
  CHECK(counts.substituted == 2000);
  CHECK(counts.removed == 2000);
  CHECK(counts.inserted == 2000);
}
