// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/dutch_numbers.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "metrics/quantity/number_phrase.h"

namespace keur {
namespace {

constexpr std::string_view small[] = {"nul",      "een",     "twee",      "drie",     "vier",
                                      "vijf",     "zes",     "zeven",     "acht",     "negen",
                                      "tien",     "elf",     "twaalf",    "dertien",  "veertien",
                                      "vijftien", "zestien", "zeventien", "achttien", "negentien"};
constexpr std::string_view tens[] = {"twintig", "dertig",   "veertig", "vijftig",
                                     "zestig",  "zeventig", "tachtig", "negentig"};

struct BelowHundred {
  std::unordered_map<std::string, std::int64_t> cardinals, ordinals;

  BelowHundred() {
    const auto add = [this](std::int64_t value, const std::string& word) {
      cardinals.emplace(word, value);
      const std::string_view exception = value == 1   ? "eerste"
                                         : value == 3 ? "derde"
                                         : value == 8 ? "achtste"
                                                      : "";
      if (!exception.empty())
        ordinals.emplace(exception, value);
      else
        ordinals.emplace(word + (value == 0 || value >= 20 ? "ste" : "de"), value);
    };
    for (std::int64_t value = 0; value < 20; ++value)
      add(value, std::string(small[static_cast<std::size_t>(value)]));
    for (std::int64_t ten = 2; ten < 10; ++ten) {
      const std::string word(tens[static_cast<std::size_t>(ten - 2)]);
      add(10 * ten, word);
      for (std::int64_t one = 1; one < 10; ++one)
        add(10 * ten + one, std::string(small[static_cast<std::size_t>(one)]) + "en" + word);
    }
    ordinals.erase("eende");
  }
  static const BelowHundred& get() {
    static const BelowHundred words;
    return words;
  }
};

using Table = std::unordered_map<std::string, std::int64_t>;

std::optional<std::int64_t> look_up(const Table& words, std::string_view word) {
  // The longest is negenennegentigste; a longer key would cost an allocation for nothing.
  if (word.size() > 22) return std::nullopt;
  const auto found = words.find(std::string(word));
  if (found == words.end()) return std::nullopt;
  return found->second;
}

struct Scale {
  std::string_view word;
  std::int64_t value;
};
constexpr Scale scales[] = {
    {"miljard", 1000000000}, {"miljoen", 1000000}, {"duizend", 1000}, {"honderd", 100}};

// `last` are the words that may come last: cardinals, or ordinals.
std::optional<std::int64_t> compound(std::string_view word, const Table& last, bool ordinal) {
  if (const auto value = look_up(last, word)) return value;
  // Each of the scales has a d or a j behind its third letter.
  if (word.size() < 7 || word.find_first_of("dj", 3) == std::string_view::npos) return std::nullopt;
  for (const Scale& scale : scales) {
    const std::size_t at = word.find(scale.word);
    if (at == std::string_view::npos) continue;
    const Table& cardinals = BelowHundred::get().cardinals;
    const std::string_view left = word.substr(0, at);
    std::string_view right = word.substr(at + scale.word.size());

    std::int64_t multiple = 1;
    if (!left.empty()) {
      const auto value = compound(left, cardinals, false);
      // Hundreds go up to negenennegentighonderd, but tienhonderd and twintighonderd are no words.
      if (!value || *value == 0 || *value >= (scale.value == 100 ? 100 : 1000) ||
          (scale.value == 100 && *value % 10 == 0))
        return std::nullopt;
      multiple = *value;
    }
    std::int64_t rest = 0;
    if (ordinal ? right != "ste" : !right.empty()) {
      auto value = compound(right, last, ordinal);
      if (!value && right.substr(0, 2) == "en") value = compound(right.substr(2), last, ordinal);
      if (!value || *value == 0 || *value >= scale.value) return std::nullopt;
      rest = *value;
    }
    return multiple * scale.value + rest;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::int64_t> dutch_cardinal(std::string_view folded) {
  return compound(folded, BelowHundred::get().cardinals, false);
}

std::optional<std::int64_t> dutch_ordinal(std::string_view folded) {
  if (folded.size() < 5 || (folded.back() != 'e')) return std::nullopt;
  return compound(folded, BelowHundred::get().ordinals, true);
}

std::optional<std::int64_t> dutch_year(std::string_view folded) {
  if (const auto value = dutch_cardinal(folded)) return value;
  const Table& words = BelowHundred::get().cardinals;
  for (std::size_t at = 3; at + 2 < folded.size(); ++at) {
    const auto century = look_up(words, folded.substr(0, at));
    const auto year = look_up(words, folded.substr(at));
    if (century && year && *century >= 10 && *year > 0) return 100 * *century + *year;
  }
  return std::nullopt;
}

std::optional<Rational> parse_dutch_number(std::string_view text) {
  return parse_whole_number(text, Language::dutch);
}

}  // namespace keur
