// SPDX-License-Identifier: Apache-2.0
// Two properties over random sentences made of the words that matter: normalising twice is
// normalising once, and no quantity is lost, made up or changed on the way.
#include <algorithm>
#include <random>

#include "metrics/quantity/quantity.h"
#include "metrics/text/normaliser.h"
#include "metrics/text/tokens.h"
#include "tests/catch.h"

using namespace keur;

namespace {

using Pieces = std::vector<std::string>;

const Pieces dutch_pieces = {"een",
                             "één",
                             "twee",
                             "drie",
                             "vier",
                             "vijf",
                             "acht",
                             "tien",
                             "twaalf",
                             "twintig",
                             "tweeëntwintig",
                             "honderd",
                             "honderdtwintig",
                             "tachtig",
                             "duizend",
                             "vijftienhonderd",
                             "tweeduizendvierentwintig",
                             "nul",
                             "half",
                             "halve",
                             "kwart",
                             "anderhalf",
                             "tweeënhalf",
                             "driekwart",
                             "miljoen",
                             "komma",
                             "en",
                             "min",
                             "plus",
                             "keer",
                             "maal",
                             "x",
                             "daags",
                             "dd",
                             "per",
                             "dag",
                             "week",
                             "uur",
                             "minuten",
                             "elke",
                             "om",
                             "de",
                             "over",
                             "op",
                             "voor",
                             "tot",
                             "à",
                             "mg",
                             "milligram",
                             "µg",
                             "g",
                             "ml",
                             "mmol/l",
                             "mmHg",
                             "%",
                             "procent",
                             "°C",
                             "graden",
                             "Celsius",
                             "tabletten",
                             "mm",
                             "IE",
                             "kg",
                             "/min",
                             "liter",
                             "m",
                             "l",
                             "eerste",
                             "tweede",
                             "derde",
                             "maart",
                             "mei",
                             "driemaal",
                             "tweemaal",
                             "eenmaal",
                             "uh",
                             "eh,",
                             "hm",
                             "um",
                             "'t",
                             "z'n",
                             "'s",
                             "morgens",
                             "RR",
                             "pt",
                             "i.v.m.",
                             "dhr.",
                             "p.o.",
                             "li",
                             "knie",
                             "kleiner",
                             "dan",
                             "<",
                             ">",
                             "kwadraat",
                             "twee-drie",
                             "post-operatief",
                             "pijn",
                             "geen",
                             "patiënt",
                             "metoprolol",
                             "COVID-19",
                             "HER2+",
                             "V2",
                             "van",
                             "na",
                             "geef",
                             "3",
                             "5",
                             "38",
                             "120",
                             "0",
                             "1",
                             "2",
                             "14",
                             "2024",
                             "38,5",
                             "1.500",
                             "2.5",
                             "0,125",
                             "14.30",
                             "14:30",
                             "8:15",
                             "120/80",
                             "7/10",
                             "1/2",
                             "10-20",
                             "1-0-1",
                             "12-03-2024",
                             "12-03-24",
                             "3x",
                             "3dd",
                             "50mg",
                             "<38",
                             "-2",
                             "+3",
                             "2e",
                             "½",
                             "1½",
                             "10²",
                             "3+",
                             "6u",
                             "2x/week",
                             "94%",
                             "007",
                             "06-12345678",
                             "1,500",
                             ".5"};

const Pieces english_pieces = {
    "one",       "two",        "three",      "five",       "oh",      "ten",      "twelve",
    "twenty",    "twenty-one", "forty",      "eighty",     "hundred", "thousand", "million",
    "a",         "an",         "and",        "half",       "quarter", "point",    "minus",
    "plus",      "times",      "x",          "daily",      "once",    "twice",    "tid",
    "per",       "day",        "days",       "week",       "hours",   "minutes",  "every",
    "q6h",       "over",       "to",         "from",       "past",    "o'clock",  "am",
    "pm",        "mg",         "milligrams", "mcg",        "ml",      "mmol/l",   "mmHg",
    "%",         "percent",    "°C",         "degrees",    "Celsius", "tablets",  "mm",
    "um",        "units",      "/min",       "m",          "first",   "third",    "twelfth",
    "March",     "May",        "of",         "the",        "uh",      "um,",      "BP",
    "w/o",       "don't",      "less",       "than",       "between", "squared",  "follow-up",
    "two-three", "patient",    "5-FU",       "3",          "5",       "38",       "120",
    "0",         "1",          "2",          "12",         "2024",    "38.5",     "1,500",
    "2,5",       "14:30",      "2:30",       "120/80",     "7/10",    "1/2",      "10-20",
    "1-0-1",     "2024-03-12", "12/03/2024", "03/25/2024", "3x",      "50mg",     "<38",
    "-2",        "+3",         "2nd",        "12th",       "½",       "1½",       "10^9/L",
    "3+",        "2pm",        "3x/day"};

std::vector<Quantity> quantities(const std::string& text, Language language) {
  std::vector<std::string_view> tokens;
  split(text, tokens);
  return find_quantities(tokens, language);
}

std::string listed(const std::vector<Quantity>& all, Language language) {
  std::string list;
  for (const Quantity& one : all) list += "[" + canonical_text(one, language) + "]";
  return list;
}

// As multisets; sizes agree and each finds a partner of its own.
bool same(const std::vector<Quantity>& a, std::vector<Quantity> b) {
  if (a.size() != b.size()) return false;
  for (const Quantity& one : a) {
    const auto partner = std::find_if(
        b.begin(), b.end(), [&one](const Quantity& other) { return same_quantity(one, other); });
    if (partner == b.end()) return false;
    b.erase(partner);
  }
  return true;
}

void check(const Pieces& pieces, std::string_view id, Language language, int sentences) {
  const Normaliser& clinical = *find_normaliser(id);
  const Normaliser& basic = *find_normaliser("basic-1");
  std::mt19937 random(20240312);
  int failures = 0;
  for (int i = 0; i < sentences && failures < 10; ++i) {
    std::string text;
    for (std::uint_fast32_t words = 1 + static_cast<std::uint_fast32_t>(random() % 12); words > 0;
         --words)
      text += (text.empty() ? "" : " ") + pieces[random() % pieces.size()];
    std::string tokens, once, twice;
    basic.normalise(text, tokens);
    clinical.normalise(text, once);
    clinical.normalise(once, twice);
    if (once != twice) {
      ++failures;
      FAIL_CHECK(text << "\n once: " << once << "\ntwice: " << twice);
      continue;
    }
    // "/min" after a space keeps its slash here and loses it in basic-1; 'm and 't are no units.
    if (text.find(" /min") != std::string::npos) continue;
    const auto before = quantities(tokens, language), after = quantities(once, language);
    if (same(before, after)) continue;
    ++failures;
    FAIL_CHECK(text << "\n once: " << once << "\nbefore: " << listed(before, language)
                    << "\n after: " << listed(after, language));
  }
}

}  // namespace

