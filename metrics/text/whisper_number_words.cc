// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/whisper_number_words.h"

#include <map>

namespace keur::whisper {
namespace {

using Words = std::map<std::string, NumberWord, std::less<>>;

constexpr std::string_view ones[] = {"one",     "two",       "three",    "four",     "five",
                                     "six",     "seven",     "eight",    "nine",     "ten",
                                     "eleven",  "twelve",    "thirteen", "fourteen", "fifteen",
                                     "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::string_view tens[] = {"twent", "thirt",  "fort",  "fift",
                                     "sixt",  "sevent", "eight", "ninet"};  // and y
// From 10^3 on, each a thousand times the one before.
constexpr std::string_view multipliers[] = {
    "thousand",   "million",    "billion",    "trillion",  "quadrillion", "quintillion",
    "sextillion", "septillion", "octillion", "nonillion", "decillion"};

void add_ones(Words& words) {
  words["zeroth"] = {NumberKind::one_suffixed, 0, "th"};
  words["first"] = {NumberKind::one_suffixed, 1, "st"};
  words["second"] = {NumberKind::one_suffixed, 2, "nd"};
  words["third"] = {NumberKind::one_suffixed, 3, "rd"};
  words["fifth"] = {NumberKind::one_suffixed, 5, "th"};
  words["twelfth"] = {NumberKind::one_suffixed, 12, "th"};
  int value = 0;
  for (const std::string_view one : ones) {
    const std::string name(one);
    words[name] = {NumberKind::one, ++value, ""};
    words[name == "six" ? "sixes" : name + "s"] = {NumberKind::one_suffixed, value, "s"};
    if (value > 3 && value != 5 && value != 12)
      words[name + (name.ends_with('t') ? "h" : "th")] = {NumberKind::one_suffixed, value, "th"};
  }
}

void add_multiplier(Words& words, const std::string& name, int zeros) {
  words[name] = {NumberKind::multiplier, zeros, ""};
  words[name + "s"] = {NumberKind::multiplier_suffixed, zeros, "s"};
  words[name + "th"] = {NumberKind::multiplier_suffixed, zeros, "th"};
}

Words all_words() {
  Words words;
  for (const char* const name : {"o", "oh", "zero"}) words[name] = {NumberKind::zero, 0, ""};
  add_ones(words);
  int value = 10;
  for (const std::string_view ten : tens) {
    const std::string name(ten);
    value += 10;
    words[name + "y"] = {NumberKind::ten, value, ""};
    words[name + "ies"] = {NumberKind::ten_suffixed, value, "s"};
    words[name + "ieth"] = {NumberKind::ten_suffixed, value, "th"};
  }
  add_multiplier(words, "hundred", 2);
  int zeros = 0;
  for (const std::string_view multiplier : multipliers)
    add_multiplier(words, std::string(multiplier), zeros += 3);
  for (const char* const name : {"minus", "negative"})
    words[name] = {NumberKind::sign_before, 0, "-"};
  for (const char* const name : {"plus", "positive"})
    words[name] = {NumberKind::sign_before, 0, "+"};
  for (const auto& [name, symbol] : {std::pair{"pound", "\u00a3"}, std::pair{"euro", "\u20ac"},
                                     std::pair{"dollar", "$"}, std::pair{"cent", "\u00a2"}}) {
    words[name] = {NumberKind::currency_behind, 0, symbol};
    words[std::string(name) + "s"] = {NumberKind::currency_behind, 0, symbol};
  }
  for (const char* const name : {"per", "percent"}) words[name] = {NumberKind::percent, 0, "%"};
  for (const char* const name : {"and", "double", "triple", "point"})
    words[name] = {NumberKind::special, 0, ""};
  return words;
}

}  // namespace

const NumberWord* find_number_word(std::string_view word) {
  static const Words words = all_words();
  const auto found = words.find(word);
  return found == words.end() ? nullptr : &found->second;
}

}  // namespace keur::whisper
