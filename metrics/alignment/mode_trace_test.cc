// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/mode_trace.h"

#include <random>
#include <string>

#include "metrics/alignment/modes_textbook.h"
#include "metrics/text/tokens.h"
#include "tests/catch.h"

using namespace keur;

namespace {

using Words = std::vector<std::string_view>;

constexpr AlignmentMode modes[] = {AlignmentMode::sclite, AlignmentMode::kaldi,
                                   AlignmentMode::rapidfuzz};

std::string told(AlignmentMode mode, std::string_view reference, std::string_view output) {
  Words left, right;
  split(reference, left);
  split(output, right);
  ModeTracer tracer;
  const auto edits = tracer.trace(mode, left, right);
  REQUIRE(edits);
  std::string text;
  for (const Edit edit : *edits) text += "CSDI"[static_cast<int>(edit)];
  return text;
}

// What the edits add up to, where they are a way from one text to the other.
EditCounts walked(const std::vector<Edit>& edits, const Words& reference, const Words& output) {
  EditCounts counts;
  std::size_t i = 0, j = 0;
  for (const Edit edit : edits) {
    counts.add(edit);
    if (edit == Edit::match || edit == Edit::substitute) {
      REQUIRE(i < reference.size());
      REQUIRE(j < output.size());
      REQUIRE((reference[i] == output[j]) == (edit == Edit::match));
    }
    i += edit != Edit::insert;
    j += edit != Edit::remove;
  }
  REQUIRE(i == reference.size());
  REQUIRE(j == output.size());
  return counts;
}

void same(const EditCounts& one, const EditCounts& other) {
  REQUIRE(one.matched == other.matched);
  REQUIRE(one.substituted == other.substituted);
  REQUIRE(one.removed == other.removed);
  REQUIRE(one.inserted == other.inserted);
}

Words random_words(std::size_t count, std::size_t kinds, std::mt19937& random) {
  constexpr std::string_view vocabulary[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
  Words words(count);
  for (auto& word : words) word = vocabulary[random() % kinds];
  return words;
}

}  // namespace

TEST_CASE("each scorer's way, by hand") {
  // Three substitutions cost 12, as do two gaps on each side: sclite takes the diagonal.
  CHECK(told(AlignmentMode::sclite, "d c b", "b g g") == "SSS");
  CHECK(told(AlignmentMode::sclite, "a b c d", "d a b c") == "ICCCD");
  CHECK(told(AlignmentMode::kaldi, "a b", "b") == "DC");
  // One word is the same: which one depends on the scorer.
  CHECK(told(AlignmentMode::sclite, "a b", "b a") == "DCI");
  CHECK(told(AlignmentMode::kaldi, "a b", "b a") == "DCI");
  CHECK(told(AlignmentMode::rapidfuzz, "a b", "b a") == "ICD");
  for (const AlignmentMode mode : modes) {
    CHECK(told(mode, "", "a b") == "II");
    CHECK(told(mode, "a b", "") == "DD");
    CHECK(told(mode, "", "").empty());
    CHECK(told(mode, "a b", "a b") == "CC");
  }
}

TEST_CASE("every trace is a way, and adds up to what is counted") {
  std::mt19937 random(12);
  ModeTracer tracer;
  ModeAligner aligner;
  for (int round = 0; round < 3000; ++round) {
    const std::size_t kinds = 1 + random() % 4;
    const Words reference = random_words(random() % 12, kinds, random),
                output = random_words(random() % 12, kinds, random);
    for (const AlignmentMode mode : modes) {
      const auto edits = tracer.trace(mode, reference, output);
      REQUIRE(edits);
      const EditCounts counts = walked(*edits, reference, output);
      same(counts, aligner.count(mode, reference, output));
      same(counts, textbook_mode_counts(mode, reference, output));
    }
  }
}

TEST_CASE("long pairs too, those that RapidFuzz halves among them") {
  std::mt19937 random(13);
  ModeTracer tracer;
  ModeAligner aligner;
  for (const std::size_t size : {700u, 2200u, 3000u}) {
    const Words reference = random_words(size, 8, random);
    Words output = reference;
    for (std::size_t errors = size / 8; errors-- > 0;) {
      const std::size_t at = random() % output.size();
      if (random() % 3 == 0)
        output.erase(output.begin() + static_cast<std::ptrdiff_t>(at));
      else if (random() % 2 == 0)
        output.insert(output.begin() + static_cast<std::ptrdiff_t>(at), "q");
      else
        output[at] = "z";
    }
    for (const AlignmentMode mode : modes)
      same(walked(*tracer.trace(mode, reference, output), reference, output),
           aligner.count(mode, reference, output));
  }
}

TEST_CASE("what takes too much room is refused") {
  ModeTracer tracer(20);
  const Words words{"a", "b", "c", "d"}, others{"e", "f", "g", "h"};
  CHECK_FALSE(tracer.trace(AlignmentMode::sclite, words, others));
  CHECK_FALSE(tracer.trace(AlignmentMode::kaldi, words, others));
  CHECK(tracer.trace(AlignmentMode::kaldi, words, words));
}
