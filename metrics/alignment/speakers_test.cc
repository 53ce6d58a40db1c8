// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/speakers.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>

#include "metrics/alignment/assignment.h"
#include "metrics/alignment/speakers_textbook.h"
#include "metrics/alignment/words_test.h"
#include "tests/catch.h"

using namespace keur;

namespace {

std::vector<Stream> streams(const std::vector<std::string_view>& texts) {
  std::vector<Stream> result;
  for (const auto text : texts) result.push_back(words_of(text));
  return result;
}

constexpr std::string_view vocabulary[] = {"a", "b", "c", "ddd", "\xc3\xa9\xc3\xa9"};

Stream random_words(std::size_t most, std::mt19937& random) {
  Stream words(random() % (most + 1));
  for (auto& word : words) word = vocabulary[random() % std::size(vocabulary)];
  return words;
}

std::vector<Stream> random_streams(std::size_t count, std::size_t most, std::mt19937& random) {
  std::vector<Stream> result(count);
  for (auto& stream : result) stream = random_words(most, random);
  return result;
}

}  // namespace

TEST_CASE("the assignment has the least sum of all permutations") {
  std::mt19937 random(8);
  for (int round = 0; round < 500; ++round) {
    const std::size_t size = random() % 6;
    std::vector<std::vector<std::int64_t>> costs(size, std::vector<std::int64_t>(size));
    for (auto& row : costs)
      for (auto& cost : row) cost = static_cast<std::int64_t>(random() % 9) - 4;
    const auto sum_of = [&costs](const std::vector<std::size_t>& columns) {
      std::int64_t sum = 0;
      for (std::size_t row = 0; row < columns.size(); ++row) sum += costs[row][columns[row]];
      return sum;
    };
    std::vector<std::size_t> permutation(size);
    std::iota(permutation.begin(), permutation.end(), std::size_t{0});
    std::int64_t least = sum_of(permutation);
    while (std::next_permutation(permutation.begin(), permutation.end()))
      least = std::min(least, sum_of(permutation));
    std::vector<std::size_t> found = least_cost_assignment(costs);
    CHECK(sum_of(found) == least);
    std::sort(found.begin(), found.end());
    std::iota(permutation.begin(), permutation.end(), std::size_t{0});
    CHECK(found == permutation);
  }
}

TEST_CASE("cpWER does not mind what speakers are called, and counts who is left over") {
  SpeakerAligner aligner;
  const auto reference = streams({"a b c", "d e"});
  const SpeakerCounts swapped = aligner.cp(reference, streams({"d e", "a x c"}));
  CHECK(swapped.edits.errors() == 1);
  CHECK(swapped.output_of == std::vector<std::optional<std::size_t>>{1, 0});

  const SpeakerCounts missed = aligner.cp(reference, streams({"a b c"}));
  CHECK(missed.edits.removed == 2);
  CHECK(missed.output_of == std::vector<std::optional<std::size_t>>{0, std::nullopt});

  const SpeakerCounts invented = aligner.cp(reference, streams({"x y z", "d e", "a b c"}));
  CHECK(invented.edits.inserted == 3);
  CHECK(invented.edits.errors() == 3);
  CHECK(aligner.cp({}, {}).edits.errors() == 0);
}

TEST_CASE("cpWER and tcpWER find the least of all ways to pair speakers") {
  std::mt19937 random(11);
  SpeakerAligner aligner;
  for (int round = 0; round < 500; ++round) {
    const auto reference = random_streams(random() % 4, 5, random),
               output = random_streams(random() % 4, 5, random);
    REQUIRE(aligner.cp(reference, output).edits.errors() == textbook_cp_errors(reference, output));
    const auto collar = static_cast<Microseconds>(random() % 8);
    const auto spoken = [&random](const std::vector<Stream>& streams) {
      std::vector<SpokenStream> result;
      for (const Stream& words : streams) {
        const auto start = static_cast<Microseconds>(random() % 20);
        result.push_back({{start, start + static_cast<Microseconds>(random() % 12), words}});
      }
      return result;
    };
    const auto spoken_reference = spoken(reference), spoken_output = spoken(output);
    REQUIRE(aligner.tcp(spoken_reference, spoken_output, collar).edits.errors() ==
            textbook_tcp_errors(spoken_reference, spoken_output, collar));
  }
}

