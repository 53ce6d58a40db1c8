// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/time_words.h"

#include <algorithm>
#include <iterator>

namespace keur::transcript {
namespace {

constexpr std::string_view named[] = {
    "maandag",   "dinsdag",  "woensdag",   "donderdag",     "vrijdag",       "zaterdag",
    "zondag",    "monday",   "tuesday",    "wednesday",     "thursday",      "friday",
    "saturday",  "sunday",   "januari",    "februari",      "maart",         "april",
    "mei",       "juni",     "juli",       "augustus",      "september",     "oktober",
    "november",  "december", "january",    "february",      "march",         "may",
    "june",      "july",     "august",     "october",       "eergisteren",   "gisteren",
    "vandaag",   "morgen",   "overmorgen", "gisteravond",   "gisterochtend", "vanochtend",
    "vanmiddag", "vanavond", "vannacht",   "morgenochtend", "morgenmiddag",  "morgenavond",
    "yesterday", "today",    "tomorrow",   "tonight",       "ochtend",       "middag",
    "avond",     "nacht",    "ochtends",   "sochtends",     "smorgens",      "smiddags",
    "savonds",   "snachts",  "middags",    "avonds",        "nachts",        "middernacht",
    "weekend",   "morning",  "afternoon",  "evening",       "night",         "noon",
    "midnight"};
constexpr std::string_view relations[] = {
    "voor",  "na",    "sinds", "tot",  "vanaf", "daarna", "daarvoor", "eerst", "before",
    "after", "since", "until", "then", "first", "vorige", "volgende", "last",  "next"};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace

TimeWord time_word(std::string_view word) {
  if (holds(named, word)) return TimeWord::named;
  return holds(relations, word) ? TimeWord::relation : TimeWord::none;
}

}  // namespace keur::transcript
