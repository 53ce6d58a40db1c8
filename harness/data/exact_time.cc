// SPDX-License-Identifier: Apache-2.0
#include "harness/data/exact_time.h"

#include <fmt/format.h>

#include <algorithm>

namespace keur {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

// "e-05", clamped: nothing depends on how far a power of ten is out of range.
std::optional<long> read_exponent(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] != 'e' && text[0] != 'E') return std::nullopt;
  text.remove_prefix(1);
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || digits_at(text) != text.size()) return std::nullopt;
  long value = 0;
  for (const char c : text) value = std::min(value * 10 + (c - '0'), 1'000'000L);
  return minus ? -value : value;
}

}  // namespace

TimeReading read_seconds(std::string_view text, Microseconds& time) {
  const bool minus = text.starts_with('-');
  if (minus) text.remove_prefix(1);
  const std::size_t whole = digits_at(text);
  std::string digits(text.substr(0, whole));
  text.remove_prefix(whole);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    const std::size_t behind = digits_at(text);
    digits += text.substr(0, behind);
    text.remove_prefix(behind);
  }
  const auto exponent = read_exponent(text);
  if (digits.empty() || !exponent) return TimeReading::not_a_number;
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
  if (zeros == digits.size()) {
    time = 0;
    return TimeReading::exact;
  }
  if (minus) return TimeReading::negative;

  // Digits that count whole microseconds.
  const long kept = static_cast<long>(whole) + *exponent + 6;
  if (kept - static_cast<long>(zeros) > 18) return TimeReading::too_large;
  Microseconds value = 0;
  for (long i = static_cast<long>(zeros); i < kept; ++i)
    value = value * 10 +
            (i < static_cast<long>(digits.size()) ? digits[static_cast<std::size_t>(i)] - '0' : 0);
  const auto rest = static_cast<std::size_t>(std::max(kept, 0L));
  const bool finer =
      rest < digits.size() && digits.find_first_not_of('0', rest) != std::string::npos;
  if (finer && kept >= 0 && digits[rest] >= '5') ++value;
  if (value > longest_time) return TimeReading::too_large;
  time = value;
  return finer ? TimeReading::rounded : TimeReading::exact;
}

std::string write_seconds(Microseconds time) {
  std::string text = fmt::format("{}.{:06}", time / 1'000'000, time % 1'000'000);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::optional<Microseconds> read_clock(std::string_view text, bool comma) {
  Microseconds parts[3] = {0, 0, 0};
  std::size_t colons = 0;
  for (;;) {
    const std::size_t count = digits_at(text);
    const bool more = count < text.size() && text[count] == ':';
    // Hours may have many digits, minutes and seconds have two.
    if (count == 0 || count > 5 || ((colons > 0 || !more) && count != 2)) return std::nullopt;
    Microseconds value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text[i] - '0');
    parts[colons] = value;
    text.remove_prefix(count);
    if (!more) break;
    if (++colons == 3) return std::nullopt;
    text.remove_prefix(1);
  }
  if (colons == 0 || text.empty() || (text[0] != '.' && !(comma && text[0] == ',')))
    return std::nullopt;
  text.remove_prefix(1);
  if (text.empty() || text.size() > 3 || digits_at(text) != text.size()) return std::nullopt;
  Microseconds behind = 0;
  for (std::size_t i = 0; i < 6; ++i) behind = behind * 10 + (i < text.size() ? text[i] - '0' : 0);
  const Microseconds hours = colons == 2 ? parts[0] : 0;
  const Microseconds minutes = parts[colons - 1], seconds = parts[colons];
  if (minutes > 59 || seconds > 59 || hours > 87'600) return std::nullopt;
  const Microseconds time = ((hours * 60 + minutes) * 60 + seconds) * 1'000'000 + behind;
  return time > longest_time ? std::nullopt : std::optional(time);
}

std::string write_clock(Microseconds time, char mark) {
  const Microseconds all = (time + 500) / 1000;
  return fmt::format("{:02}:{:02}:{:02}{}{:03}", all / 3'600'000, all / 60'000 % 60,
                     all / 1000 % 60, mark, all % 1000);
}

}  // namespace keur
