// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "metrics/quantity/dutch_numbers.h"
#include "metrics/quantity/words.h"

namespace keur {
namespace {

const std::unordered_map<std::string_view, Role>& roles() {
  static const std::unordered_map<std::string_view, Role> table = {
      {"een", Role::article},
      {"n", Role::article},  // 'n, when its apostrophe was taken for a quotation mark
      {"komma", Role::decimal},
      {"keer", Role::times},
      {"maal", Role::times},
      {"x", Role::times},
      {"dd", Role::many_a_day},
      {"d.d", Role::many_a_day},
      {"daags", Role::daily},
      {"dagelijks", Role::daily},
      {"wekelijks", Role::weekly},
      {"maandelijks", Role::monthly},
      {"per", Role::per},
      {"elke", Role::every},
      {"elk", Role::every},
      {"iedere", Role::every},
      {"ieder", Role::every},
      {"over", Role::pressure},
      {"op", Role::pressure},
      {"tot", Role::to},
      {"min", Role::minus},
      {"minus", Role::minus},
      {"plus", Role::plus},
      {"half", Role::half},
      {"halve", Role::half},
      {"kwart", Role::quarter},
      {"anderhalf", Role::one_and_half},
      {"anderhalve", Role::one_and_half},
      {"driekwart", Role::three_quarters},
      {"en", Role::conjunction},
      {"voor", Role::before},
      {"uur", Role::hour},
      {"om", Role::at},
      {"kleiner", Role::comparative},
      {"groter", Role::comparative},
      {"dan", Role::than},
      {"kwadraat", Role::squared},
      {"honderd", Role::hundred},
      {"duizend", Role::thousand},
      {"miljoen", Role::million},
      {"miljard", Role::milliard},
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
  if (meaning.role == Role::one_and_half) meaning.count = 1;
  if (meaning.role != Role::none || meaning.cardinal >= 0) return meaning;
  if (const auto found = months().find(folded); found != months().end()) {
    meaning.month = found->second;
  } else if (!number) {
    return meaning;
  } else if (const auto rank = dutch_ordinal(folded)) {
    meaning.ordinal = *rank;
  } else if (ends_with(folded, "maal")) {
    if (const auto times = dutch_cardinal(folded.substr(0, folded.size() - 4))) {
      meaning.role = Role::counted;
      meaning.count = *times;
    }
  } else if (ends_with(folded, "enhalf") || ends_with(folded, "enhalve")) {
    const std::size_t end = folded.rfind("enhal");
    if (const auto whole = dutch_cardinal(folded.substr(0, end))) {
      meaning.role = Role::one_and_half;
      meaning.count = *whole;
    }
  }
  return meaning;
}

}  // namespace keur
