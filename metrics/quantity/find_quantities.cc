// SPDX-License-Identifier: Apache-2.0
// From left to right: at each word the longest reading that makes sense, or none.
#include <algorithm>

#include "metrics/quantity/clock.h"
#include "metrics/quantity/dates.h"
#include "metrics/quantity/number_phrase.h"
#include "metrics/quantity/unit_phrase.h"
#include "metrics/quantity/units.h"

namespace keur {
namespace {

class Finder {
 public:
  Finder(const Words& words, std::vector<Quantity>& found)
      : words_(words), found_(found), dutch_(words.language() == Language::dutch) {}

  void run() {
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t count = found_.size();
      std::size_t next = read(at);
      // A reading that ends inside a token is none: half of the token would be lost.
      if (next > at && (same_token(at - 1, at) || same_token(next - 1, next))) {
        found_.resize(count);
        next = at;
      }
      at = next > at ? next : at + 1;
    }
  }

 private:
  bool same_token(std::size_t one, std::size_t next) const {
    return one < words_.size() && next < words_.size() && words_[one].token == words_[next].token;
  }

  // Where the quantity at `at` ends; `at` when there is none.
  std::size_t read(std::size_t at) {
    const Word& word = words_[at];
    const bool starts = word.is_number() || word.role != WordRole::none || word.ordinal >= 0 ||
                        word.month > 0 || !relation_of(word.text).empty();
    if (!starts) return at;
    if (const auto clock = read_clock(words_, at)) {
      add(at, clock->next, QuantityKind::time, {{clock->hour, 1}, {clock->minute, 1}}, "",
          clock_text(clock->hour, clock->minute, false, words_.language()))
          .ambiguous = clock->twelve_hours;
      return clock->next;
    }
    if (const auto date = read_date(words_, at)) {
      std::vector<Rational> values = {{date->day, 1}, {date->month, 1}};
      if (date->year >= 0) values.push_back({date->year, 1});
      Quantity& quantity = add(at, date->next, QuantityKind::date, std::move(values), "", "");
      quantity.ambiguous = date->ambiguous;
      quantity.spelling = canonical_text(quantity, words_.language());
      return date->next;
    }
    if (const std::size_t next = every(at); next > at) return next;
    if (const std::size_t next = spoken_scheme(at); next > at) return next;
    if (word.digits.count > 1) return several_parts(at);
    if (word.ordinal > 0) return ordinal(at);
    return number(at);
  }

  Quantity& add(std::size_t first, std::size_t next, QuantityKind kind,
                std::vector<Rational> values, std::string unit, std::string spelling) {
    Quantity quantity;
    quantity.kind = kind;
    quantity.values = std::move(values);
    quantity.unit = std::move(unit);
    quantity.spelling = std::move(spelling);
    quantity.first = words_[first].token;
    quantity.last = words_[next - 1].token + 1;
    found_.push_back(std::move(quantity));
    return found_.back();
  }

  std::string in_digits(Rational value) const { return decimal_text(value, dutch_ ? ',' : '.'); }

  // "elke 6 uur", "om de 6 uur", "every 6 hours"
  std::size_t every(std::size_t at) {
    std::size_t next = at + 1;
    if (words_.role(at) == WordRole::at && words_[next].text == "de")
      ++next;
    else if (words_.role(at) != WordRole::every)
      return at;
    const auto periods = read_number(words_, next);
    if (!periods || !periods->bare || periods->value.numerator == 0 ||
        periods->value == Rational{1, 1} || !periods->suffix.empty())
      return at;
    const std::size_t end = periods->next + 1;
    const std::string unit = compound_unit(words_[periods->next].text, words_.language());
    if (!is_time_unit(unit)) return at;
    return add_frequency(at, end, {1, 1}, periods->value, unit, "1");
  }

  std::size_t add_frequency(std::size_t at, std::size_t next, Rational times, Rational periods,
                            const std::string& unit, const std::string& spelling) {
    add(at, next, QuantityKind::frequency, {times, periods}, unit, spelling);
    return next;
  }

  // "een nul een", "1 0 1": three or four small numbers by themselves, one of them zero.
  std::size_t spoken_scheme(std::size_t at) {
    if (at > 0 && (words_.like_a_number(at - 1) || words_.role(at - 1) == WordRole::decimal))
      return at;
    std::vector<Rational> values;
    std::string spelling;
    bool zero = false;
    std::size_t next = at;
    for (; next < words_.size(); ++next) {
      const auto value = single_number(words_[next], 3);
      if (!value || words_[next].digits.parts[0].leading_zero || values.size() > 4 ||
          same_token(next, next + 1))
        break;
      values.push_back({*value, 1});
      spelling += (spelling.empty() ? "" : "-") + std::to_string(*value);
      zero |= *value == 0;
    }
    if (values.size() < 3 || values.size() > 4 || !zero || words_.like_a_number(next) ||
        words_.role(next) == WordRole::decimal || words_.role(next) == WordRole::pressure ||
        words_[next].month > 0 || makes_a_count(words_, next) || unit_at(next))
      return at;
    add(at, next, QuantityKind::scheme, std::move(values), "", std::move(spelling)).ambiguous =
        true;
    return next;
  }

