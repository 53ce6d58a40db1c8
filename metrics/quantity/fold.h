// SPDX-License-Identifier: Apache-2.0
// A word as its number or unit is looked up: without capitals, accents, hyphens and the punctuation
// around it. What a number needs stays: signs, decimal marks, fractions, <, %, °, μ.
#pragma once
#include <string>
#include <string_view>

namespace keur {

struct Folded {
  std::string text;
  bool acute = false;  // een accent of this kind stood in it: één is a number where een may not be
  bool grave = false;  // à is a word of its own
  bool digit = false;  // a digit or a fraction such as ½ stands in it
};

// `token` is valid UTF-8 without white space.
Folded fold_word(std::string_view token);

// Latin letters without their accents (UAX 15 decomposition), everything else as it is.
std::string without_accents(std::string_view text, bool* acute = nullptr, bool* grave = nullptr);

// Hyphens between letters go, unless the word has a digit: post-operatief, but COVID-19.
void join_hyphens(std::string& word);

}  // namespace keur
