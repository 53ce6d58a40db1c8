// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/dutch_numbers.h"

#include <unicode/rbnf.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "metrics/quantity/fold.h"
#include "metrics/quantity/quantity.h"
#include "tests/catch.h"

using namespace keur;

namespace {

nlohmann::json vectors() {
  std::ifstream file(KEUR_SOURCE_DIR "/fixtures/vectors/dutch_numbers.json");
  REQUIRE(file);
  return nlohmann::json::parse(file);
}

// The typed reading of the one quantity in a text.
Quantity only_quantity(const std::string& text) {
  std::vector<std::string_view> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    tokens.push_back(std::string_view(text).substr(at, end - at));
    at = end + 1;
  }
  const auto found = find_quantities(tokens, Language::dutch);
  CAPTURE(text);
  REQUIRE(found.size() == 1);
  return found[0];
}

std::string spell_out(const icu::RuleBasedNumberFormat& format, std::int64_t value) {
  icu::UnicodeString words;
  format.format(value, words);
  std::string text;
  words.toUTF8String(text);
  return text;
}

}  // namespace

TEST_CASE("every accepted spelling of the vector is read") {
  // ICU 72.1 and num2words wrote them; the file says how.
  const auto all = vectors();
  REQUIRE(all["cases"].size() == 173);
  for (const auto& one : all["cases"]) {
    const auto value = one["value"].get<std::int64_t>();
    CAPTURE(value);
    const Rational expected{value, 1};
    CHECK(parse_dutch_number(one["icu_cardinal"].get<std::string>()) == expected);
    CHECK(parse_dutch_number(one["num2words"].get<std::string>()) == expected);
    for (const auto& other : one["accepted_alternatives"])
      CHECK(parse_dutch_number(other.get<std::string>()) == expected);
    CHECK(dutch_ordinal(fold_word(one["icu_ordinal"].get<std::string>()).text) == value);
    const auto year = one["icu_year"].get<std::string>();
    if (year.find(' ') == std::string::npos) CHECK(dutch_year(fold_word(year).text) == value);
  }
}

TEST_CASE("written and spoken forms of one quantity are the same") {
  const auto all = vectors();
  REQUIRE(all["equivalence_pairs"].size() == 25);
  for (const auto& pair : all["equivalence_pairs"]) {
    const Quantity written = only_quantity(pair["a"].get<std::string>());
    const Quantity spoken = only_quantity(pair["b"].get<std::string>());
    CAPTURE(pair.dump(), written.spelling, spoken.spelling);
    CHECK(same_quantity(written, spoken));
  }
}

TEST_CASE("what ICU spells out is read back") {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale("nl"), status);
  REQUIRE(U_SUCCESS(status));
  const auto check = [&](std::int64_t value) {
    const std::string words = spell_out(format, value);
    if (parse_dutch_number(words) != Rational{value, 1}) FAIL_CHECK(value << " is " << words);
  };
  for (std::int64_t value = 0; value < 10000; ++value) check(value);
  for (std::int64_t value = 10000; value < 2000000000; value += value / 7 + 1) check(value);
}

TEST_CASE("numbers in words and digits") {
  struct Case {
    std::string text;
    Rational value;
  };
  const auto one = GENERATE(values<Case>({
      {"tweeentwintig", {22, 1}},
      {"twee-en-twintig", {22, 1}},
      {"ÉÉN\u00adEN\u00adTWINTIG", {21, 1}},
      {"honderd en een", {101, 1}},
      {"twee honderd", {200, 1}},
      {"duizend vijf honderd", {1500, 1}},
      {"negenennegentighonderd", {9900, 1}},
      {"2 miljoen", {2000000, 1}},
      {"2,5 miljoen", {2500000, 1}},
      {"zeven komma drie acht", {369, 50}},
      {"nul komma nul vijfentwintig", {1, 40}},
      {"38 komma 05", {761, 20}},
      {"twee en een half", {5, 2}},
      {"drieënhalve", {7, 2}},
      {"driekwart", {3, 4}},
      {"¾", {3, 4}},
      {"minus 0,5", {-1, 2}},
      {"007", {7, 1}},
      {"0.500", {1, 2}},  // never 500: no thousand starts with 0
      {"1.500.000", {1500000, 1}},
  }));
  CAPTURE(one.text);
  CHECK(parse_dutch_number(one.text) == one.value);
}

TEST_CASE("what is not a number is not read") {
  for (const std::string text :
       {"", "komma vijf", "twee drie", "tienhonderd", "twintighonderd", "allemaal", "eende",
        "honderdnul", "1.50.3", "1,2,3", "twee komma", "99999999999999999999", "zeventigjarige"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_dutch_number(text).has_value());
  }
}
