// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/dates.h"

#include "metrics/quantity/dutch_numbers.h"
#include "metrics/quantity/number_phrase.h"
#include "metrics/quantity/units.h"

namespace keur {
namespace {

constexpr std::int64_t first_year = 1900, last_year = 2099;

bool valid(std::int64_t day, std::int64_t month) {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

// 12-03-2024 12/3/2024 2024-03-12 12-03-24
std::optional<DateReading> in_digits(const Words& words, std::size_t at) {
  const DigitToken& token = words[at].digits;
  if (token.count != 3 || token.parting == ':' || token.sign != 0 || !token.relation.empty() ||
      !token.suffix.empty())
    return std::nullopt;
  std::int64_t value[3];
  std::size_t length[3];
  for (std::size_t i = 0; i < 3; ++i) {
    const Digits& part = token.parts[i];
    if (part.text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    value[i] = part.value.numerator;
    length[i] = part.text.size();
  }
  if (length[0] == 4 && length[1] <= 2 && length[2] <= 2 && valid(value[2], value[1]))
    return DateReading{value[2], value[1], value[0], false, at + 1};
  if (length[0] > 2 || length[1] > 2) return std::nullopt;
  // 4-2-20 is a scheme; a date of two digits has a zero before its month or slashes.
  const bool short_year =
      length[2] == 2 &&
      (token.parting == '/' || (length[0] == 2 && length[1] == 2 && token.parts[1].text[0] <= '1' &&
                                token.parts[1].leading_zero));
  if (length[2] != 4 && !short_year) return std::nullopt;
  const bool english = words.language() == Language::english;
  if (english && valid(value[1], value[0]) && !valid(value[0], value[1]))
    return DateReading{value[1], value[0], value[2], short_year, at + 1};
  if (!valid(value[0], value[1])) return std::nullopt;
  const bool may_be_swapped = english && value[0] <= 12 && value[0] != value[1];
  return DateReading{value[0], value[1], value[2], short_year || may_be_swapped, at + 1};
}

bool unit_at(const Words& words, std::size_t at) {
  return at < words.size() && (makes_a_count(words, at) || words.role(at) == WordRole::pressure ||
                               !compound_unit(words[at].text, words.language()).empty());
}

// Adds the year at `date.next`, if there is one: 2024, tweeduizendvierentwintig, twenty
// twenty-four.
void add_year(const Words& words, DateReading& date) {
  const Word& word = words[date.next];
  const auto whole = word.is_number() ? read_number(words, date.next) : std::nullopt;
  if (whole && whole->is_whole() && whole->suffix.empty() && !whole->grouped &&
      whole->value.numerator >= first_year && whole->value.numerator <= last_year) {
    if (unit_at(words, whole->next)) return;
    date.year = whole->value.numerator;
    date.next = whole->next;
    return;
  }
  if (word.cardinal == 19 || word.cardinal == 20) {
    const auto rest =
        words[date.next + 1].cardinal >= 10 ? read_number(words, date.next + 1) : std::nullopt;
    if (!rest || !rest->is_whole() || rest->value.numerator > 99 || unit_at(words, rest->next))
      return;
    date.year = 100 * word.cardinal + rest->value.numerator;
    date.next = rest->next;
  } else if (words.language() == Language::dutch && word.cardinal < 0 && word.text.size() > 9) {
    const auto year = dutch_year(word.text);
    if (!year || *year < first_year || *year > last_year) return;
    date.year = *year;
    ++date.next;
  }
}

// The day at `at`: 12, twaalf; in English also 12th, twelfth.
std::optional<std::int64_t> day_at(const Words& words, std::size_t at, std::size_t& next,
                                   bool& ranked) {
  const Word& word = words[at];
  ranked = false;
  next = at + 1;
  if (words.language() == Language::english) {
    const DigitToken& token = word.digits;
    if (word.ordinal > 0) {
      ranked = true;
      return word.ordinal;
    }
    if (token.count == 1 && token.sign == 0 && token.parts[0].value.is_whole() &&
        (token.suffix == "st" || token.suffix == "nd" || token.suffix == "rd" ||
         token.suffix == "th")) {
      ranked = true;
      return token.parts[0].value.numerator;
    }
    const Word& second = words[at + 1];
    if ((word.cardinal == 20 || word.cardinal == 30) && second.ordinal > 0 && second.ordinal < 10) {
      ranked = true;
      next = at + 2;
      return word.cardinal + second.ordinal;
    }
  }
  const auto day = word.is_number() ? read_number(words, at) : std::nullopt;
  if (!day || !day->is_whole() || !day->suffix.empty() || day->value.numerator > 31)
    return single_number(word, 31);
  next = day->next;
  return day->value.numerator;
}

std::optional<DateReading> named_month(const Words& words, std::size_t at) {
  const bool english = words.language() == Language::english;
  DateReading date;
  bool ranked = false;
  if (english && words[at].month > 0) {  // march 12th
    const auto day = day_at(words, at + 1, date.next, ranked);
    if (!day || !valid(*day, words[at].month)) return std::nullopt;
    // "he may 12"
    if (unit_at(words, date.next) || (words[at].text == "may" && !ranked)) return std::nullopt;
    date.day = *day;
    date.month = words[at].month;
    add_year(words, date);
    return date;
  }
  const auto day = day_at(words, at, date.next, ranked);
  if (!day) return std::nullopt;
  if (english && ranked && words[date.next].text == "of") ++date.next;
  const Word& month = words[date.next];
  if (month.month == 0 || !valid(*day, month.month)) return std::nullopt;
  date.day = *day;
  date.month = month.month;
  ++date.next;
  add_year(words, date);
  // "of 12 may have"
  if (english && month.text == "may" && !ranked && date.year < 0) return std::nullopt;
  return date;
}

// 12-march, as canonical text has it: in one word no neighbour can come in between.
std::optional<DateReading> in_one_word(const Words& words, std::size_t at) {
  const DigitToken& token = words[at].digits;
  if (token.sign != 0 || !token.relation.empty() || token.exponent ||
      token.parts[0].text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  const std::int64_t month = english_meaning(token.suffix.substr(1)).month;
  if (!valid(token.parts[0].value.numerator, month)) return std::nullopt;
  DateReading date{token.parts[0].value.numerator, month, -1, false, at + 1};
  add_year(words, date);
  return date;
}

}  // namespace

std::optional<DateReading> read_date(const Words& words, std::size_t at) {
  if (words[at].digits.count == 3) return in_digits(words, at);
  const DigitToken& token = words[at].digits;
  if (words.language() == Language::english && token.count == 1 && token.suffix.size() > 1 &&
      token.suffix[0] == '-')
    return in_one_word(words, at);
  return named_month(words, at);
}

}  // namespace keur
