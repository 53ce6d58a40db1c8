// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/privacy.h"

#include <algorithm>
#include <array>
#include <optional>

namespace keur::transcript {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

struct Value {
  std::string_view kind;
  WordRange bytes;
  std::string plain;  // digits alone, or small letters: what makes two the same
};

// Digits from `first` on in groups, with one separator between two.
struct DigitRun {
  std::string digits;
  std::vector<std::size_t> lengths;  // digits up to the end of each group
  std::vector<std::size_t> lasts;    // where each group ends in the text

  std::size_t group(std::size_t i) const { return lengths[i] - (i > 0 ? lengths[i - 1] : 0); }
};

DigitRun digits_at(std::string_view text, std::size_t first) {
  DigitRun run;
  for (std::size_t place = first; place < text.size() && is_digit(text[place]); ++place) {
    while (place < text.size() && is_digit(text[place])) run.digits += text[place++];
    run.lengths.push_back(run.digits.size());
    run.lasts.push_back(place);
    if (place >= text.size() || std::string_view(" .-").find(text[place]) == std::string_view::npos)
      break;
  }
  return run;
}

// Nine digits are written 123456782, 123.456.782 or 1234.56.782. Any other nine in a row of small
// numbers (120 80 72 36) are just that.
bool grouped_as_bsn(const DigitRun& run, std::size_t groups) {
  if (groups == 1) return true;
  return groups == 3 && run.group(2) == 3 &&
         ((run.group(0) == 3 && run.group(1) == 3) || (run.group(0) == 4 && run.group(1) == 2));
}

// A local or domain part of an address.
bool in_address(char c) {
  return is_letter(c) || is_digit(c) || std::string_view("._%+-").find(c) != std::string_view::npos;
}

std::optional<Value> address_around(std::string_view text, std::size_t at) {
  std::size_t first = at, last = at + 1;
  while (first > 0 && in_address(text[first - 1])) --first;
  while (last < text.size() && in_address(text[last])) ++last;
  while (last > at + 1 && !is_letter(text[last - 1])) --last;  // a full stop ends the sentence
  const std::string_view host = text.substr(at + 1, last - at - 1);
  const std::size_t point = host.rfind('.');
  if (first == at || point == std::string_view::npos || point == 0 || host.size() - point < 3)
    return std::nullopt;
  std::string plain(text.substr(first, last - first));
  std::transform(plain.begin(), plain.end(), plain.begin(), small);
  return Value{"e-mail", {first, last}, std::move(plain)};
}

bool is_phone(std::string_view digits, bool plus) {
  if (plus) return digits.size() == 11 && digits.starts_with("31") && digits[2] != '0';
  if (digits.starts_with("0031")) return digits.size() == 13 && digits[4] != '0';
  return digits.size() == 10 && digits[0] == '0' && digits[1] != '0';
}

// Digits alone, without what stands for the country.
std::string national(std::string digits, bool plus) {
  const std::size_t country = plus ? 2 : digits.starts_with("0031") ? 4 : 0;
  return country == 0 ? digits : "0" + digits.substr(country);
}

bool says_birth(std::string_view text, std::size_t before) {
  constexpr std::array<std::string_view, 8> words{
      "geboren op", "geboren", "geb.", "geb", "geboortedatum", "date of birth", "born on", "born"};
  std::size_t end = before;
  while (end > 0 && std::string_view(" :\t\n").find(text[end - 1]) != std::string_view::npos) --end;
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if (end < word.size()) return false;
    const std::string_view tail = text.substr(end - word.size(), word.size());
    return std::equal(tail.begin(), tail.end(), word.begin(),
                      [](char a, char b) { return small(a) == b; });
  });
}

