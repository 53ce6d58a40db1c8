// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "metrics/quantity/english_numbers.h"
#include "metrics/quantity/words.h"

namespace keur {
namespace {

struct Entry {
  Role role;
  int count = -1;
};

const std::unordered_map<std::string_view, Entry>& roles() {
  static const std::unordered_map<std::string_view, Entry> table = {
      {"one", {Role::article}},
      {"point", {Role::decimal}},
      {"times", {Role::times}},
      {"x", {Role::times}},
      {"once", {Role::counted, 1}},
      {"twice", {Role::counted, 2}},
      {"thrice", {Role::counted, 3}},
      {"daily", {Role::daily}},
      {"weekly", {Role::weekly}},
      {"monthly", {Role::monthly}},
      {"per", {Role::per}},
      {"a", {Role::each}},
      {"an", {Role::each}},
      {"every", {Role::every}},
      {"over", {Role::pressure}},
      {"to", {Role::to}},
      {"minus", {Role::minus}},
      {"plus", {Role::plus}},
      {"half", {Role::half}},
      {"quarter", {Role::quarter}},
      {"and", {Role::conjunction}},
      {"past", {Role::past}},
      {"less", {Role::comparative}},
      {"greater", {Role::comparative}},
      {"than", {Role::than}},
      {"squared", {Role::squared}},
      {"o'clock", {Role::oclock}},
      {"am", {Role::morning}},
      {"a.m", {Role::morning}},
      {"pm", {Role::afternoon}},
      {"p.m", {Role::afternoon}},
      {"hundred", {Role::hundred}},
      {"thousand", {Role::thousand}},
      {"million", {Role::million}},
      {"billion", {Role::milliard}},
      {"bid", {Role::many_a_day, 2}},
      {"b.i.d", {Role::many_a_day, 2}},
      {"tid", {Role::many_a_day, 3}},
      {"t.i.d", {Role::many_a_day, 3}},
      {"tds", {Role::many_a_day, 3}},
      {"qid", {Role::many_a_day, 4}},
      {"q.i.d", {Role::many_a_day, 4}},
      {"qds", {Role::many_a_day, 4}},
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
  if (meaning.role != Role::none || meaning.cardinal >= 0) return meaning;
  if (const auto found = months().find(folded); found != months().end())
    meaning.month = found->second;
  else if (const auto rank = english_ordinal(folded))
    meaning.ordinal = *rank;
  return meaning;
}

}  // namespace keur
