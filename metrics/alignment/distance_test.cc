// SPDX-License-Identifier: Apache-2.0
#include <random>
#include <string>

#include "metrics/alignment/aligner.h"
#include "metrics/alignment/aligner_textbook.h"
#include "metrics/core/utf8.h"
#include "metrics/text/tokens.h"
#include "tests/catch.h"

using namespace keur;

namespace {

std::u32string random_text(std::size_t length, std::u32string_view alphabet, std::mt19937& random) {
  std::u32string text;
  while (text.size() < length) text += alphabet[random() % alphabet.size()];
  return text;
}

std::u32string distorted(const std::u32string& text, unsigned per_mille,
                         std::u32string_view alphabet, std::mt19937& random) {
  std::u32string result;
  for (const char32_t c : text) {
    if (random() % 1000 >= per_mille) {
      result += c;
      continue;
    }
    const auto kind = random() % 3;
    if (kind == 0) result += alphabet[random() % alphabet.size()];
    if (kind == 1) result += {c, alphabet[random() % alphabet.size()]};
  }
  return result;
}

std::size_t textbook_distance(const std::u32string& reference, const std::u32string& output) {
  return edit_table(reference, output)[reference.size()][output.size()];
}

}  // namespace

TEST_CASE("the distance of code points") {
  struct Case {
    std::u32string reference, output;
    std::size_t distance;
  };
  const auto example = GENERATE(values<Case>({
      {U"", U"", 0},
      {U"abc", U"", 3},
      {U"", U"abc", 3},
      {U"pijn", U"pijn", 0},
      {U"kitten", U"sitting", 3},  // k -> s, e -> i, + g: the example of Wagner and Fischer's heirs
      {U"\u00e9\u00e9n", U"een", 2},
      {U"\U0001F600a", U"a", 1},
      {U"ab", U"ba", 2},  // no transpositions
  }));
  Aligner aligner;
  CHECK(aligner.distance(example.reference, example.output) == example.distance);
  CHECK(aligner.distance(example.output, example.reference) == example.distance);
}

TEST_CASE("equals the textbook at every length and error rate") {
  const std::u32string_view alphabet =
      GENERATE(as<std::u32string_view>{}, U"ab", U"abcdefghijklmnop ",
               U"a\u00e9\u03bc\u0416\u4e2d\U0001F600\U0010FFFF");
  std::mt19937 random(3);
  // The second one looks for a guide, the third also for a corridor, however short the pair.
  Aligner aligner, by_guide({1, 1, 1000000}), in_corridor({1, 1, 1});
  for (const std::size_t length : {1, 10, 63, 64, 65, 100, 128, 129, 192, 256, 257, 400, 900})
    for (const unsigned per_mille : {0u, 10u, 100u, 400u, 1000u}) {
      const std::u32string reference = random_text(length, alphabet, random);
      const std::u32string output = distorted(reference, per_mille, alphabet, random);
      CAPTURE(length, per_mille);
      const std::size_t expected = textbook_distance(reference, output);
      REQUIRE(aligner.distance(reference, output) == expected);
      REQUIRE(by_guide.distance(reference, output) == expected);
      REQUIRE(in_corridor.distance(reference, output) == expected);
    }
}

TEST_CASE("equals the textbook when the band has to widen") {
  // A block moved from front to back, or lengths far apart, takes the best way far off the
  // diagonal.
  const std::u32string_view alphabet = U"abcdefgh";
  std::mt19937 random(4);
  Aligner aligner, by_guide({1, 1, 1000000}), in_corridor({1, 1, 1});
  for (const std::size_t moved : {0, 100, 300, 700, 1200}) {
    const std::u32string kept = random_text(1500, alphabet, random);
    const std::u32string block = random_text(moved, alphabet, random);
    for (const auto& [reference, output] :
         {std::pair(block + kept, kept + block), std::pair(block + kept, kept),
          std::pair(kept, random_text(moved, alphabet, random)),
          std::pair(kept, random_text(kept.size() + moved, alphabet, random))}) {
      CAPTURE(moved);
      const std::size_t expected = textbook_distance(reference, output);
      REQUIRE(aligner.distance(reference, output) == expected);
      REQUIRE(by_guide.distance(reference, output) == expected);
      REQUIRE(in_corridor.distance(reference, output) == expected);
    }
  }
}

TEST_CASE("a way of words, right or wrong, does not change the distance of their texts") {
  std::mt19937 random(5);
  Aligner word_aligner, plain({1, 1000000, 1}), in_corridor({1, 1, 1});
  const std::string_view vocabulary[] = {"de", "pijn", "\u00e9\u00e9n", "a", "ademnood", "links",
                                         "de", "hoestte"};
  std::size_t wrong = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string_view> sides[2];
    for (std::size_t at = random() % 150; at > 0; --at) {
      const auto kind = random() % 6;
      const std::string_view word = vocabulary[random() % std::size(vocabulary)];
      if (kind != 0) sides[0].push_back(word);
      if (kind != 1)
        sides[1].push_back(kind == 2 ? vocabulary[random() % std::size(vocabulary)] : word);
    }
    std::string texts[2];
    for (const int side : {0, 1})
      for (const auto word : sides[side]) {
        if (!texts[side].empty()) texts[side] += ' ';
        texts[side] += word;
      }
    std::vector<Edit> way = word_aligner.trace(sides[0], sides[1]);
    const std::size_t expected = plain.distance(texts[0], texts[1]);
    wrong += in_corridor.distance(texts[0], texts[1], way) != expected;
    for (Edit& edit : way) edit = static_cast<Edit>(random() % 4);
    way.resize(way.size() + random() % 3, Edit::match);
    wrong += in_corridor.distance(texts[0], texts[1], way) != expected;
    wrong += in_corridor.distance(texts[0], texts[1], {}) != expected;
  }
  CHECK(wrong == 0);
}

TEST_CASE("removing every tenth of sixty thousand code points costs six thousand") {
  // All code points differ, so nothing else can match.
  std::u32string reference, output;
  for (char32_t c = 0x10000; reference.size() < 60000; ++c) {
    reference += c;
    if (reference.size() % 10 != 4) output += c;
  }
  Aligner aligner;
  CHECK(aligner.distance(reference, output) == 6000);
}

TEST_CASE("texts are compared by their code points, whether all of them are ASCII or not") {
  std::mt19937 random(11);
  Aligner aligner;
  std::size_t wrong = 0;
  for (int round = 0; round < 4000; ++round) {
    // Every other round a few letters beyond ASCII, now and then texts beyond one strip.
    const std::u32string_view alphabet = round % 2 ? U"abcd e" : U"ab \u00e9\u00eb\u20ac\U0001F600";
    const std::size_t length = random() % (round % 50 == 0 ? 900 : 40);
    const std::u32string reference = random_text(length, alphabet, random);
    const std::u32string output = distorted(reference, 200, alphabet, random);
    std::string bytes[2];
    for (const char32_t c : reference) append_code_point(c, bytes[0]);
    for (const char32_t c : output) append_code_point(c, bytes[1]);
    wrong += aligner.distance(std::string_view(bytes[0]), std::string_view(bytes[1])) !=
             aligner.distance(std::u32string_view(reference), std::u32string_view(output));
    wrong += count_code_points(bytes[0]) != reference.size();
  }
  CHECK(wrong == 0);
}
