// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/network.h"

#include <array>
#include <random>
#include <string>

#include "metrics/alignment/network_aligner.h"
#include "metrics/alignment/network_textbook.h"
#include "tests/catch.h"

using namespace keur;

namespace {

WordNetwork network(std::string_view text, const NetworkOptions& options = {}) {
  NetworkError error;
  auto parsed = WordNetwork::parse(text, options, error);
  INFO(text << " " << error.at << " " << error.message);
  REQUIRE(parsed.has_value());
  return *parsed;
}

std::vector<std::string> readings(std::string_view text, const NetworkOptions& options = {}) {
  const WordNetwork parsed = network(text, options);
  std::vector<std::string> result;
  for (const auto& reading : all_readings(parsed)) {
    result.emplace_back();
    for (const auto arc : reading)
      result.back() += (result.back().empty() ? "" : " ") + parsed.arcs()[arc].word;
  }
  std::sort(result.begin(), result.end());
  return result;
}

using Counts = std::array<long, 4>;  // correct, substituted, removed, inserted

Counts counted(std::string_view reference, std::string_view output,
               const NetworkOptions& options = {}) {
  const EditCounts counts =
      NetworkAligner().count(network(reference, options), network(output, options));
  return {counts.matched, counts.substituted, counts.removed, counts.inserted};
}

constexpr NetworkOptions all_options{true, true, true};

}  // namespace

TEST_CASE("a network has the readings that are written") {
  using Readings = std::vector<std::string>;
  CHECK(readings("") == Readings{""});
  CHECK(readings(" a  b\t") == Readings{"a b"});
  CHECK(readings("a { b / c d / @ } e") == Readings{"a b e", "a c d e", "a e"});
  CHECK(readings("{the/this}is") == Readings{"the is", "this is"});
  CHECK(readings("{ a { b / { c / d } } / @ }") == Readings{"", "a b", "a c", "a d"});
  // Above the braces a slash is a letter, and so is what a backslash stands before.
  CHECK(readings("120/80") == Readings{"120/80"});
  CHECK(readings("{ 120\\/80 / \\@ \\{x\\} } \\;") == Readings{"120/80 ;", "@ {x} ;"});
  CHECK(readings("na* * \\* x\\*") == Readings{"na * * x*"});
  CHECK(readings("pain;tag1;tag2 a\\;b;t c;;t") == Readings{"pain a;b c"});
  CHECK(readings("pain;tag", {false, false, false}) == Readings{"pain;tag"});
  CHECK(readings("(a) (b", {true, false, true}) == Readings{"a (b"});
  CHECK(readings("(a)") == Readings{"(a)"});
}

TEST_CASE("what cannot be read is said to be so, and where") {
  struct Case {
    std::string text;
    std::size_t at;
    std::string_view message;
  };
  const auto example = GENERATE(values<Case>({
      {"dose {unknown units", 5, "this brace is never closed"},
      {"a { b / { c } d", 2, "this brace is never closed"},
      {"a } b", 2, "this brace was never opened"},
      {"M^{ME} de ferneuse", 2, "a brace within a word; write \\{"},
      {"a { b / } c", 6, "an alternative has no words; write @ for none"},
      {"{}", 0, "an alternative has no words; write @ for none"},
      {"a ;denied", 2, "tags without a word; write \\; for a semicolon"},
      {"a b\\", 3, "a backslash with nothing after it"},
      {std::string(101, '{'), 100, "braces are nested too deep"},
  }));
  NetworkError error;
  CHECK_FALSE(WordNetwork::parse(example.text, {}, error).has_value());
  CHECK(error.at == example.at);
  CHECK(error.message == example.message);

  std::string many = "x { a";
  for (std::size_t at = 0; at < WordNetwork::most_predecessors; ++at) many += " / a";
  CHECK_FALSE(WordNetwork::parse(many + " }", {}, error).has_value());
  CHECK(error.at == 2);
  CHECK(error.message == "too many alternatives");
}

TEST_CASE("hard cases have the counts sclite gives") {
  // Counts of sclite -F -D on its own test data (SCTK, src/sclite/testdata, base/test7.pra).
  struct Case {
    std::string_view reference, output;
    Counts counts;
  };
  const auto example = GENERATE(values<Case>({
      {"a b { c / e / c d } f g", "a b c d e f g", {6, 0, 0, 1}},
      {"a b c d { e / c / @ } f g", "a b c d e f g", {7, 0, 0, 0}},
      // Either branch costs the same: the first cheapest one is taken, and has one word, not two.
      {"uh uh had a long { age-old / age old } problem of my bright",
       "uh uh have along which go problem of my private",
       {5, 5, 0, 0}},
      {"uh uh had a long { age old / age-old } problem of my bright",
       "uh uh have along which go problem of my private",
       {5, 5, 0, 0}},
      {"a { b / cd / { g h i / gh i / g ih} bd } { e { i n / th } f / ef }",
       "a gh i bd e i th f",
       {7, 0, 0, 1}},
      {"a { b / cd / { g h i / gh i / g ih} bd } { e { i n / th } f / ef }",
       "a gh i bd e i n th f",
       {8, 0, 0, 1}},
      {"{the / this} is the tea",
       "th { {e / @} is {w as / i / s / @ } / d is } is {th/t} en",
       {1, 3, 0, 1}},
      {"{fi-/fig-} th- fi- -icks {-lk/-ik} -offee -him find the fish ticks milk fee him",
       "find the fish ticks milk fee him {fi-/fig-} th- fi- -icks {-lk/-ik} -offee -him",
       {12, 2, 0, 0}},
      {"", "a b c e f g h i j k", {0, 0, 0, 10}},
      {"", "", {0, 0, 0, 0}},
      // An optional word that is missing counts as correct, so the reference has five words.
      {"b (c) d", "b c i e", {2, 1, 0, 1}},
      {"b (c) d", "e", {1, 1, 1, 0}},
      {"(a) c b (d) e", "s s s", {2, 3, 0, 0}},
      {"b (ten-) (the) can d", "b ten the and", {3, 1, 1, 0}},
      {"a aa\\;a b\\;b\\;b;hyp\\;tag1;hyptag2 b;reftag1 c;;reftag2 d;reftag1;reftag2",
       "a aa\\;a b\\;b\\;b;hyp\\;tag1;hyptag2 b;hyptag1 c;;hyptag2 d;hyptag1;hyptag2",
       {6, 0, 0, 0}},
      {"a aa\\;a b\\;b\\;b;reftag1 b;reftag1 c;;reftag2 d;reftag1;reftag2", "", {0, 0, 6, 0}},
      {"a { c / @ } d", "a {d / @} d", {2, 0, 0, 0}},
      {"a d c", "a {e- / @} c", {2, 0, 1, 0}},
  }));
  INFO(example.reference << " | " << example.output);
  CHECK(counted(example.reference, example.output, all_options) == example.counts);
}

