// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/compound.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <span>
#include <string>

#include "metrics/alignment/compound_textbook.h"
#include "metrics/alignment/words_test.h"
#include "tests/catch.h"

using namespace keur;

namespace {

using Sentence = std::vector<std::string_view>;

// As many number words as the cases below have.
bool is_number_word(std::string_view word) {
  for (const std::string_view number : {"drie", "honderd", "driehonderd", "six", "ty"})
    if (word == number) return true;
  return false;
}

std::string letters(const std::vector<CompoundStep>& trace) {
  std::string result;
  for (const auto& step : trace) result += "CKSDI"[static_cast<std::size_t>(step.edit)];
  return result;
}

std::string aligned(std::string_view reference, std::string_view output) {
  CompoundAligner aligner(is_number_word);
  return letters(aligner.trace(words_of(reference), words_of(output)));
}

void check_against_textbook(CompoundAligner& aligner, const Sentence& reference,
                            const Sentence& output) {
  const auto expected = textbook_compound_trace(reference, output, is_number_word);
  const bool same_trace = aligner.trace(reference, output) == expected;
  CompoundCounts wanted;
  for (const auto& step : expected) {
    wanted.edits.matched += step.edit == CompoundEdit::match;
    wanted.edits.substituted += step.edit == CompoundEdit::substitute;
    wanted.edits.removed += step.edit == CompoundEdit::remove;
    wanted.edits.inserted += step.edit == CompoundEdit::insert;
    wanted.forgiven += step.edit == CompoundEdit::merge;
    wanted.forgiven_reference_words += step.edit == CompoundEdit::merge ? step.reference_words : 0;
  }
  const CompoundCounts counts = aligner.count(reference, output);
  const bool same_counts = counts.edits.matched == wanted.edits.matched &&
                           counts.edits.substituted == wanted.edits.substituted &&
                           counts.edits.removed == wanted.edits.removed &&
                           counts.edits.inserted == wanted.edits.inserted &&
                           counts.forgiven == wanted.forgiven &&
                           counts.forgiven_reference_words == wanted.forgiven_reference_words;
  if (!same_trace || !same_counts)
    UNSCOPED_INFO(Catch::Detail::stringify(reference)
                  << Catch::Detail::stringify(output) << letters(expected) << " "
                  << letters(aligner.trace(reference, output)));
  REQUIRE(same_trace);
  REQUIRE(same_counts);
}

}  // namespace

TEST_CASE("the seventeen published cases") {
  std::ifstream file(KEUR_SOURCE_DIR "/fixtures/vectors/compound_alignment.json");
  const auto vector = nlohmann::json::parse(file);
  REQUIRE(vector["cases"].size() == 17);
  CompoundAligner aligner(is_number_word);
  for (const auto& example : vector["cases"]) {
    const std::string reference = example["ref"], output = example["hyp"];
    INFO(reference << " | " << output);
    const Sentence left = words_of(reference), right = words_of(output);
    const CompoundCounts counts = aligner.count(left, right);
    const auto& expected = example["compound_counts"];
    CHECK(counts.edits.substituted == expected["S"]);
    CHECK(counts.edits.removed == expected["D"]);
    CHECK(counts.edits.inserted == expected["I"]);
    CHECK(counts.forgiven == expected["forgiven"]);
    CHECK(counts.edits.errors() == example["compound_errors"]);
    CHECK(counts.edits.matched + counts.edits.substituted + counts.edits.removed +
              counts.forgiven_reference_words ==
          example["n_ref"]);

    const auto trace = aligner.trace(left, right);
    REQUIRE(trace.size() == example["ops"].size());
    for (std::size_t at = 0; at < trace.size(); ++at) {
      CHECK(letters({trace[at]}) == example["ops"][at][0]);
      CHECK(trace[at].reference_words == example["ops"][at][1].size());
      CHECK(trace[at].output_words == example["ops"][at][2].size());
    }
  }
}