// 12-03-1948, 12/3/48, 12 maart 1948.
std::optional<Value> date_at(std::string_view text, std::size_t first) {
  constexpr std::array<std::string_view, 20> months{
      "januari",  "februari",  "maart",   "april",    "mei",      "juni",    "juli",
      "augustus", "september", "oktober", "november", "december", "january", "february",
      "march",    "may",       "june",    "july",     "october",  "august"};
  std::string plain;
  std::size_t place = first, parts = 0;
  while (parts < 3 && place < text.size()) {
    const std::size_t begin = place;
    if (is_digit(text[place])) {
      while (place < text.size() && is_digit(text[place])) plain += text[place++];
      if (place - begin > 4) return std::nullopt;
    } else {
      std::string word;
      while (place < text.size() && is_letter(text[place])) word += small(text[place++]);
      if (std::find(months.begin(), months.end(), word) == months.end()) return std::nullopt;
      plain += word;
    }
    ++parts;
    if (parts < 3 && place < text.size() &&
        std::string_view(" -/.").find(text[place]) != std::string_view::npos) {
      plain += '-';
      ++place;
    } else {
      break;
    }
  }
  if (parts < 3) return std::nullopt;
  return Value{"date of birth", {first, place}, std::move(plain)};
}

// The longest reading of whole groups, so that a dose behind a telephone number hides neither.
std::optional<Value> number_at(std::string_view text, std::size_t first) {
  const DigitRun run = digits_at(text, first);
  const bool plus = first > 0 && text[first - 1] == '+';
  for (std::size_t groups = run.lasts.size(); groups > 0; --groups) {
    const std::string digits = run.digits.substr(0, run.lengths[groups - 1]);
    const WordRange bytes{first - (plus ? 1 : 0), run.lasts[groups - 1]};
    if (is_phone(digits, plus)) return Value{"phone", bytes, national(digits, plus)};
    if (is_bsn(digits) && grouped_as_bsn(run, groups)) return Value{"bsn", bytes, digits};
  }
  return std::nullopt;
}

std::vector<Value> values_in(std::string_view text) {
  std::vector<Value> found;
  for (std::size_t place = 0; place < text.size();) {
    std::optional<Value> value;
    const bool starts = place == 0 || !(is_digit(text[place - 1]) || is_letter(text[place - 1]));
    if (text[place] == '@') {
      value = address_around(text, place);
    } else if (is_digit(text[place]) && starts) {
      if (says_birth(text, place)) value = date_at(text, place);
      if (!value) value = number_at(text, place);
      if (!value)  // the digits of this group belong to nothing: the next group may
        while (place + 1 < text.size() && is_digit(text[place + 1])) ++place;
    }
    if (value && (found.empty() || found.back().bytes.last <= value->bytes.first)) {
      place = value->bytes.last;
      found.push_back(std::move(*value));
    } else {
      ++place;
    }
  }
  return found;
}

std::string masked(std::string_view kind, std::string_view text) {
  std::string shown(kind);
  shown += ' ';
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)  // one sign a character, not a byte
      shown += is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0x80 ? '#' : c;
  return shown;
}

}  // namespace

bool is_bsn(std::string_view nine_digits) {
  if (nine_digits.size() != 9 || !std::all_of(nine_digits.begin(), nine_digits.end(), is_digit))
    return false;
  int sum = 0, weight = 9;
  for (const char c : nine_digits) {
    sum += weight * (c - '0');
    weight = weight == 2 ? -1 : weight - 1;
  }
  return sum % 11 == 0 && nine_digits != "000000000";
}

std::vector<PrivacyFinding> find_privacy(std::string_view reference, std::string_view output) {
  const auto said = values_in(reference);
  std::vector<PrivacyFinding> findings;
  for (const Value& value : values_in(output)) {
    const bool known = std::any_of(said.begin(), said.end(), [&](const Value& other) {
      return other.kind == value.kind && other.plain == value.plain;
    });
    if (!known)
      findings.push_back(
          {value.kind, value.bytes,
           masked(value.kind, output.substr(value.bytes.first, value.bytes.size()))});
  }
  return findings;
}

}  // namespace keur::transcript
