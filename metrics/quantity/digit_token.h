// SPDX-License-Identifier: Apache-2.0
// One word written in digits, taken apart: 38,5  <38  120/80  14:30  10-20mg  1-0-1  1½  10^9/l.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "metrics/quantity/quantity.h"

namespace keur {

// Digits with the marks of the language: Dutch parts thousands with points, English with commas.
struct Digits {
  std::string_view text;
  Rational value;
  bool grouped = false;       // 1.500: thousands, though it might have been a decimal
  bool other_mark = false;    // 1.5: decimals behind the mark that should part thousands
  bool leading_zero = false;  // 007, but not 0,5
  bool decimals = false;      // 2,0
};

// nullopt: the marks make no sense (1.23.4) or the number does not fit.
std::optional<Digits> read_digits(std::string_view text, Language language);

struct DigitToken {
  std::array<Digits, 4> parts{};
  int count = 0;     // 0: not a number
  char parting = 0;  // between the parts: / : -
  char sign = 0;     // + or -, of the first part
  std::string_view relation;
  std::optional<int> exponent;  // of 10^9 and 10²
  std::string_view suffix;      // what stands behind the last digit

  // Only digits: may be a part of a longer number.
  bool bare() const {
    return count == 1 && sign == 0 && relation.empty() && suffix.empty() && !exponent;
  }
};

// `word` is folded (fold.h) and outlives the result.
DigitToken read_digit_token(std::string_view word, Language language);

// <, >, ≤ and ≥ in the form canonical text has; empty for anything else.
std::string_view relation_of(std::string_view word);

}  // namespace keur