TEST_CASE("tcpWER pairs only what overlaps") {
  SpeakerAligner aligner;
  const auto errors = [&aligner](Microseconds start, Microseconds end, Microseconds collar) {
    // The reference words last from 0 to 3 and from 3 to 4.
    const std::vector<SpokenStream> reference{{{0, 4, words_of("abc d")}}};
    const std::vector<SpokenStream> output{{{start, end, words_of("d")}}};
    return aligner.tcp(reference, output, collar).edits;
  };
  CHECK(errors(3, 4, 1).matched == 1);
  // The point 5 widened by 1 begins at 4, where the reference word ends: to touch is not enough.
  CHECK(errors(4, 6, 1).errors() == 3);
  CHECK(errors(4, 6, 2).matched == 1);
  // At 1 with a collar of 2, up to 3, it touches the second word and overlaps the first: a
  // substitution and a removal.
  CHECK(errors(0, 2, 2).substituted == 1);
  CHECK(errors(0, 2, 2).removed == 1);
}

TEST_CASE("without times in the way tcpWER is cpWER; with them it is the whole table's") {
  std::mt19937 random(9);
  SpeakerAligner aligner;
  for (int round = 0; round < 2000; ++round) {
    const auto spoken = [&random] {
      SpokenStream stream(random() % 6);
      for (auto& segment : stream) {
        segment.start = static_cast<Microseconds>(random() % 40);
        segment.end = segment.start + static_cast<Microseconds>(random() % 12);
        segment.words = random_words(5, random);
      }
      return stream;
    };
    const SpokenStream reference = spoken(), output = spoken();
    const auto collar = static_cast<Microseconds>(random() % 8);

    const auto left = textbook_timed_words(reference, false, 0),
               right = textbook_timed_words(output, true, 0);
    const EditCounts counts = count_overlapping(reference, output, collar);
    REQUIRE(counts.errors() == textbook_overlapping_errors(reference, output, collar));
    REQUIRE(counts.matched + counts.substituted + counts.removed == static_cast<long>(left.size()));
    REQUIRE(counts.matched + counts.substituted + counts.inserted ==
            static_cast<long>(right.size()));
    REQUIRE(std::min({counts.matched, counts.substituted, counts.removed, counts.inserted}) >= 0);

    Stream all, all_output;
    for (const auto& word : left) all.push_back(word.word);
    for (const auto& word : right) all_output.push_back(word.word);
    const std::vector<Stream> one{all}, other{all_output};
    const std::vector<SpokenStream> spoken_one{reference}, spoken_other{output};
    REQUIRE(aligner.tcp(spoken_one, spoken_other, 1000).edits.errors() ==
            aligner.cp(one, other).edits.errors());
  }
}

TEST_CASE("ORC finds the least of all ways to give utterances to streams") {
  std::mt19937 random(10);
  SpeakerAligner aligner;
  for (int round = 0; round < 400; ++round) {
    const auto utterances = random_streams(random() % 5, 3, random);
    const auto output = random_streams(1 + random() % 3, 4, random);
    const long least = textbook_orc_errors(utterances, output);
    const auto exact = aligner.orc_exact(utterances, output);
    REQUIRE(exact.has_value());
    REQUIRE(exact->edits.errors() == least);
    REQUIRE(aligner.orc_greedy(utterances, output).edits.errors() >= least);
  }
}

TEST_CASE("ORC of one utterance that is split, of none, and beyond the limit") {
  SpeakerAligner aligner;
  // meeteval's own example: one removal and one insertion.
  const auto utterances = streams({"a", "c d", "e"}), output = streams({"a c", "d e"});
  CHECK(aligner.orc_exact(utterances, output)->edits.errors() == 2);
  CHECK(aligner.orc_greedy(utterances, output).edits.errors() == 2);
  CHECK(aligner.orc_exact(utterances, {})->edits.removed == 4);
  CHECK(aligner.orc_exact({}, output)->edits.inserted == 4);
  // 3 utterances x 3 x 3 states.
  CHECK(aligner.orc_exact(utterances, output, 27).has_value());
  CHECK_FALSE(aligner.orc_exact(utterances, output, 26).has_value());
}