// Texts nobody would write, made of the characters that have a rule.
void check_characters(std::string_view id, int texts) {
  const Pieces characters = {
      "a", "e", "n", "u", "x", "m",  "g",   "d",      "h",  "s",   "t",  "2",    "0",
      "1", "5", "3", ".", ",", "-",  "/",   ":",      "'",  "%",   "<",  ">",    "+",
      "^", "½", "²", "°", "µ", "é",  "à",   "\u00ad", "–",  "’",   "ĳ",  "ﬁ",    "\u0301",
      "(", " ", " ", " ", " ", "mg", "uur", "een",    "mm", "tot", "°C", "maart"};
  const Normaliser& clinical = *find_normaliser(id);
  std::mt19937 random(7);
  for (int i = 0; i < texts; ++i) {
    std::string text, once, twice;
    for (auto left = random() % 24; left > 0; --left)
      text += characters[random() % characters.size()];
    clinical.normalise(text, once);
    clinical.normalise(once, twice);
    if (once != twice) FAIL_CHECK(text << "\n once: " << once << "\ntwice: " << twice);
  }
}

TEST_CASE("whatever the characters, once is enough") {
  check_characters("nl-clinical-1", 60000);
  check_characters("en-clinical-1", 60000);
}

TEST_CASE("Dutch: once is enough and no quantity is lost") {
  check(dutch_pieces, "nl-clinical-1", Language::dutch, 60000);
}

TEST_CASE("English: once is enough and no quantity is lost") {
  check(english_pieces, "en-clinical-1", Language::english, 60000);
}
