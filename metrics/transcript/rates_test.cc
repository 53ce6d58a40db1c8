// SPDX-License-Identifier: Apache-2.0
// The metrics, from texts to values.
#include <fstream>
#include <nlohmann/json.hpp>

#include "metrics/core/family.h"
#include "metrics/transcript/columns.h"
#include "tests/catch.h"

namespace keur {
const Family& transcript_family();
}

using namespace keur;
using nlohmann::json;

namespace {

using Pair = std::pair<std::string, std::string>;

Row counted(const std::vector<Pair>& pairs) {
  const auto counter = transcript_family().counter({.choices = {{"normalise", "basic-1"}}});
  Row sums = Row::Zero(transcript::word_column_count);
  for (const auto& [reference, output] : pairs) {
    const std::optional<std::string_view> left = reference, right = output;
    sums += counter->count({&left, 1}, {&right, 1});
  }
  return sums;
}

std::optional<double> value(std::string_view metric, const Row& sums) {
  return transcript_family().metric(metric)->value(sums);
}

// A pair of texts with so many words in the reference and so many errors: words replaced, or added
// where there are none to replace.
Pair with_errors(const json& errors_and_words) {
  const int errors = errors_and_words[0], words = errors_and_words[1];
  Pair pair;
  for (int word = 0; word < std::max(words, errors); ++word) {
    if (word < words) pair.first += "w" + std::to_string(word) + " ";
    pair.second += (word < errors ? "x" : "w") + std::to_string(word) + " ";
  }
  return pair;
}

Row counted(const json& utterances) {
  std::vector<Pair> pairs;
  for (const json& utterance : utterances) pairs.push_back(with_errors(utterance));
  return counted(pairs);
}

}  // namespace

TEST_CASE("single pairs, worked by hand") {
  struct Case {
    std::string_view reference, output;
    double wer, cer, match_error_rate, word_information_lost;
  };
  const auto example = GENERATE(values<Case>({
      {"a b c", "a b c", 0, 0, 0, 0},
      // 1 matched, 1 substituted; lost 1 - 1/2 * 1/2. Characters: pijn -> mijn, 1 of 9.
      {"geen pijn", "geen mijn", 0.5, 1.0 / 9, 0.5, 0.75},
      // 1 matched, 2 substituted; lost 1 - 1/3 * 1/3. Characters: 2 of 11, two of them spaces.
      {"i can spell", "i kan cpell", 2.0 / 3, 2.0 / 11, 2.0 / 3, 8.0 / 9},
      // 3 matched, 2 inserted; lost 1 - 3/3 * 3/5. Characters: " i hope" is 7 more than 11.
      {"i can spell", "i can spell i hope", 2.0 / 3, 7.0 / 11, 0.4, 0.4},
      // Nothing matched; 1 substituted, 3 inserted: above 1. "x" -> "a b c d" takes 7 edits.
      {"x", "a b c d", 4, 7, 1, 1},
      // Nothing in the output: all is lost.
      {"geen pijn", "", 1, 1, 1, 1},
  }));
  CAPTURE(example.reference, example.output);
  const Row sums = counted(std::vector{Pair(example.reference, example.output)});
  CHECK(value("wer", sums) == Approx(example.wer));
  CHECK(value("cer", sums) == Approx(example.cer));
  CHECK(value("match_error_rate", sums) == Approx(example.match_error_rate));
  CHECK(value("word_information_lost", sums) == Approx(example.word_information_lost));
}

TEST_CASE("the error rate divides over substitutions, removals and insertions") {
  // 6 reference words: metoprolol and hartfalen substituted, one word inserted; then one removed
  // of 4 in a second utterance; a third is right. 10 reference words in all, plus 2.
  const Row sums = counted(std::vector<Pair>{
      {"start metoprolol 50 mg bij hartfalen", "start metformine 50 mg bij hart falen"},
      {"geen pijn of koorts", "geen pijn koorts"},
      {"tot morgen", "tot morgen"}});
  CHECK(value("substitution_rate", sums) == Approx(2.0 / 12));
  CHECK(value("removal_rate", sums) == Approx(1.0 / 12));
  CHECK(value("insertion_rate", sums) == Approx(1.0 / 12));
  CHECK(value("wer", sums) == Approx(4.0 / 12));
  CHECK(value("sentence_error_rate", sums) == Approx(2.0 / 3));
  // 3/6, 1/4 and 0.
  CHECK(value("mean_utterance_wer", sums) == Approx(0.25));
}

TEST_CASE("words in silence count, though silence has no words to divide by") {
  const Row silence = counted(std::vector<Pair>{{"", "a b c"}});
  CHECK(value("wer", silence) == std::nullopt);
  CHECK(value("cer", silence) == std::nullopt);
  CHECK(value("word_information_lost", silence) == std::nullopt);
  CHECK(value("mean_utterance_wer", silence) == std::nullopt);
  CHECK(value("sentence_error_rate", silence) == 1.0);
  CHECK(value("match_error_rate", silence) == 1.0);
}

TEST_CASE("sums first, one division after: the published examples") {
  std::ifstream file(KEUR_SOURCE_DIR "/fixtures/vectors/wer_aggregation.json");
  REQUIRE(file);
  const json cases = json::parse(file)["cases"];
  REQUIRE(cases.size() == 3);

  // The mean over utterances prefers B, the error rate of all words A.
  const json& inversion = cases[0];
  for (const std::string system : {"A", "B"}) {
    const Row sums = counted(inversion["system_" + system]);
    CHECK(value("wer", sums) == Approx(inversion["pooled_" + system].get<double>()));
    CHECK(value("mean_utterance_wer", sums) ==
          Approx(inversion["mean_" + system].get<double>()).epsilon(1e-8));
  }

  const json& empty = cases[1];
  CHECK(value("wer", counted(empty["utterances"])) == Approx(empty["pooled"].get<double>()));
  // Only the utterance with words is in the mean: 2/10.
  CHECK(value("mean_utterance_wer", counted(empty["utterances"])) == Approx(0.2).epsilon(1e-8));

  const json& speakers = cases[2];
  const Row first = counted(speakers["speakers"]["s1"]),
            second = counted(speakers["speakers"]["s2"]);
  CHECK(value("wer", Row(first + second)) == Approx(speakers["pooled"].get<double>()));
  CHECK((*value("wer", first) + *value("wer", second)) / 2 ==
        Approx(speakers["speaker_macro"].get<double>()));
}
