// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "metrics/quantity/dutch_numbers.h"
#include "metrics/quantity/words.h"

namespace keur {
namespace {

const std::unordered_map<std::string_view, WordRole>& roles() {
  static const std::unordered_map<std::string_view, WordRole> table = {
      {"een", WordRole::article},
      {"n", WordRole::article},  // 'n, when its apostrophe was taken for a quotation mark
      {"komma", WordRole::decimal},
      {"keer", WordRole::times},
      {"maal", WordRole::times},
      {"x", WordRole::times},
      {"dd", WordRole::many_a_day},
      {"d.d", WordRole::many_a_day},
      {"daags", WordRole::daily},
      {"dagelijks", WordRole::daily},
      {"wekelijks", WordRole::weekly},
      {"maandelijks", WordRole::monthly},
      {"per", WordRole::per},
      {"elke", WordRole::every},
      {"elk", WordRole::every},
      {"iedere", WordRole::every},
      {"ieder", WordRole::every},
      {"over", WordRole::pressure},
      {"op", WordRole::pressure},
      {"tot", WordRole::to},
      {"min", WordRole::minus},
      {"minus", WordRole::minus},
      {"plus", WordRole::plus},
      {"half", WordRole::half},
      {"halve", WordRole::half},
      {"kwart", WordRole::quarter},
      {"anderhalf", WordRole::one_and_half},
      {"anderhalve", WordRole::one_and_half},
      {"driekwart", WordRole::three_quarters},
      {"en", WordRole::conjunction},
      {"voor", WordRole::before},
      {"uur", WordRole::hour},
      {"u", WordRole::hour},
      {"h", WordRole::hour},
      {"om", WordRole::at},
      {"kleiner", WordRole::comparative},
      {"groter", WordRole::comparative},
      {"dan", WordRole::than},
      {"kwadraat", WordRole::squared},
      {"honderd", WordRole::hundred},
      {"duizend", WordRole::thousand},
      {"miljoen", WordRole::million},
      {"miljard", WordRole::milliard},
  };
  return table;
}

const std::unordered_map<std::string_view, int>& months() {
  static const std::unordered_map<std::string_view, int> table = {
      {"januari", 1},   {"jan", 1},   {"februari", 2},  {"feb", 2},      {"maart", 3},
      {"mrt", 3},       {"april", 4}, {"apr", 4},       {"mei", 5},      {"juni", 6},
      {"jun", 6},       {"juli", 7},  {"jul", 7},       {"augustus", 8}, {"aug", 8},
      {"september", 9}, {"sep", 9},   {"sept", 9},      {"oktober", 10}, {"okt", 10},
      {"november", 11}, {"nov", 11},  {"december", 12}, {"dec", 12},
  };
  return table;
}

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() > end.size() && word.substr(word.size() - end.size()) == end;
}

}  // namespace

Meaning dutch_meaning(std::string_view folded) {
  Meaning meaning;
  if (folded.empty()) return meaning;
  if (const auto found = roles().find(folded); found != roles().end()) meaning.role = found->second;
  // What no number word starts with need not be looked up again and again.
  const bool number = std::string_view("adehmntvz").find(folded[0]) != std::string_view::npos;
  if (number)
    if (const auto value = dutch_cardinal(folded)) meaning.cardinal = *value;
  if (folded == "n") meaning.cardinal = 1;
  if (meaning.role == WordRole::one_and_half) meaning.count = 1;
  if (meaning.role != WordRole::none || meaning.cardinal >= 0) return meaning;
  if (const auto found = months().find(folded); found != months().end()) {
    meaning.month = found->second;
  } else if (!number) {
    return meaning;
  } else if (const auto rank = dutch_ordinal(folded)) {
    meaning.ordinal = *rank;
  } else if (ends_with(folded, "maal")) {
    if (const auto times = dutch_cardinal(folded.substr(0, folded.size() - 4))) {
      meaning.role = WordRole::counted;
      meaning.count = *times;
    }
  } else if (ends_with(folded, "enhalf") || ends_with(folded, "enhalve")) {
    const std::size_t end = folded.rfind("enhal");
    if (const auto whole = dutch_cardinal(folded.substr(0, end))) {
      meaning.role = WordRole::one_and_half;
      meaning.count = *whole;
    }
  }
  return meaning;
}

}  // namespace keur
