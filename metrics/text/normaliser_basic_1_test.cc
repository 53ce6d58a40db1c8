// SPDX-License-Identifier: Apache-2.0
#include <unicode/uchar.h>

#include <random>

#include "metrics/text/basic_1.h"
#include "metrics/text/basic_1_textbook.h"
#include "metrics/text/normaliser.h"
#include "metrics/core/utf8.h"
#include "tests/catch.h"

using namespace keur;

namespace {

std::string normalised(std::string_view text) {
  std::string out;
  find_normaliser("basic-1")->normalise(text, out);
  return out;
}

std::string to_utf8(const std::u32string& text) {
  std::string bytes;
  for (const char32_t c : text) append_code_point(c, bytes);
  return bytes;
}

std::u32string digits_of(std::string_view text) {
  std::u32string digits;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    const char32_t c = next_code_point(at);
    if (u_isdigit(static_cast<UChar32>(c))) digits += c;
  }
  return digits;
}

// What does not hold for the text, of all that must hold for any.
std::string_view fault_of(const std::u32string& text) {
  const std::string bytes = to_utf8(text);
  const std::string expected = to_utf8(textbook::basic_1(text));
  std::string by_icu, by_table;
  basic_1::normalise_by_icu(bytes, by_icu);
  if (by_icu != expected) return "the way through ICU is not the textbook's";
  if (basic_1::normalise_by_table(bytes, by_table) && by_table != expected)
    return "the way through the table is not the textbook's";
  if (normalised(bytes) != expected) return "neither way was taken";
  if (normalised(expected) != expected) return "twice is not once";
  if (digits_of(expected) != digits_of(bytes)) return "digits were lost, made or moved";
  return "none";
}

void check_any(const std::u32string& text) {
  const std::string_view fault = fault_of(text);
  if (fault != "none")
    UNSCOPED_INFO(Catch::Detail::stringify(std::vector<unsigned>(text.begin(), text.end())));
  REQUIRE(fault == "none");
}

// One line of the pool is one kind of trouble.
constexpr std::u32string_view pools[] = {
    U"abcdefghijklmnopqrstuvwxyzABCXYZ",
    std::u32string_view(U"0123456789\0", 11),
    U"          \t\n\u00a0\u2009\u3000",
    U".,:;!?-'\"()/%*#&_@[]{}\\",
    U"<>=+^~|$`",
    U"-\u2010\u2011\u2012\u2013\u2014\u2015\u2026\u2212.,5",
    U"'\u2018\u2019\u02bc\u00b4`\u2030%\u2032",
    U"\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e",
    U"\u00e9\u00eb\u00c9\u00d6\u00df\u1e9e\u0130\u0131\u0149\u01f0\u0132\u0133",
    U"\u00b5\u03bc\u2126\u212a\u212bKk\u00c5\u00e5",
    U"\u0300\u0301\u0308\u0307\u0331\u0338\u0345\u0327\u093c",
    U"\u03a3\u03c3\u03c2\u0390\u03b0\u1fb3\u1fbc\u1f80\u03b1\u03b9\u1fe3\u037e\u0387\u1fef\u1ffd",
    U"\u00b2\u00bd\u2155\u2163\u2173\u0663\u09e9\u2460\uff15\U0001d7d9",
    U"\u00b0\u00b1\u2264\u2265\u20ac\u2103\u2192\u00d7\u00f7\u2122",
    U"\u1100\u1161\u11a8\uac00\u0416\u4e2d\u05d0\U0001f600\U0010ffff\u13a0\uab70\ufb01\ufb03",
};

std::u32string random_text(std::mt19937& random) {
  std::u32string text;
  // A few of the pools at a time, so that the same trouble meets itself.
  std::u32string_view some[3];
  for (auto& pool : some) pool = pools[random() % std::size(pools)];
  const std::size_t length = random() % 40;
  while (text.size() < length) {
    const std::u32string_view pool = some[random() % 3];
    text += pool[random() % pool.size()];
  }
  return text;
}

// Mostly letters and single spaces, as in an ordinary sentence.
std::u32string plain_text(std::mt19937& random) {
  std::u32string text;
  const std::size_t length = random() % 120;
  while (text.size() < length) {
    const auto kind = random() % 100;
    const std::u32string_view pool = kind < 75   ? pools[0]
                                     : kind < 80 ? pools[1]
                                     : kind < 94 ? U" "
                                                 : pools[random() % std::size(pools)];
    text += pool[random() % pool.size()];
  }
  return text;
}

}  // namespace

