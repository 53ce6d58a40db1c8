// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/overlap.h"

#include <limits>
#include <random>
#include <string>

#include "metrics/alignment/overlap_textbook.h"
#include "metrics/alignment/words_test.h"
#include "tests/catch.h"

using namespace keur;

namespace {

std::string told(const std::vector<OverlapEdit>& edits) {
  std::string text;
  for (const OverlapEdit& one : edits) {
    text += "CSDI"[static_cast<int>(one.edit)];
    if (one.edit != Edit::insert) text += static_cast<char>('0' + one.speaker);
  }
  return text;
}

std::string traced(const std::vector<std::string_view>& reference, std::string_view output) {
  std::vector<Stream> streams;
  for (const auto text : reference) streams.push_back(words_of(text));
  OverlapAligner aligner;
  const auto* edits = aligner.trace(streams, words_of(output));
  REQUIRE(edits);
  return told(*edits);
}

}  // namespace

TEST_CASE("words of several speakers are found in one stream, each in its order") {
  CHECK(traced({"goed morgen", "dag dokter"}, "goed dag morgen dokter") == "C0C1C0C1");
  CHECK(traced({"goed morgen", "dag dokter"}, "goed morgen dag dokter") == "C0C0C1C1");
  // The order of one speaker's words is not the output's: one of the two is an error twice.
  CHECK(traced({"a b", "c"}, "b a c") == "D0C0IC1");
  CHECK(traced({"a"}, "a") == "C0");
}

TEST_CASE("of several cheapest ways the one asclite walks is taken") {
  // Two words side by side before a word left out, the last speaker first: seen from the end.
  CHECK(traced({"a", "a"}, "a") == "D0C1");
  CHECK(traced({"a", "b"}, "c") == "D0S1");
  // Three substitutions cost as much as a match, two insertions and two words left out.
  CHECK(traced({"x y z a"}, "a q r s") == "S0S0S0S0");
}

TEST_CASE("where one side is silent nothing is computed") {
  CHECK(traced({"a b", "", "c"}, "") == "D0D0D2");
  CHECK(traced({"", ""}, "a b") == "II");
  CHECK(traced({}, "a") == "I");
  CHECK(traced({}, "").empty());
  CHECK(traced({"", "a", ""}, "a") == "C1");
}

TEST_CASE("every way is that of the full table, walked as asclite walks") {
  constexpr std::string_view vocabulary[] = {"a", "b", "c", "ja"};
  std::mt19937 random(9);
  OverlapAligner aligner;
  for (int round = 0; round < 4000; ++round) {
    const std::size_t speakers = 1 + random() % 4;
    const auto stream = [&](std::size_t most) {
      Stream words(random() % (most + 1));
      for (auto& word : words) word = vocabulary[random() % std::size(vocabulary)];
      return words;
    };
    std::vector<Stream> reference(speakers);
    for (auto& one : reference) one = stream(speakers > 2 ? 3 : 6);
    const Stream output = stream(8);
    OverlapTextbook textbook(reference, output);
    const auto* edits = aligner.trace(reference, output);
    REQUIRE(edits);
    const auto expected = textbook.trace();
    // Silence on one side: asclite has the same counts, and no order to tell apart.
    if (overlap_cells(reference, output) > 1) {
      REQUIRE(told(*edits) == told(expected));
    }
    const auto counts = aligner.count(reference, output);
    REQUIRE(counts);
    CHECK(400 * counts->substituted + 300 * (counts->removed + counts->inserted) ==
          textbook.cost());
    CHECK(counts->matched + counts->substituted + counts->inserted ==
          static_cast<long>(output.size()));
  }
}

TEST_CASE("what takes too many cells is refused, not guessed") {
  const std::vector<Stream> reference = {words_of("a b c"), words_of("d e")};
  const Stream output = words_of("a b d c e");
  CHECK(overlap_cells(reference, output) == 4 * 3 * 6);
  OverlapAligner aligner;
  CHECK(aligner.count(reference, output, 4 * 3 * 6));
  CHECK_FALSE(aligner.count(reference, output, 4 * 3 * 6 - 1));
  const std::vector<Stream> crowd(60, words_of("a b c"));
  CHECK(overlap_cells(crowd, output) == std::numeric_limits<std::size_t>::max());
  CHECK_FALSE(aligner.count(crowd, output));
  // Nobody answers: nothing to compute.
  CHECK(aligner.count(crowd, {})->removed == 180);
}

TEST_CASE("many speakers with a word each") {
  const std::vector<Stream> reference(12, words_of("ja"));
  OverlapAligner aligner;
  const auto counts = aligner.count(reference, words_of("ja ja ja ja ja"));
  REQUIRE(counts);
  CHECK(counts->matched == 5);
  CHECK(counts->removed == 7);
}
