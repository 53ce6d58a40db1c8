// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/scalar.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdint>

namespace keur {
namespace {

void refuse(Diagnostics& problems, const char* code, const Yaml& value, std::string message,
            std::string label, std::string hint) {
  problems.push_back(
      {code, Severity::error, value.span, std::move(message), std::move(label), std::move(hint)});
}

bool is_scalar(const Yaml& value, const std::string& key, const char* expected,
               Diagnostics& problems) {
  if (value.kind == Yaml::Kind::scalar && (value.quoted || !value.scalar.empty())) return true;
  refuse(problems, "suite-wrong-type", value, fmt::format("'{}' must be {}", key, expected),
         value.kind == Yaml::Kind::map    ? "this is a map"
         : value.kind == Yaml::Kind::list ? "this is a list"
                                          : "there is nothing here",
         "");
  return false;
}

// The decimal number that all of `text` is, without an exponent, times 10^power. The point is moved
// before rounding: 2.9% is the same double as 0.029, which 2.9 / 100 is not.
std::optional<double> decimal(std::string_view text, int power = 0) {
  std::string_view digits = text;
  if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) digits.remove_prefix(1);
  const std::size_t point = digits.find('.');
  const std::string_view whole = digits.substr(0, point);
  const std::string_view part = point == std::string_view::npos ? "0" : digits.substr(point + 1);
  const auto all_digits = [](std::string_view run) {
    return !run.empty() && run.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!all_digits(whole) || !all_digits(part) || (whole.size() > 1 && whole[0] == '0'))
    return std::nullopt;
  double value = 0;
  const std::string moved = fmt::format("{}e{}", text[0] == '+' ? text.substr(1) : text, power);
  const auto [end, error] = std::from_chars(moved.data(), moved.data() + moved.size(), value);
  if (error != std::errc{} || end != moved.data() + moved.size()) return std::nullopt;
  return value;
}

bool not_finite(std::string_view text) {
  return text == ".nan" || text == ".NaN" || text == ".NAN" || text == "nan" || text == "NaN" ||
         text == ".inf" || text == "-.inf" || text == ".Inf" || text == "inf" || text == "-inf";
}

bool has_leading_zero(std::string_view text) {
  return text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';
}

// Diagnoses what looks like a number and is none, or not one only.
void refuse_number(const Yaml& value, const std::string& key, Diagnostics& problems) {
  if (not_finite(value.scalar)) {
    refuse(problems, "suite-not-finite", value, fmt::format("'{}' must be a finite number", key),
           "compares false with every result", "write a number, for example 0.15");
  } else if (has_leading_zero(value.scalar)) {
    refuse(problems, "suite-ambiguous-number", value,
           fmt::format("'{}' begins with a zero: some readers take it as octal", value.scalar), "",
           "write it without the leading zero");
  } else {
    refuse(problems, "suite-not-a-number", value,
           fmt::format("'{}' must be a number, not '{}'", key, value.scalar), "",
           "write digits with a decimal point, for example 0.15");
  }
}

}  // namespace

std::optional<std::string> read_text(const Yaml& value, const std::string& key,
                                     Diagnostics& problems) {
  if (!is_scalar(value, key, "text", problems)) return std::nullopt;
  if (value.scalar.empty()) {
    refuse(problems, "suite-empty-text", value, fmt::format("'{}' is empty", key), "", "");
    return std::nullopt;
  }
  return value.scalar;
}

std::optional<double> read_number(const Yaml& value, const std::string& key,
                                  Diagnostics& problems) {
  if (!is_scalar(value, key, "a number", problems)) return std::nullopt;
  const auto number = decimal(value.scalar);
  if (!number) refuse_number(value, key, problems);
  return number;
}

std::optional<double> read_proportion(const Yaml& value, const std::string& key,
                                      Diagnostics& problems) {
  if (!is_scalar(value, key, "a percentage", problems)) return std::nullopt;
  std::string_view text = value.scalar;
  const bool percent = text.ends_with('%');
  if (percent) {
    text.remove_suffix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
  }
  const auto number = decimal(text, percent ? -2 : 0);
  if (!number) {
    refuse_number(value, key, problems);
    return std::nullopt;
  }
  if (percent) return number;
  if (*number > 1) {
    refuse(problems, "suite-bare-percentage", value,
           fmt::format("'{}' is {}, more than everything", key, value.scalar),
           "is this a percentage?",
           fmt::format("write {}% or {}", value.scalar, *decimal(text, -2)));
    return std::nullopt;
  }
  return number;
}

std::optional<double> points_of(const std::string& text) {
  std::string_view rest = text;
  bool unit = false;
  for (std::string_view word : {" points", " point", " pp"})
    if (rest.ends_with(word)) {
      rest.remove_suffix(word.size());
      unit = true;
      break;
    }
  if (!unit) return std::nullopt;
  while (rest.ends_with(' ')) rest.remove_suffix(1);
  return decimal(rest, -2);
}

std::optional<bool> read_truth(const Yaml& value, const std::string& key, Diagnostics& problems) {
  if (!is_scalar(value, key, "true or false", problems)) return std::nullopt;
  if (!value.quoted && value.scalar == "true") return true;
  if (!value.quoted && value.scalar == "false") return false;
  refuse(problems, "suite-not-a-truth", value,
         fmt::format("'{}' must be true or false, not '{}'", key, value.scalar), "", "");
  return std::nullopt;
}

std::optional<std::int64_t> read_duration(const Yaml& value, const std::string& key,
                                          Diagnostics& problems) {
  if (!is_scalar(value, key, "a number of seconds", problems)) return std::nullopt;
  std::string_view text = value.scalar;
  constexpr double longest = 3'600'000;
  std::optional<double> milliseconds;
  if (text.ends_with(" s") && !text.starts_with('-'))
    milliseconds = decimal(text.substr(0, text.size() - 2), 3);
  if (!milliseconds || *milliseconds > longest || *milliseconds != std::floor(*milliseconds)) {
    refuse(problems, "suite-duration", value,
           fmt::format("'{}' must be a number of seconds, not '{}'", key, value.scalar), "",
           "write it with its unit, at most three decimals and at most 3600: 0.25 s");
    return std::nullopt;
  }
  return static_cast<std::int64_t>(*milliseconds);
}

std::optional<std::string> read_seed(const Yaml& value, const std::string& key,
                                     Diagnostics& problems) {
  if (!is_scalar(value, key, "a whole number", problems)) return std::nullopt;
  const std::string& text = value.scalar;
  if (has_leading_zero(text)) {
    refuse_number(value, key, problems);
    return std::nullopt;
  }
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
    refuse(problems, "suite-seed", value,
           fmt::format("'{}' must be a whole number below 2^64, not '{}'", key, text), "",
           "a date will do: \"20260401\"");
    return std::nullopt;
  }
  return text;
}

}  // namespace keur