TEST_CASE("basic-1 keeps what a number can mean and drops what stands around words") {
  struct Case {
    std::string_view text, expected;
  };
  const auto example = GENERATE(values<Case>({
      // Capitals, punctuation around words, apostrophes, hyphens.
      {"Pt. kan niet, wil niet.", "pt kan niet wil niet"},
      {"\u201cJa\u201d (nee)!", "ja nee"},
      {"Z\u2019n bloeddruk is \u2018s morgens hoog", "z'n bloeddruk is s morgens hoog"},
      {"post\u2010operative do not don\u00b4t", "post-operative do not don't"},
      {"voor- en nadelen", "voor en nadelen"},
      {"i.v.m. o.a.", "i.v.m o.a"},
      {"pijn...geen", "pijn geen"},
      {"pijn\u2026geen", "pijn geen"},
      {"pijn\u2014geen", "pijn geen"},
      {"rug - VAS 7/10", "rug vas 7/10"},
      {"...", ""},
      // Numbers, signs, decimals.
      {"38,5 120/80 12:30 1.000 1,5.", "38,5 120/80 12:30 1.000 1,5"},
      {"BE -2, lactaat +3", "be -2 lactaat +3"},
      {"BE \u22122 (\u20135)", "be -2 -5"},
      {"BE:-2", "be -2"},
      {"10\u201320 mg", "10-20 mg"},
      {"10--20", "10 -20"},
      {"10..20", "10 20"},
      {".5 mg (,25) -.5 \u2212,5", ".5 mg ,25 -.5 -,5"},
      {"na...5 mg", "na 5 mg"},
      {"3,- euro", "3 euro"},
      // Symbols and percentages.
      {"Temp. <38 en sat >94%, \u2265 3", "temp <38 en sat >94% \u2265 3"},
      {"HER2+/ER+ Na+", "her2+/er+ na+"},
      {"10^-9/L 10\u00b2", "10^-9/l 10\u00b2"},
      {"5%-10% 94 % 3\u2030", "5%-10% 94 % 3\u2030"},
      {"50 \u00b5g = 50 \u03bcg", "50 \u03bcg = 50 \u03bcg"},
      // Unicode.
      {"E\u0301E\u0301N co\u00f6rdinatie", "\u00e9\u00e9n co\u00f6rdinatie"},
      {"CAF\u00c9 \u03a3\u039f\u03a6\u039f\u03a3 \u0418\u0412\u0410\u041d",
       "caf\u00e9 \u03c3\u03bf\u03c6\u03bf\u03c3 \u0438\u0432\u0430\u043d"},
      {"Stra\u00dfe STRASSE", "strasse strasse"},
      {"\ufeffhart\u00adinfarct hart\u200binfarct", "hartinfarct hartinfarct"},
      {"\u0149", "n"},  // folds to an apostrophe and n, and the apostrophe stands at the start
  }));
  CAPTURE(example.text);
  CHECK(normalised(example.text) == example.expected);
}

TEST_CASE("basic-1 never makes two different doses the same") {
  struct Pair {
    std::string_view one, other;
  };
  const auto pair = GENERATE(values<Pair>({
      {"2,5 mg", "25 mg"},
      {".5 mg", "5 mg"},
      {"1.000", "1000"},
      {"1.1", "11"},
      {"-5", "5"},
      {"\u22125", "5"},
      {"10^-9", "10^9"},
      {"<38", ">38"},
      {"mm", "cm"},
      {"120/80", "12080"},
      {"10..20", "1020"},
      {"HER2+", "HER2"},
      {"10\u00b2", "102"},
      {"1\u00bd", "11/2"},
      {"94%", "94"},
      {"94 %", "94"},
      {"\u00e9\u00e9n", "een"},
  }));
  CAPTURE(pair.one, pair.other);
  CHECK(normalised(pair.one) != normalised(pair.other));
}

TEST_CASE("the table answers for Dutch text, and leaves the rest to ICU") {
  std::string out;
  CHECK(basic_1::normalise_by_table(
      "co\u00f6rdinatie \u2018s ochtends, 50 \u00b5g \u2265 38\u00b0C", out));
  CHECK(out == "co\u00f6rdinatie s ochtends 50 \u03bcg \u2265 38\u00b0c");
  CHECK_FALSE(basic_1::normalise_by_table("e\u0301\u00e9n", out));
  CHECK_FALSE(basic_1::normalise_by_table("\U0001f600", out));
}

TEST_CASE("every code point, alone and between others, goes both ways alike") {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xd800 && c < 0xe000) continue;
    // Beyond the first two planes hardly anything is assigned.
    if (c >= 0x20000 && c % 997 != 0) continue;
    check_any({c, U' ', U'a', c, U'5', c, c, U'-', c, U'\u0301'});
  }
}

TEST_CASE("any text: both ways agree with the textbook, twice is once, digits stay") {
  std::mt19937 random(5);
  for (int round = 0; round < 200000; ++round) check_any(random_text(random));
  for (int round = 0; round < 20000; ++round) check_any(plain_text(random));
}

TEST_CASE("every short text over the marks that matter") {
  // All texts of up to five out of nine: 66,430.
  constexpr std::u32string_view alphabet = U"a5.-'+%\u2013 ";
  std::vector<std::u32string> texts{U""};
  for (std::size_t at = 0; at < texts.size(); ++at) {
    check_any(texts[at]);
    if (texts[at].size() == 5) continue;
    for (const char32_t c : alphabet) texts.push_back(texts[at] + c);
  }
  CHECK(texts.size() == 66430);
}
