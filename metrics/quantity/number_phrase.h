// SPDX-License-Identifier: Apache-2.0
// One number, from the word it starts at to the word after it: "min twee komma vijf", "2,5",
// "twee en een half", "one hundred and five".
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "metrics/quantity/words.h"

namespace keur {

struct NumberPhrase {
  Rational value;
  std::string spelling;                      // canonical digits, with the sign
  std::string_view relation;                 // <
  std::string_view suffix;                   // what is stuck to its last digit: mg, x, e
  bool bare = false;                         // no sign and no relation
  bool grouped = false, other_mark = false;  // as in Digits
  std::size_t next = 0;

  bool is_whole() const { return bare && value.is_whole(); }
};

// nullopt when no number starts there. Strict: een and one are numbers only before what can be
// counted, as in running text.
std::optional<NumberPhrase> read_number(const Words& words, std::size_t at, bool strict = true);

// A whole number of at most `most` that is a word or digits by themselves.
std::optional<std::int64_t> single_number(const Word& word, std::int64_t most);

// Whether the word at `at` makes a count of the number before it: keer, 3dd's dd, daily. Such a
// number is never a part of the one before: "2 komma 5 3 keer daags".
bool makes_a_count(const Words& words, std::size_t at);

// The value of a whole text, not strict. nullopt when a part of it is not a number.
std::optional<Rational> parse_whole_number(std::string_view text, Language language);

}  // namespace keur
