// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/unit_phrase.h"

#include <algorithm>

#include "metrics/quantity/number_phrase.h"
#include "metrics/quantity/units.h"

namespace keur {
namespace {

class UnitReader {
 public:
  explicit UnitReader(const Words& words) : words_(words) {}

  // The unit behind a number, in words of its own.
  std::optional<UnitPhrase> named_unit(std::size_t at, bool of_range) const {
    if (at >= words_.size()) return std::nullopt;
    if (words_.role(at) == WordRole::many_a_day)
      return UnitPhrase{of_range ? "x/d" : "d", at + 1, Rational{1, 1}};
    if (auto frequency = times_per(words_[at].text, at + 1, of_range)) return frequency;
    if (const Unit* const pair = find_unit(words_[at].text, words_[at + 1].text, words_.language()))
      return with_what_is_below(UnitPhrase{std::string(pair->name), at + 2, {}}, of_range);
    if (words_.role(at) == WordRole::per)
      return with_what_is_below(UnitPhrase{"", at, {}}, of_range);
    const std::string unit = compound_unit(words_[at].text, words_.language());
    if (unit.empty()) return std::nullopt;
    return with_what_is_below(UnitPhrase{unit, at + 1, {}}, of_range);
  }

 private:
  // x/dag, x/24uur
  std::optional<UnitPhrase> times_per(std::string_view text, std::size_t next,
                                      bool of_range) const {
    if (text.size() < 3 || text.substr(0, 2) != "x/") return std::nullopt;
    text.remove_prefix(2);
    const std::size_t digits = text.find_first_not_of("0123456789.,");
    if (digits == std::string_view::npos) return std::nullopt;
    std::optional<Rational> periods = Rational{1, 1};
    if (digits > 0)
      periods = read_decimal(text.data(), text.data() + digits,
                             words_.language() == Language::dutch ? ',' : '.');
    const std::string period = compound_unit(text.substr(digits), words_.language());
    if (!periods || periods->numerator == 0 || !is_time_unit(period) || (of_range && digits > 0))
      return std::nullopt;
    return UnitPhrase{of_range ? "x/" + period : period, next, periods};
  }

  // "mg per kg per dag"; behind x: "per dag", "daags".
  std::optional<UnitPhrase> with_what_is_below(UnitPhrase named, bool of_range) const {
    if (named.unit == "x") {
      UnitPhrase counted = behind_times(named.next);
      if (!counted.periods) return named;
      if (!of_range) return counted;
      if (*counted.periods != Rational{1, 1}) return named;
      counted.unit.insert(0, "x/");
      return counted;
    }
    // "°C Celsius"
    while (named.unit == "\u00b0" &&
           (words_[named.next].text == "celsius" || words_[named.next].text == "c"))
      ++named.next;
    auto slashes = std::count(named.unit.begin(), named.unit.end(), '/');
    while (slashes < 2 && words_.role(named.next) == WordRole::per) {
      const std::size_t next = named.next + 1;
      const Unit* const below =
          next < words_.size() ? find_unit(words_[next].text, words_.language()) : nullptr;
      if (below == nullptr || !below->below) break;
      named.unit += '/' + std::string(below->name);
      named.next = next + 1;
      ++slashes;
    }
    if (named.unit.empty()) return std::nullopt;
    return named;
  }

  // The period behind "3 keer"; no `periods` when there is none.
  UnitPhrase behind_times(std::size_t at) const {
    switch (words_.role(at)) {
      case WordRole::many_a_day:
      case WordRole::daily:
        return {"d", at + 1, Rational{1, 1}};
      case WordRole::weekly:
        return {"wk", at + 1, Rational{1, 1}};
      case WordRole::monthly:
        return {"mo", at + 1, Rational{1, 1}};
      case WordRole::per:
      case WordRole::each:
        break;
      default:
        return {"x", at, {}};
    }
    const UnitPhrase none{"x", at, {}};
    std::size_t next = at + 1;
    Rational periods{1, 1};
    if (words_.like_a_number(next) && words_.role(at) == WordRole::per) {
      const auto number = read_number(words_, next);
      if (!number || !number->bare || number->value.numerator == 0) return none;
      periods = number->value;
      next = number->next;
      if (!number->suffix.empty()) return none;
    }
    const std::string unit =
        next < words_.size() ? compound_unit(words_[next].text, words_.language()) : "";
    return is_time_unit(unit) ? UnitPhrase{unit, next + 1, periods} : none;
  }

  const Words& words_;
};

}  // namespace

std::optional<UnitPhrase> read_unit(const Words& words, std::size_t at, bool of_range) {
  return UnitReader(words).named_unit(at, of_range);
}

std::string unit_behind(const Words& words, std::size_t at) {
  if (at >= words.size()) return "";
  if (const Unit* const pair = find_unit(words[at].text, words[at + 1].text, words.language()))
    return std::string(pair->name);
  return compound_unit(words[at].text, words.language());
}

}  // namespace keur
