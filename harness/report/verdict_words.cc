// SPDX-License-Identifier: Apache-2.0
#include "harness/report/verdict_words.h"

namespace keur {
namespace {

constexpr VerdictWords table[] = {
    {"pass", "pass", "voldoet", "\u2713", "+", "pass"},
    {"fail", "fail", "voldoet niet", "\u2717", "x", "fail"},
    {"inconclusive", "inconclusive", "onbeslist", "?", "?", "open"},
    {"not_estimable", "not estimable", "niet te schatten", "\u2013", "-", "none"},
};
constexpr VerdictWords unknown = {"", "unknown", "onbekend", "!", "!", "none"};

}  // namespace

const VerdictWords& words_of(std::string_view verdict) {
  for (const VerdictWords& words : table)
    if (words.id == verdict) return words;
  return unknown;
}

Bilingual other_way_words(std::string_view name) {
  if (name == "jackknife")
    return {"leaving out one cluster at a time", "telkens één cluster weglaten"};
  if (name == "bootstrap") return {"resampling the clusters", "herhaald trekken van clusters"};
  if (name == "macro-mean")
    return {"weighing every cluster alike", "elk cluster even zwaar tellen"};
  return {"counting under " + std::string(name), "tellen onder " + std::string(name)};
}

}  // namespace keur
