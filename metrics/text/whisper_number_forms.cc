// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/whisper_number_forms.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "metrics/text/whisper_number_words.h"
#include "metrics/text/whisper_text.h"

namespace keur::whisper {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The first `\band\s+a\s+half\b` from `from` on: its two ends.
std::optional<std::pair<std::size_t, std::size_t>> find_half(std::string_view text) {
  for (std::size_t at = 0; (at = text.find("and", at)) != std::string_view::npos; ++at) {
    std::size_t end = at + 3;
    bool fits = !word_before(text, at);
    for (const std::string_view part : {"a", "half"}) {
      const std::size_t next = skip_space(text, end);
      fits = fits && next > end && text.substr(next).starts_with(part);
      end = next + part.size();
    }
    if (fits && !word_at(text, end)) return std::pair(at, end);
  }
  return std::nullopt;
}

// "two and a half" is two point five, whatever a half is of.
std::string with_halves(std::string_view text) {
  std::string result;
  const auto append = [&result](std::string_view part) {
    if (!result.empty()) result += ' ';
    result += part;
  };
  for (;;) {
    const auto half = find_half(text);
    const std::string_view segment = text.substr(0, half ? half->first : text.size());
    const auto words = words_of(segment);
    if (!words.empty()) append(segment);
    if (!half) return result;
    if (!words.empty()) {
      const NumberWord* last = find_number_word(words.back());
      constexpr NumberKind plain[] = {NumberKind::zero, NumberKind::one, NumberKind::ten,
                                      NumberKind::multiplier};
      const bool number =
          last != nullptr &&
          std::find(std::begin(plain), std::end(plain), last->kind) != std::end(plain);
      append(number ? "point five" : "and a half");
    }
    text.remove_prefix(half->second);
  }
}

// 3x becomes 3 x and V2 becomes v 2; but 2 nd becomes 2nd, and 5 s becomes 5s.
std::string digits_apart(std::string_view text) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  std::string apart;
  for (const char c : text) {
    const char before = apart.empty() ? ' ' : apart.back();
    if ((is_digit(before) && is_letter(c)) || (is_letter(before) && is_digit(c))) apart += ' ';
    apart += c;
  }
  std::string result;
  for (std::size_t at = 0; at < apart.size(); ++at) {
    result += apart[at];
    if (!is_digit(apart[at])) continue;
    const std::size_t next = skip_space(apart, at + 1);
    if (next == at + 1) continue;
    for (const std::string_view end : {"st", "nd", "rd", "th", "s"})
      if (apart.compare(next, end.size(), end) == 0 &&
          !word_at(apart, next + end.size())) {
        result += end;
        at = next + end.size() - 1;
        break;
      }
  }
  return result;
}

// The length of the currency symbol at `at`: euro, pound or dollar; 0 where there is none.
std::size_t currency_at(std::string_view text, std::size_t at) {
  for (const std::string_view one : {"\u20ac", "\u00a3", "$"})
    if (text.substr(at).starts_with(one)) return one.size();
  return 0;
}

// One or two digits that end a word; empty where there are none.
std::string_view cents_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end < at + 2 && is_digit(text[end])) ++end;
  return word_at(text, end) ? std::string_view{} : text.substr(at, end - at);
}

constexpr std::string_view cent = "\u00a2";

// "$2 and ¢7" is $2.07.
std::string with_cents(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t symbol = currency_at(text, at);
    std::size_t end = at + symbol;
    while (symbol > 0 && end < text.size() && is_digit(text[end])) ++end;
    if (symbol > 0 && end > at + symbol && text.substr(end).starts_with(' ')) {
      const std::size_t whole_end = end++;
      if (text.substr(end).starts_with("and ")) end += 4;
      if (text.substr(end).starts_with(cent)) {
        const auto cents = cents_at(text, end + cent.size());
        if (!cents.empty()) {
          result += text.substr(at, whole_end - at);
          result += cents.size() == 1 ? ".0" : ".";
          result += cents;
          at = end + cent.size() + cents.size();
          continue;
        }
      }
    }
    result += text[at++];
  }
  return result;
}

// $0.07 is ¢7, with any character for the point.
std::string without_empty_amounts(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t symbol = currency_at(text, at);
    if (symbol > 0 && text.substr(at + symbol).starts_with('0')) {
      const std::size_t after = next_character(text, at + symbol + 1);
      const auto cents = cents_at(text, after);
      if (after > at + symbol + 1 && !cents.empty()) {
        result += cent;
        result += cents.size() == 2 && cents[0] == '0' ? cents.substr(1) : cents;
        at = after + cents.size();
        continue;
      }
    }
    result += text[at++];
  }
  return result;
}

// \b1(s?)\b
std::string with_ones(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool plural = text.substr(at).starts_with("1s") && !word_at(text, at + 2);
    if (text[at] == '1' && !word_before(text, at) &&
        (plural || !word_at(text, at + 1)))
      result += "one";
    else
      result += text[at];
  }
  return result;
}

}  // namespace

std::string before_numbers(std::string_view text) { return digits_apart(with_halves(text)); }

std::string after_numbers(std::string_view text) {
  return with_ones(without_empty_amounts(with_cents(text)));
}

}  // namespace keur::whisper
