// SPDX-License-Identifier: Apache-2.0
// The words that Whisper's English normaliser takes for parts of numbers (openai-whisper 20250625,
// whisper/normalizers/english.py, EnglishNumberNormalizer). Its lists, with what is odd in them:
// "nineth" is one and "ninth" is none.
#pragma once
#include <string>
#include <string_view>

namespace keur::whisper {

enum class NumberKind : unsigned char {
  zero,        // o oh zero
  one,         // one to nineteen
  one_suffixed,         // ones, first
  ten,                  // twenty to ninety
  ten_suffixed,         // twenties, twentieth
  multiplier,           // hundred, thousand ... decillion: `value` zeros behind a 1
  multiplier_suffixed,  // hundreds, hundredth
  sign_before,          // minus
  currency_behind,      // euros
  percent,              // percent; per, if cent follows
  special               // and double triple point
};

struct NumberWord {
  NumberKind kind;
  int value = 0;
  std::string suffix;  // s, th ...; the sign or symbol
};

// nullptr: no word of numbers.
const NumberWord* find_number_word(std::string_view word);

}  // namespace keur::whisper