TEST_CASE("what is forgiven and what is not") {
  struct Case {
    std::string_view reference, output, trace;
  };
  const auto example = GENERATE(values<Case>({
      // Four parts, but not five.
      {"hart long machine kamer", "hartlongmachinekamer", "K"},
      {"b c d e f", "bcdef", "DDDDS"},
      // A first part that negates when it stands alone; elsewhere it is a part like another.
      {"on gewijzigd", "ongewijzigd", "DS"},
      {"spring in", "springin", "K"},
      {"an ode", "anode", "DS"},
      // Sides, negations, numbers, numerals of any script, nothing but a hyphen.
      {"linksonder", "links onder", "IS"},
      {"right handed", "righthanded", "DS"},
      {"no where", "nowhere", "DS"},
      {"sixty", "six ty", "IS"},
      {"m ²", "m²", "DS"},
      {"x ٣", "x٣", "DS"},
      {"- foto", "foto", "DC"},
      // Nearly the same letters are not the same.
      {"bloed drug", "bloeddruk", "DS"},
      // On equal cost a merge goes before a substitution,
      {"a ab", "b ab", "SC"},
      {"c cb", "c b", "DK"},
      // and a match before a merge.
      {"cb b", "c b", "SC"},
      // A match is not always cheapest: to match c costs a substitution and an insertion.
      {"ybc c", "y b c", "KD"},
  }));
  INFO(example.reference << " | " << example.output);
  CHECK(aligned(example.reference, example.output) == example.trace);
}

TEST_CASE("a merge says where it stands") {
  const Sentence reference = words_of("de bloeddruk is te veel"),
                 output = words_of("bloed druk is teveel");
  CompoundAligner aligner(nullptr);
  // Removes "de", then two merges around a match.
  CHECK(letters(aligner.trace(reference, output)) == "DKCK");
  CHECK(merges(aligner.trace(reference, output)) == std::vector<Merge>{{1, 1, 0, 2}, {3, 2, 3, 1}});
}

TEST_CASE("equals the textbook on every pair of up to four words whose letters overlap") {
  std::vector<Sentence> world{{}};
  for (std::size_t at = 0; at < world.size(); ++at) {
    if (world[at].size() == 4) continue;
    for (const std::string_view word : {"b", "c", "bc", "cb", "bbc"}) {
      Sentence longer = world[at];
      longer.push_back(word);
      world.push_back(longer);
    }
  }
  // The second one looks for a corridor however short the pair.
  CompoundAligner aligner(is_number_word), in_corridor(is_number_word, 1 << 20, 0);
  // 781 sentences: 1 + 5 + 25 + 125 + 625. Every seventh pair keeps it short.
  REQUIRE(world.size() == 781);
  std::size_t pair = 0;
  for (const Sentence& reference : world)
    for (const Sentence& output : world)
      if (++pair % 7 == 0)
        check_against_textbook(pair % 2 == 0 ? aligner : in_corridor, reference, output);
}

TEST_CASE("equals the textbook on random texts with words split and joined") {
  const std::vector<std::string> vocabulary = {
      "bloed", "druk",    "bloeddruk",   "hoge",      "hogebloed", "x-foto", "x",
      "foto",  "-",       "niet",        "roker",     "nietroker", "12",     "1",
      "2",     "in",      "stabiel",     "instabiel", "te",        "veel",   "teveel",
      "drie",  "honderd", "driehonderd", "a",         "b",         "c",      "ab",
      "bc",    "abc",     "aa",          "aaa",       "aaaa"};
  std::mt19937 random(3);
  // The first two look for a corridor however short the pair, the last two keep the fewest rows
  // they can: blocks of four.
  CompoundAligner aligners[] = {CompoundAligner(is_number_word, 1 << 20, 0),
                                CompoundAligner(is_number_word, 1, 0),
                                CompoundAligner(is_number_word, 1)};
  for (int round = 0; round < 3000; ++round) {
    const std::size_t kinds = 2 + random() % (vocabulary.size() - 1);
    const auto any = [&] { return std::string_view(vocabulary[random() % kinds]); };
    Sentence reference(random() % 25);
    for (auto& word : reference) word = any();
    Sentence output;
    for (const auto word : reference) {
      const auto kind = random() % 8;
      if (kind == 0) output.push_back(any());
      if (kind > 1) output.push_back(word);
      if (kind == 7) output.push_back(any());
    }
    check_against_textbook(aligners[round % 3], reference, output);
  }
}