  bool unit_at(std::size_t at) const {
    return at < words_.size() && (!compound_unit(words_[at].text, words_.language()).empty() ||
                                  (words_.role(at) == WordRole::per && at + 1 < words_.size() &&
                                   find_unit(words_[at + 1].text, words_.language()) != nullptr));
  }

  static bool pressures(Rational high, Rational low) {
    return high.is_whole() && low.is_whole() && high.numerator >= 40 && high.numerator <= 300 &&
           low.numerator >= 20 && low.numerator <= 200 && high.numerator > low.numerator;
  }

  // 120/80 1:1000 10-20mg 1-0-1 1/2 tablet
  std::size_t several_parts(std::size_t at) {
    const DigitToken& token = words_[at].digits;
    std::vector<Rational> values;
    std::string spelling;
    bool whole = true, zeros = false;
    for (std::size_t i = 0; i < static_cast<std::size_t>(token.count); ++i) {
      if (i > 0) spelling += token.parting;
      spelling += in_digits(token.parts[i].value);
      if (token.parts[i].decimals && token.parts[i].value.is_whole())
        spelling += dutch_ ? ",0" : ".0";
      values.push_back(token.parts[i].value);
      whole &= token.parts[i].value.is_whole();
      zeros |= token.parts[i].leading_zero;
    }
    if (token.sign != 0 || zeros) return at;
    if (token.parting == '-' && token.count == 2) return range(at, values, spelling, token);
    if (!token.relation.empty()) return at;
    if (token.parting == '-' && token.suffix.empty() && token.count <= 4) {
      add(at, at + 1, QuantityKind::scheme, std::move(values), "", std::move(spelling));
      return at + 1;
    }
    if (token.count != 2 || !whole) return at;
    if (token.parting == '/') {
      if (pressures(values[0], values[1]) && token.suffix.empty())
        return add_pressure(at, behind_mmhg(at + 1), values[0], values[1]);
      const std::string unit = unit_behind(words_, at + 1);
      if (is_counted_unit(unit) && token.suffix.empty() && less(values[0], values[1]) &&
          !joins_numbers(at) && (at == 0 || !words_.like_a_number(at - 1))) {
        const auto part = quotient(values[0], values[1]);
        if (part && (part->denominator == 2 || part->denominator == 4)) {
          add(at, at + 2, QuantityKind::number, {*part}, unit, in_digits(*part));
          return at + 2;
        }
      }
    }
    if (!token.suffix.empty()) return at;
    add(at, at + 1, QuantityKind::ratio, std::move(values), "", std::move(spelling));
    return at + 1;
  }

  // Whether the word before `at` would make a number of digits a part of something larger.
  bool joins_numbers(std::size_t at) const {
    if (at == 0) return false;
    const Word& word = words_[at - 1];
    switch (word.role) {
      case WordRole::minus:
      case WordRole::plus:
      case WordRole::to:
      case WordRole::than:
      case WordRole::decimal:
      case WordRole::per:
      case WordRole::every:
        return true;
      default:
        return !relation_of(word.text).empty();
    }
  }

  // Said twice is said once, or what is left would be read differently the next time.
  std::size_t behind_mmhg(std::size_t at) const {
    while (at < words_.size() && unit_behind(words_, at) == "mmhg")
      at += words_[at].text == "mmhg" ? 1 : 2;
    return at;
  }

  std::size_t add_pressure(std::size_t at, std::size_t next, Rational high, Rational low) {
    add(at, next, QuantityKind::blood_pressure, {high, low}, "mmhg",
        in_digits(high) + '/' + in_digits(low));
    return next;
  }

  std::size_t range(std::size_t at, const std::vector<Rational>& values,
                    const std::string& spelling, const DigitToken& token) {
    if (!less(values[0], values[1])) return at;
    if (!token.suffix.empty()) return at;
    const auto named = read_unit(words_, at + 1, true);
    add(at, named ? named->next : at + 1, QuantityKind::range, values, named ? named->unit : "",
        spelling)
        .relation = token.relation;
    return named ? named->next : at + 1;
  }

  // "een derde" is a part, not a rank.
  std::size_t ordinal(std::size_t at) {
    if (at > 0 && (words_.like_a_number(at - 1) || words_.role(at - 1) == WordRole::each))
      return at;
    add(at, at + 1, QuantityKind::ordinal, {{words_[at].ordinal, 1}}, "",
        std::to_string(words_[at].ordinal));
    return at + 1;
  }

