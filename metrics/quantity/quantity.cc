// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/quantity.h"

#include <fmt/format.h>

#include <array>

#include "metrics/quantity/clock.h"
#include "metrics/quantity/units.h"

namespace keur {
namespace {

constexpr std::array<std::string_view, 9> names = {
    "number", "ordinal", "blood_pressure", "time", "date", "range", "ratio", "frequency", "scheme"};

constexpr std::array<std::string_view, 12> dutch_months = {
    "januari", "februari", "maart",     "april",   "mei",      "juni",
    "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr std::array<std::string_view, 12> english_months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

std::optional<std::vector<Rational>> in_base(const Quantity& quantity, Rational factor) {
  std::vector<Rational> values;
  for (const Rational value : quantity.values) {
    const auto converted = product(value, factor);
    if (!converted) return std::nullopt;
    values.push_back(*converted);
  }
  return values;
}

bool same_measure(const Quantity& a, const Quantity& b) {
  if (a.unit == b.unit) return a.values == b.values;
  const auto first = measure(a.unit), second = measure(b.unit);
  if (!first || !second || first->base != second->base) return false;
  const auto ours = in_base(a, first->factor), theirs = in_base(b, second->factor);
  return ours && theirs && *ours == *theirs;
}

// Times per base of time: 2 a day is 14 a week only in a table, so both numbers must agree.
bool same_frequency(const Quantity& a, const Quantity& b) {
  if (a.values[0] != b.values[0]) return false;
  Quantity period_a = a, period_b = b;
  period_a.values = {a.values[1]};
  period_b.values = {b.values[1]};
  return same_measure(period_a, period_b);
}

bool same_time(const Quantity& a, const Quantity& b) {
  const auto minutes = [](const Quantity& time) {
    return time.values[0].numerator * 60 + time.values[1].numerator;
  };
  const std::int64_t clock = a.ambiguous || b.ambiguous ? 720 : 1440;
  return minutes(a) % clock == minutes(b) % clock;
}

bool same_date(const Quantity& a, const Quantity& b) {
  if (a.values.size() != b.values.size()) return false;
  if (a.values[0] != b.values[0] || a.values[1] != b.values[1]) return false;
  if (a.values.size() < 3) return true;
  const std::int64_t first = a.values[2].numerator, second = b.values[2].numerator;
  return first < 100 || second < 100 ? first % 100 == second % 100 : first == second;
}

std::string ordinal_text(std::int64_t rank, Language language) {
  if (language == Language::dutch) return fmt::format("{}e", rank);
  const std::int64_t ten = rank / 10 % 10, one = rank % 10;
  return fmt::format("{}{}", rank,
                     ten == 1   ? "th"
                     : one == 1 ? "st"
                     : one == 2 ? "nd"
                     : one == 3 ? "rd"
                                : "th");
}

std::string date_text(const Quantity& date, Language language) {
  const std::int64_t day = date.values[0].numerator, month = date.values[1].numerator;
  const auto index = static_cast<std::size_t>(month - 1);
  if (date.values.size() == 2)
    return language == Language::dutch ? fmt::format("{} {}", day, dutch_months[index])
                                       : fmt::format("{}-{}", day, english_months[index]);
  const std::int64_t year = date.values[2].numerator;
  if (language == Language::english && !date.ambiguous)
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
  // 07-10-10 would be no date when it is read again: see dates.cc.
  if (year < 100 && month >= 10) return fmt::format("{:02}/{:02}/{:02}", day, month, year);
  if (language == Language::english || year < 100)
    return fmt::format("{:02}-{:02}-{:02}", day, month, year);
  return fmt::format("{:02}-{:02}-{:04}", day, month, year);
}

std::string frequency_text(const Quantity& quantity, Language language) {
  const std::string period = unit_text(quantity.unit, language);
  const bool one_period = quantity.values[1] == Rational{1, 1};
  const char mark = language == Language::dutch ? ',' : '.';
  if (!one_period && quantity.values[0] == Rational{1, 1} && quantity.relation.empty())
    return fmt::format("{} {} {}", language == Language::dutch ? "elke" : "every",
                       decimal_text(quantity.values[1], mark), period);
  if (one_period && quantity.unit == "d" && language == Language::dutch)
    return quantity.spelling + "dd";
  return quantity.spelling + "x/" + (one_period ? "" : decimal_text(quantity.values[1], mark)) +
         period;
}

std::string with_unit(const Quantity& quantity, Language language) {
  const std::string& unit = quantity.unit;
  if (unit.empty()) return quantity.spelling;
  if (unit == "x/d" && language == Language::dutch) return quantity.spelling + "dd";
  const std::string text = unit_text(unit, language);
  // What would lose its meaning or its slash as a word by itself.
  if (unit == "+" || unit[0] == '/' || unit[0] == 'x') return quantity.spelling + text;
  return quantity.spelling + ' ' + text;
}

}  // namespace

std::string_view kind_name(QuantityKind kind) { return names[static_cast<std::size_t>(kind)]; }

bool same_quantity(const Quantity& a, const Quantity& b) {
  if (a.kind != b.kind || a.relation != b.relation || a.values.size() != b.values.size())
    return false;
  switch (a.kind) {
    case QuantityKind::time:
      return same_time(a, b);
    case QuantityKind::date:
      return same_date(a, b);
    case QuantityKind::frequency:
      return same_frequency(a, b);
    default:
      return same_measure(a, b);
  }
}

std::string canonical_text(const Quantity& quantity, Language language) {
  switch (quantity.kind) {
    case QuantityKind::number:
    case QuantityKind::range:
      return quantity.relation + with_unit(quantity, language);
    case QuantityKind::ordinal:
      return ordinal_text(quantity.values[0].numerator, language);
    case QuantityKind::time:
      return clock_text(static_cast<int>(quantity.values[0].numerator),
                        static_cast<int>(quantity.values[1].numerator), quantity.ambiguous,
                        language);
    case QuantityKind::date:
      return date_text(quantity, language);
    case QuantityKind::frequency:
      return quantity.relation + frequency_text(quantity, language);
    case QuantityKind::blood_pressure:
    case QuantityKind::ratio:
    case QuantityKind::scheme:
      break;
  }
  return quantity.spelling;
}

}  // namespace keur
