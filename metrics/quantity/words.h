// SPDX-License-Identifier: Apache-2.0
// Tokens as the finder of quantities reads them: folded, looked up once, hesitations left out, and
// words that hold several cut up: 50mg is 50 mg, driemaal is drie maal, q6h is every 6 hours. So
// the canonical text of a quantity has the same neighbours as the one it came from.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/quantity/digit_token.h"
#include "metrics/quantity/quantity.h"

namespace keur {

// What a word can do in a number phrase, apart from being a number.
enum class WordRole : std::uint8_t {
  none,
  article,     // een, one: a number only before what can be counted
  decimal,     // komma, point
  times,       // keer, times
  counted,     // tweemaal, twice: `count` times
  many_a_day,  // dd
  daily,       // daags, daily
  weekly,
  monthly,
  per,       // per
  each,      // a, an: per, when it follows "times"
  every,     // elke, every
  pressure,  // over, op: between the two numbers of a blood pressure
  to,        // tot, to
  minus,
  plus,
  half,
  quarter,       // kwart
  one_and_half,  // anderhalf, tweeënhalf: `count` and a half
  three_quarters,
  conjunction,  // en, and
  hundred,
  thousand,
  million,
  milliard,
  before,       // voor: kwart voor
  past,         // past: half past
  hour,         // uur
  at,           // om
  comparative,  // kleiner, less: before dan, than
  than,
  squared,
  oclock,
  morning,    // am
  afternoon,  // pm
};

struct Word {
  std::string text;  // folded
  std::size_t token = 0;
  WordRole role = WordRole::none;
  bool acute = false, grave = false;
  std::int64_t cardinal = -1, ordinal = -1, count = -1;  // -1: is none
  int month = 0;
  DigitToken digits;

  bool is_number() const { return cardinal >= 0 || digits.count > 0; }
};

// What one word means; `token` and `digits` are left to the caller.
struct Meaning {
  WordRole role = WordRole::none;
  std::int64_t cardinal = -1, ordinal = -1, count = -1;
  int month = 0;
};
Meaning dutch_meaning(std::string_view folded);
Meaning english_meaning(std::string_view folded);

class Words {
 public:
  Words(std::span<const std::string_view> tokens, Language language);

  Language language() const { return language_; }
  std::size_t size() const { return words_.size(); }
  const Word& operator[](std::size_t at) const { return at < size() ? words_[at] : nothing(); }
  WordRole role(std::size_t at) const { return (*this)[at].role; }

  // Whether a number or a part of one stands there, in words or digits.
  bool like_a_number(std::size_t at) const;

 private:
  static const Word& nothing();
  std::vector<Word> words_;
  Language language_;
};

// Which tokens are hesitations (eh, uhm): `mm` and `um` are units behind a number.
std::vector<bool> hesitations(std::span<const std::string_view> tokens, Language language);

// "2-3" for twee-drie; empty when the word is not two number words, the lower one first, and for
// one number written with hyphens.
std::string range_of_words(std::string_view token, Language language);

}  // namespace keur