TEST_CASE("without the options parentheses and hyphens are letters") {
  CHECK(counted("b (c) d", "b d") == Counts{2, 0, 1, 0});
  CHECK(counted("(120)", "120") == Counts{0, 1, 0, 0});
  CHECK(counted("fi-", "find") == Counts{0, 1, 0, 0});
}

TEST_CASE("a semicolon hides what follows it unless it is a letter") {
  const std::string_view reference = "chest pain;denied by patient",
                         output = "chest pain;confirmed by patient";
  CHECK(counted(reference, output) == Counts{4, 0, 0, 0});
  CHECK(counted("chest pain\\;denied by patient", "chest pain\\;confirmed by patient") ==
        Counts{3, 1, 0, 0});
  CHECK(counted(reference, output, {false, false, false}) == Counts{3, 1, 0, 0});
}

TEST_CASE("a fragment stands for what it is the beginning or the end of") {
  const auto same = [](std::string_view one, std::string_view other) {
    const NetworkOptions options{true, true, true};
    const WordNetwork left = network(one, options), right = network(other, options);
    return same_word(left.arcs()[1], right.arcs()[1]);
  };
  CHECK(same("fi-", "find"));
  CHECK(same("find", "fi-"));
  CHECK(same("-nd", "find"));
  CHECK_FALSE(same("-find", "nd"));
  CHECK_FALSE(same("fi-", "f"));
  CHECK(same("(fi-)", "find"));
  CHECK_FALSE(same("(-nd)", "find"));
  CHECK_FALSE(same("-", "find"));
  CHECK(same("-", "-"));
}

namespace {

std::string random_text(std::size_t words, std::size_t depth, std::mt19937& random) {
  const std::string_view vocabulary[] = {"a", "b", "c", "ab", "(a)", "(b)", "a-", "-b", "ab", "@"};
  std::string text;
  for (std::size_t at = 0; at < words; ++at) {
    if (depth > 0 && random() % 6 == 0) {
      text += "{ ";
      const std::size_t alternatives = 1 + random() % 3;
      for (std::size_t one = 0; one < alternatives; ++one)
        text += (one > 0 ? "/ " : "") + random_text(1 + random() % 3, depth - 1, random);
      text += "} ";
    } else {
      text += vocabulary[random() % std::size(vocabulary)];
      text += ' ';
    }
  }
  return text;
}

long cost(const std::vector<NetworkStep>& trace) {
  long sum = 0;
  for (const NetworkStep& step : trace) {
    const bool alone =
        step.reference_arc == NetworkStep::none || step.output_arc == NetworkStep::none;
    sum += step.edit == Edit::substitute ? 4 : step.edit != Edit::match ? 3 : alone ? 2 : 0;
  }
  return sum;
}

}  // namespace

TEST_CASE("equals the whole table and no pair of readings is cheaper") {
  std::mt19937 random(6);
  NetworkAligner aligner;
  for (int round = 0; round < 3000; ++round) {
    const NetworkOptions options{random() % 2 == 0, random() % 2 == 0, true};
    const std::string one = random_text(random() % 7, 2, random),
                      other = random_text(random() % 7, 2, random);
    const WordNetwork reference = network(one, options), output = network(other, options);
    const auto& trace = aligner.trace(reference, output);
    const bool same = trace == textbook_network_trace(reference, output);
    if (!same) UNSCOPED_INFO(one << " | " << other);
    REQUIRE(same);
    REQUIRE(cost(trace) == cheapest_pair_of_readings(reference, output));
  }
}

TEST_CASE("equals the whole table on long texts, where only a band of it is computed") {
  std::mt19937 random(7);
  NetworkAligner aligner;
  for (int round = 0; round < 40; ++round) {
    std::string one, other;
    for (int at = 0; at < 150; ++at) {
      const std::string word = "w" + std::to_string(random() % 50) + " ";
      const auto kind = random() % 40;
      one += kind == 0 ? "{ " + word + "/ x y / @ } " : kind == 1 ? "(x) " + word : word;
      if (kind == 2) continue;
      other += kind == 3   ? "x "
               : kind == 4 ? word + "{ y / @ } "
               : kind == 5 ? "y y " + word
                           : word;
    }
    const WordNetwork reference = network(one, all_options), output = network(other, all_options);
    const bool same = aligner.trace(reference, output) == textbook_network_trace(reference, output);
    REQUIRE(same);
  }
}
