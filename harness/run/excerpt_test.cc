// SPDX-License-Identifier: Apache-2.0
#include "harness/run/excerpt.h"

#include <sstream>

#include "tests/catch.h"

using namespace keur;

namespace {

// "a b>c -d +e": the same, replaced, left out, invented.
Comparison comparison(const std::string& text) {
  Comparison pieces;
  std::istringstream words(text);
  for (std::string word; words >> word;)
    if (word[0] == '-')
      pieces.push_back({Mark::removed, word.substr(1), ""});
    else if (word[0] == '+')
      pieces.push_back({Mark::inserted, "", word.substr(1)});
    else if (const auto middle = word.find('>'); middle != std::string::npos)
      pieces.push_back({Mark::substituted, word.substr(0, middle), word.substr(middle + 1)});
    else
      pieces.push_back({Mark::correct, word, word});
  return pieces;
}

std::string told(const Comparison& pieces) {
  std::string text;
  for (const Piece& piece : pieces)
    text += (text.empty() ? "" : " ") +
            (piece.mark == Mark::removed    ? "-" + piece.reference
             : piece.mark == Mark::inserted ? "+" + piece.output
             : piece.mark == Mark::correct  ? piece.reference
                                            : piece.reference + ">" + piece.output);
  return text;
}

std::string told(const Excerpt& excerpt) {
  return told(excerpt.before) + " [" + told(excerpt.at) + (excerpt.cut ? "...] " : "] ") +
         told(excerpt.after);
}

}  // namespace

TEST_CASE("an excerpt holds the words of a finding, and four on either side") {
  struct Case {
    std::string_view what, text;
    WordRange reference, output;
    std::string_view story;
  };
  const auto example = GENERATE(values<Case>({
      {"in the middle", "1 2 3 4 5 a>b 6 7 8 9 10", {5, 6}, {5, 6}, "2 3 4 5 [a>b] 6 7 8 9"},
      {"at the beginning", "a>b 1 2", {0, 1}, {0, 1}, " [a>b] 1 2"},
      {"at the end", "1 -a", {1, 2}, {1, 1}, "1 [-a] "},
      // Word 2 of the output is word 1 of the reference.
      {"words are numbered on each side", "1 +x a>b 2", {1, 2}, {2, 3}, "1 +x [a>b] 2"},
      {"what lies between the two sides belongs to it",
       "1 -a 2 +b 3", {1, 2}, {2, 3}, "1 [-a 2 +b] 3"},
      {"nothing on one side", "1 +a +b 2", {1, 1}, {1, 3}, "1 [+a +b] 2"},
      {"nothing at all", "1 2 3", {2, 2}, {2, 2}, "1 2 [] 3"},
      {"nothing at the end of all", "1 2 3", {3, 3}, {3, 3}, "1 2 3 [] "},
      {"no text", "", {0, 0}, {0, 0}, " [] "},
  }));
  CAPTURE(example.what);
  CHECK(told(excerpt(comparison(std::string(example.text)), example.reference, example.output)) ==
        example.story);
}

TEST_CASE("a long finding is cut, and what follows it is still what follows it") {
  std::string text = "before ";
  for (int i = 0; i < 40; ++i) text += "-w ";
  const Excerpt made = excerpt(comparison(text + "after"), {1, 41}, {1, 1});
  CHECK(made.at.size() == longest_excerpt);
  CHECK(made.cut);
  CHECK(told(made.before) == "before");
  CHECK(told(made.after) == "after");
}

TEST_CASE("the words of one side") {
  const Comparison pieces = comparison("1 -2 +x a>b");
  CHECK(words_in(pieces, {1, 3}, &Piece::reference) == "2 a");
  CHECK(words_in(pieces, {1, 3}, &Piece::output) == "x b");
  CHECK(words_in(pieces, {1, 1}, &Piece::output).empty());
}