  std::size_t number(std::size_t at) {
    const auto number = read_number(words_, at);
    if (!number || before_clock(at)) return at;
    const std::size_t next = number->next;
    if (!number->suffix.empty()) return number_with_suffix(at, *number);

    const auto second =
        number->bare && (words_.role(next) == WordRole::pressure || range_word(at, next))
            ? read_number(words_, next + 1)
            : std::nullopt;
    if (second && second->bare && words_.role(next) == WordRole::pressure &&
        second->suffix.empty() && pressures(number->value, second->value)) {
      const std::string unit = unit_behind(words_, second->next);
      if (unit.empty() || unit == "mmhg")
        return add_pressure(at, behind_mmhg(second->next), number->value, second->value);
    }
    if (second && second->bare && range_word(at, next) && less(number->value, second->value) &&
        !has_leading_zero(number->spelling) && !has_leading_zero(second->spelling) &&
        !read_clock(words_, next + 1) && !read_date(words_, next + 1)) {
      if (second->suffix.empty()) {
        const auto named = read_unit(words_, second->next, true);
        const std::size_t end = named ? named->next : second->next;
        add(at, end, QuantityKind::range, {number->value, second->value}, named ? named->unit : "",
            number->spelling + '-' + second->spelling)
            .ambiguous = number->other_mark || second->other_mark;
        return end;
      }
    }
    if (words_.role(next) == WordRole::plus && number->is_whole() && number->value.numerator <= 4 &&
        !words_.like_a_number(next + 1))
      return add_number(at, *number, UnitPhrase{"+", next + 1, {}});
    return add_number(at, *number, read_unit(words_, next, false));
  }

  static bool has_leading_zero(std::string_view spelling) {
    return spelling.size() > 1 && spelling[0] == '0' && spelling[1] >= '0' && spelling[1] <= '9';
  }

  // "plus one o'clock": the words before the hour are no sign.
  bool before_clock(std::size_t at) const {
    const std::size_t first = at;
    for (;; ++at) {
      const WordRole role = words_.role(at);
      if (role != WordRole::minus && role != WordRole::plus && role != WordRole::comparative &&
          role != WordRole::than && relation_of(words_[at].text).empty())
        return at > first && read_clock(words_, at).has_value();
    }
  }

  // tot, to; à only with its accent. "from 5 to 10" is a change, not a range.
  bool range_word(std::size_t start, std::size_t at) const {
    const Word& word = words_[at];
    if (word.role == WordRole::to) return dutch_ || start == 0 || words_[start - 1].text != "from";
    return word.text == "a" && word.grave;
  }

  std::size_t number_with_suffix(std::size_t at, const NumberPhrase& number) {
    const std::string_view suffix = number.suffix;
    const bool rank = dutch_ ? suffix == "e" || suffix == "de" || suffix == "ste"
                             : suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
    if (rank) {
      if (!number.is_whole() || number.value.numerator == 0) return at;
      add(at, number.next, QuantityKind::ordinal, {number.value}, "", number.spelling);
      return number.next;
    }
    if (suffix == "+")
      return number.is_whole() ? add_number(at, number, UnitPhrase{"+", number.next, {}}) : at;
    return at;
  }

  std::size_t add_number(std::size_t at, const NumberPhrase& number,
                         const std::optional<UnitPhrase>& named) {
    const std::size_t next = named ? named->next : number.next;
    const bool frequency = named && named->periods;
    std::vector<Rational> values = {number.value};
    if (frequency) values.push_back(*named->periods);
    Quantity& quantity = add(at, next, frequency ? QuantityKind::frequency : QuantityKind::number,
                             std::move(values), named ? named->unit : "", number.spelling);
    quantity.relation = number.relation;
    quantity.ambiguous = number.other_mark || (number.grouped && named);
    if (!named && number.other_mark && dutch_) keep_possible_time(at, number, quantity);
    return next;
  }

  // 14.30 without "uur" may be a time: it stays as it was written.
  void keep_possible_time(std::size_t at, const NumberPhrase& number, Quantity& quantity) const {
    const Word& word = words_[at];
    if (word.digits.count != 1 || !word.digits.bare() || number.next != at + 1) return;
    const std::string_view text = word.digits.parts[0].text;
    const std::size_t point = text.find('.');
    if (point < 1 || point > 2 || text.size() != point + 3 || text[point + 1] > '5') return;
    const int hour = point == 1 ? text[0] - '0' : 10 * (text[0] - '0') + text[1] - '0';
    if (hour <= 24) quantity.spelling = std::string(text);
  }

  const Words& words_;
  std::vector<Quantity>& found_;
  bool dutch_;
};

}  // namespace

std::vector<Quantity> find_quantities(std::span<const std::string_view> tokens, Language language) {
  std::vector<Quantity> found;
  const Words words(tokens, language);
  Finder(words, found).run();
  return found;
}

}  // namespace keur
