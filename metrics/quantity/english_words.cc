// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "metrics/quantity/english_numbers.h"
#include "metrics/quantity/words.h"

namespace keur {
namespace {

struct Entry {
  WordRole role;
  int count = -1;
};

const std::unordered_map<std::string_view, Entry>& roles() {
  static const std::unordered_map<std::string_view, Entry> table = {
      {"one", {WordRole::article}},
      {"point", {WordRole::decimal}},
      {"times", {WordRole::times}},
      {"x", {WordRole::times}},
      {"once", {WordRole::counted, 1}},
      {"twice", {WordRole::counted, 2}},
      {"thrice", {WordRole::counted, 3}},
      {"daily", {WordRole::daily}},
      {"weekly", {WordRole::weekly}},
      {"monthly", {WordRole::monthly}},
      {"per", {WordRole::per}},
      {"a", {WordRole::each}},
      {"an", {WordRole::each}},
      {"every", {WordRole::every}},
      {"over", {WordRole::pressure}},
      {"to", {WordRole::to}},
      {"minus", {WordRole::minus}},
      {"plus", {WordRole::plus}},
      {"half", {WordRole::half}},
      {"quarter", {WordRole::quarter}},
      {"and", {WordRole::conjunction}},
      {"past", {WordRole::past}},
      {"less", {WordRole::comparative}},
      {"greater", {WordRole::comparative}},
      {"than", {WordRole::than}},
      {"squared", {WordRole::squared}},
      {"o'clock", {WordRole::oclock}},
      {"am", {WordRole::morning}},
      {"a.m", {WordRole::morning}},
      {"pm", {WordRole::afternoon}},
      {"p.m", {WordRole::afternoon}},
      {"hundred", {WordRole::hundred}},
      {"thousand", {WordRole::thousand}},
      {"million", {WordRole::million}},
      {"billion", {WordRole::milliard}},
      {"bid", {WordRole::many_a_day, 2}},
      {"b.i.d", {WordRole::many_a_day, 2}},
      {"tid", {WordRole::many_a_day, 3}},
      {"t.i.d", {WordRole::many_a_day, 3}},
      {"tds", {WordRole::many_a_day, 3}},
      {"qid", {WordRole::many_a_day, 4}},
      {"q.i.d", {WordRole::many_a_day, 4}},
      {"qds", {WordRole::many_a_day, 4}},
  };
  return table;
}

const std::unordered_map<std::string_view, int>& months() {
  static const std::unordered_map<std::string_view, int> table = {
      {"january", 1}, {"jan", 1},       {"february", 2}, {"feb", 2},  {"march", 3},
      {"april", 4},   {"apr", 4},       {"may", 5},      {"june", 6}, {"jun", 6},
      {"july", 7},    {"jul", 7},       {"august", 8},   {"aug", 8},  {"september", 9},
      {"sep", 9},     {"sept", 9},      {"october", 10}, {"oct", 10}, {"november", 11},
      {"nov", 11},    {"december", 12}, {"dec", 12},
  };
  return table;
}

}  // namespace

Meaning english_meaning(std::string_view folded) {
  Meaning meaning;
  if (folded.empty()) return meaning;
  if (const auto found = roles().find(folded); found != roles().end()) {
    meaning.role = found->second.role;
    meaning.count = found->second.count;
  }
  if (const auto value = english_cardinal(folded)) meaning.cardinal = *value;
  if (meaning.role != WordRole::none || meaning.cardinal >= 0) return meaning;
  if (const auto found = months().find(folded); found != months().end())
    meaning.month = found->second;
  else if (const auto rank = english_ordinal(folded))
    meaning.ordinal = *rank;
  return meaning;
}

}  // namespace keur
