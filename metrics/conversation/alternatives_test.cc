// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/alternatives.h"

#include <random>

#include "metrics/alignment/modes.h"
#include "metrics/alignment/speakers.h"
#include "metrics/conversation/recording_test.h"
#include "metrics/text/tokens.h"

using namespace keur;
using namespace keur::conversation;

namespace {

using Turns = std::vector<Turn>;

Readings readings(const Turns& reference, const Turns& output) {
  return choose_readings(reference, output, *find_normaliser("basic-1"));
}

}  // namespace

TEST_CASE("of alternatives the one that fits the output is read") {
  struct Example {
    const char *reference, *output, *said, *written;
  };
  const Example examples[] = {
      {"ja { um / uh / @ } graag", "ja uh graag", "ja uh graag", "ja uh graag"},
      {"ja { um / uh / @ } graag", "ja graag", "ja graag", "ja graag"},
      {"{ age-old / age old } problem", "age old problem", "age old problem", "age old problem"},
      {"{ nee / { ja / jawel } dank u }", "Jawel, dank u.", "jawel dank u", "jawel dank u"},
      {"a {b/c} d", "a { x / c } d", "a c d", "a c d"},
      // What a backslash protects is text; a semicolon and a star are too.
      {"100 \\{ml\\} { 120\\/80 / 12 }", "100 ml 120/80", "100 ml 120/80", "100 ml 120/80"},
      {"uh;ja { a / b }*", "uh;ja b", "uh;ja b", "uh;ja b"},
      // Of a branch that is only punctuation nothing is left: it is none.
      {"ja { ... / nou } graag", "ja graag", "ja graag", "ja graag"},
      // Outside braces a slash is a letter.
      {"120/80", "120/80", "120/80", "120/80"},
      // Against nothing, the shortest.
      {"{ a b / c }", "", "c", ""},
  };
  for (const Example& example : examples) {
    INFO(example.reference);
    const Readings read = readings({turn("a", example.reference)}, {turn("A", example.output)});
    CHECK(read.reference == std::vector<std::string>{example.said});
    CHECK(read.output == std::vector<std::string>{example.written});
  }
}

TEST_CASE("readings are chosen between the speakers that fit each other, turn by turn") {
  const Readings read = readings(
      {turn("arts", "{ goed / prima }"), turn("patient", "{ ja / nee }"),
       turn("arts", "{ a / b } z")},
      {turn("1", "nee"), turn("2", "prima"), turn("2", "b z"), turn("3", "{ over / te veel }")});
  CHECK(read.reference == std::vector<std::string>{"prima", "nee", "b z"});
  CHECK(read.output == std::vector<std::string>{"nee", "prima", "b z", "over"});
}

TEST_CASE("a turn whose notation is wrong is named by its number") {
  CHECK_FALSE(notation_fault(Turns{turn("a", "ja"), turn("a", "{ a / b }")}));
  CHECK(notation_fault(Turns{turn("a", "ja"), turn("a", "{ a / b")}) ==
        "turn 2: this brace is never closed");
}

TEST_CASE("no other reading of the two texts is cheaper by sclite's costs") {
  std::mt19937 random(4);
  ModeAligner aligner;
  const auto cost = [&aligner](const std::string& one, const std::string& other) {
    Stream left, right;
    split(one, left);
    split(other, right);
    const EditCounts counts = aligner.count(AlignmentMode::sclite, left, right);
    return 4 * counts.substituted + 3 * (counts.removed + counts.inserted);
  };
  // A text with up to three choices, and all its readings.
  const auto make = [&random](std::vector<std::string>& all) {
    std::string text;
    all = {""};
    const auto words = [&random] {
      std::string some;
      for (auto count = 1 + random() % 2; count > 0; --count)
        some += (some.empty() ? "" : " ") + std::string(1, "abc"[random() % 3]);
      return some;
    };
    const auto append = [](const std::string& to, const std::string& what) {
      return to + (to.empty() || what.empty() ? "" : " ") + what;
    };
    for (auto parts = random() % 4; parts > 0; --parts) {
      const std::string one = words(), other = random() % 3 ? words() : "";
      const bool choice = random() % 2;
      text = append(text, choice ? "{ " + one + " / " + (other.empty() ? "@" : other) + " }" : one);
      std::vector<std::string> longer;
      for (const std::string& reading : all) {
        longer.push_back(append(reading, one));
        if (choice) longer.push_back(append(reading, other));
      }
      all = longer;
    }
    return text;
  };
  for (int round = 0; round < 1000; ++round) {
    std::vector<std::string> left, right;
    const std::string reference = make(left), output = make(right);
    INFO(reference << " | " << output);
    const Readings read = readings({turn("a", reference)}, {turn("A", output)});
    REQUIRE(std::find(left.begin(), left.end(), read.reference[0]) != left.end());
    REQUIRE(std::find(right.begin(), right.end(), read.output[0]) != right.end());
    long best = 1'000'000;
    for (const std::string& one : left)
      for (const std::string& other : right) best = std::min(best, cost(one, other));
    REQUIRE(cost(read.reference[0], read.output[0]) == best);
  }
}