TEST_CASE("every merge is found, in short texts and in long ones") {
  const std::vector<std::string_view> vocabulary = {"a",     "b",   "aa",   "ab",   "a-b", "aab",
                                                    "bb-ab", "-",   "niet", "x1",   "\u00e9", "\u00e9a",
                                                    "roker", "b-b", "nietroker", "abab"};
  std::mt19937 random(4);
  const auto letters_of = [](std::span<const std::string_view> words) {
    std::string result;
    for (const auto word : words)
      for (const char byte : word)
        if (byte != '-') result += byte;
    return result;
  };
  MergeFinder finder(is_number_word);
  std::size_t wrong = 0, found = 0;
  for (const std::size_t length : {5, 30, 100, 101, 130, 300}) {
    Sentence sides[2];
    for (auto& side : sides)
      for (std::size_t at = random() % 5; at < length; ++at)
        side.push_back(vocabulary[random() % vocabulary.size()]);
    std::vector<MergeEdge> wanted;
    for (std::uint32_t row = 1; row <= sides[0].size(); ++row)
      for (std::uint32_t column = 1; column <= sides[1].size(); ++column)
        for (std::uint8_t count = 2; count <= most_parts; ++count)
          for (const bool down : {false, true}) {
            const std::uint8_t high = down ? count : 1, wide = down ? 1 : count;
            if (row < high || column < wide) continue;
            const auto left = std::span(sides[0]).subspan(row - high, high);
            const auto right = std::span(sides[1]).subspan(column - wide, wide);
            if (letters_of(left) == letters_of(right) &&
                may_merge(down ? left : right, is_number_word))
              wanted.push_back({row, column, high, wide});
          }
    const auto& edges = finder.find(sides[0], sides[1]);
    wrong += edges != wanted;
    found += edges.size();
  }
  CHECK(wrong == 0);
  CHECK(found > 400);
}

TEST_CASE("a pair of ten thousand words has its known counts") {
  // Of every hundred words one compound is split in three, one pair joined, one word left out and
  // one replaced, far from each other: to undo a merge costs more than it saves.
  std::vector<std::string> words, split_words, joined_words;
  for (int number = 0; number < 10000; ++number) {
    std::string name = "w";
    for (int rest = number; rest > 0; rest /= 26) name += static_cast<char>('a' + rest % 26);
    words.push_back(name + "z");
  }
  Sentence reference, output;
  split_words.reserve(300);
  joined_words.reserve(200);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (at % 100 == 10) {
      joined_words.push_back(word + words[at + 1] + words[at + 2]);
      reference.push_back(joined_words.back());
      output.insert(output.end(), {words[at], words[at + 1], words[at + 2]});
      at += 2;
      continue;
    }
    if (at % 100 == 40) {
      split_words.push_back(word + words[at + 1]);
      reference.insert(reference.end(), {words[at], words[at + 1]});
      output.push_back(split_words.back());
      ++at;
      continue;
    }
    reference.push_back(word);
    if (at % 100 == 60) continue;
    output.push_back(at % 100 == 80 ? std::string_view("x") : std::string_view(word));
  }
  CompoundAligner aligner(nullptr);
  const CompoundCounts counts = aligner.count(reference, output);
  CHECK(counts.forgiven == 200);
  CHECK(counts.forgiven_reference_words == 300);  // 100 x 1 and 100 x 2
  CHECK(counts.edits.removed == 100);
  CHECK(counts.edits.substituted == 100);
  CHECK(counts.edits.inserted == 0);
  CHECK(counts.edits.matched == 9800 - 500);
}
