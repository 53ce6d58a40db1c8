// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/english_numbers.h"

#include <string>
#include <unordered_map>

#include "metrics/quantity/number_phrase.h"

namespace keur {
namespace {

constexpr std::string_view small[] = {"zero",    "one",     "two",       "three",    "four",
                                      "five",    "six",     "seven",     "eight",    "nine",
                                      "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::string_view small_ranks[] = {
    "zeroth",     "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr std::string_view tens[] = {"twenty", "thirty",  "forty",  "fifty",
                                     "sixty",  "seventy", "eighty", "ninety"};

struct Table {
  std::unordered_map<std::string, std::int64_t> cardinals, ordinals;

  Table() {
    for (std::size_t value = 0; value < 20; ++value) {
      cardinals.emplace(small[value], value);
      if (value != 0 && value != 2) ordinals.emplace(small_ranks[value], value);
    }
    for (std::size_t ten = 2; ten < 10; ++ten) {
      const std::string word(tens[ten - 2]);
      cardinals.emplace(word, 10 * ten);
      ordinals.emplace(word.substr(0, word.size() - 1) + "ieth", 10 * ten);
      // The hyphen of twenty-one is gone when the word is folded.
      for (std::size_t one = 1; one < 10; ++one) {
        cardinals.emplace(word + std::string(small[one]), 10 * ten + one);
        ordinals.emplace(word + std::string(small_ranks[one]), 10 * ten + one);
      }
    }
    cardinals.emplace("oh", 0);
    cardinals.emplace("nought", 0);
    cardinals.emplace("hundred", 100);
    cardinals.emplace("thousand", 1000);
  }
  static const Table& get() {
    static const Table table;
    return table;
  }
};

std::optional<std::int64_t> look_up(const std::unordered_map<std::string, std::int64_t>& table,
                                    std::string_view word) {
  if (word.size() > 15) return std::nullopt;
  const auto found = table.find(std::string(word));
  if (found == table.end()) return std::nullopt;
  return found->second;
}

}  // namespace

std::optional<std::int64_t> english_cardinal(std::string_view folded) {
  return look_up(Table::get().cardinals, folded);
}

std::optional<std::int64_t> english_ordinal(std::string_view folded) {
  return look_up(Table::get().ordinals, folded);
}

std::optional<Rational> parse_english_number(std::string_view text) {
  return parse_whole_number(text, Language::english);
}

}  // namespace keur
