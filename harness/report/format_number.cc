// SPDX-License-Identifier: Apache-2.0
#include "harness/report/format_number.h"

#include <fmt/format.h>

#include <cmath>
#include <tuple>

namespace keur {
namespace {

// Beyond this, digits stop helping anybody.
constexpr int most_decimals = 8;
constexpr double too_large_for_digits = 1e7;

double shown(double value, NumberForm form) {
  return form == NumberForm::ratio ? value : value * 100;
}

int usual_decimals(double value, NumberForm form) {
  int decimals = form == NumberForm::ratio ? 2 : 1;
  const double size = std::fabs(value);
  double two_digits = form == NumberForm::proportion ? 1 : 0.1;
  while (size > 0 && size < two_digits && decimals < most_decimals) {
    ++decimals;
    two_digits /= 10;
  }
  return decimals;
}

std::string fixed(double value, int decimals) {
  if (std::fabs(value) >= too_large_for_digits) return fmt::format("{:.3g}", value);
  std::string text = fmt::format("{:.{}f}", value, decimals);
  if (text.front() == '-' && text.find_first_not_of("-0.") == std::string::npos) text.erase(0, 1);
  return text;
}

bool is_zero(std::string_view text) {
  return text.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

NumberForm form_of(std::string_view name) {
  if (name == "difference") return NumberForm::difference;
  if (name == "ratio") return NumberForm::ratio;
  return NumberForm::proportion;
}

std::string format_bare(double value, NumberForm form, std::optional<double> limit) {
  const double number = shown(value, form);
  int decimals = usual_decimals(number, form);
  if (limit && *limit != value) {
    const double bar = shown(*limit, form);
    for (int more = 0; more < 3 && fixed(number, decimals) == fixed(bar, decimals); ++more)
      ++decimals;
  }
  std::string text = fixed(number, decimals);
  if (form == NumberForm::difference && text.front() != '-' && !is_zero(text))
    text.insert(text.begin(), '+');
  return text;
}

std::string format_value(double value, NumberForm form, std::optional<double> limit) {
  const std::string number = format_bare(value, form, limit);
  switch (form) {
    case NumberForm::difference:
      return number + " points";
    case NumberForm::ratio:
      return number + "x";
    case NumberForm::proportion:
      break;
  }
  return number + "%";
}

std::optional<std::string> format_interval(const Measurement& measurement, NumberForm form,
                                           std::string_view dash, std::optional<double> limit) {
  const auto& [lower, upper] = std::tie(measurement.lower, measurement.upper);
  if (!lower && !upper) return std::nullopt;
  const bool ascii = static_cast<unsigned char>(dash.front()) < 0x80;
  const std::string infinite = ascii ? "inf" : "\u221E";
  return fmt::format("{} {} {}", lower ? format_bare(*lower, form, limit) : "-" + infinite, dash,
                     upper ? format_bare(*upper, form, limit) : infinite);
}

std::string format_count(double count) {
  if (std::floor(count) == count && std::fabs(count) < 1e15)
    return fmt::format("{:.0f}", count + 0.0);
  return fmt::format("{:.2f}", count);
}

std::string format_confidence(double confidence) {
  return fmt::format("{:.4g}%", 100 * confidence);
}

std::string_view limit_sign(std::string_view direction, bool unicode) {
  if (direction == "at_least") return unicode ? "\u2265" : ">=";
  if (direction == "within") return unicode ? "\u00B1" : "+-";
  return unicode ? "\u2264" : "<=";
}

std::string format_technical(std::optional<double> value) {
  return value ? fmt::format("{:.4g}", *value) : std::string("-");
}

}  // namespace keur
