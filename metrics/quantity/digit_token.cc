// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/digit_token.h"

namespace keur {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view relations[][2] = {
    {"<=", "\u2264"},     {">=", "\u2265"}, {"\u2264", "\u2264"},
    {"\u2265", "\u2265"}, {"<", "<"},       {">", ">"},
};

struct Fraction {
  std::string_view sign;
  Rational value;
};
constexpr Fraction fractions[] = {{"\u00bc", {1, 4}}, {"\u00bd", {1, 2}}, {"\u00be", {3, 4}}};

// How many digits stand between the marks of thousands: the first one to three, the others three.
bool are_groups(std::string_view text, char mark) {
  std::size_t run = 0, groups = 0;
  for (const char c : text) {
    if (c != mark) {
      ++run;
      continue;
    }
    if (groups == 0 ? run < 1 || run > 3 : run != 3) return false;
    ++groups;
    run = 0;
  }
  // 0.500 is not 500.
  return groups > 0 && run == 3 && text[0] != '0';
}

std::string without(std::string_view text, char mark) {
  std::string kept;
  for (const char c : text)
    if (c != mark) kept += c;
  return kept;
}

// ^9, ^-9, ² or ³ at the start of `rest`, which moves behind it.
std::optional<int> read_exponent(std::string_view& rest) {
  const std::string_view raised = rest.substr(0, 2);
  if (raised == "\u00b2" || raised == "\u00b3") {
    rest.remove_prefix(2);
    return raised == "\u00b2" ? 2 : 3;
  }
  const bool minus = raised == "^-";
  const std::size_t from = minus ? 2 : 1;
  std::size_t to = from;
  int exponent = 0;
  while (rest[0] == '^' && to < rest.size() && to < from + 2 && is_digit(rest[to]))
    exponent = 10 * exponent + (rest[to++] - '0');
  if (to == from) return std::nullopt;
  rest.remove_prefix(to);
  return minus ? -exponent : exponent;
}

}  // namespace

std::string_view relation_of(std::string_view word) {
  if (word.empty() || word.size() > 3 || (word[0] >= '0' && word[0] != '<' && word[0] != '>'))
    return {};
  for (const auto& [written, canonical] : relations)
    if (word == written) return canonical;
  return {};
}

std::optional<Digits> read_digits(std::string_view text, Language language) {
  const char thousands = language == Language::dutch ? '.' : ',';
  const char decimal = language == Language::dutch ? ',' : '.';
  Digits digits;
  digits.text = text;

  std::string_view number = text;
  std::optional<Rational> fraction;
  for (const Fraction& one : fractions)
    if (number.size() >= 2 && number.substr(number.size() - 2) == one.sign) {
      fraction = one.value;
      number.remove_suffix(2);
    }
  std::optional<Rational> value = Rational{0, 1};
  if (!number.empty()) {
    digits.leading_zero = number.size() > 1 && number[0] == '0' && is_digit(number[1]);
    const std::string_view whole = number.substr(0, number.find(decimal));
    const auto read = [](const std::string& plain, char mark) {
      return read_decimal(plain.data(), plain.data() + plain.size(), mark);
    };
    if (number[0] == '.' || number[0] == ',') {
      value = read("0" + std::string(number), number[0]);
      digits.other_mark = true;
    } else if (are_groups(whole, thousands)) {
      value = read(without(number, thousands), decimal);
      digits.grouped = whole.size() == number.size() && whole.size() <= 7;
    } else if (number.find(thousands) != std::string_view::npos) {
      value = read(std::string(number), thousands);
      digits.other_mark = true;
    } else {
      value = read(std::string(number), decimal);
      // 1,500 in Dutch is 1,5; who thinks in English means 1500.
      digits.other_mark = are_groups(number, decimal);
    }
  }
  if (!value) return std::nullopt;
  if (fraction) {
    if (!value->is_whole()) return std::nullopt;
    value = sum(*value, *fraction);
  }
  if (!value) return std::nullopt;
  digits.decimals = number.find(decimal) != std::string_view::npos || digits.other_mark;
  digits.value = *value;
  return digits;
}

DigitToken read_digit_token(std::string_view word, Language language) {
  DigitToken token;
  for (const auto& [written, canonical] : relations)
    if (word.substr(0, written.size()) == written) {
      token.relation = canonical;
      word.remove_prefix(written.size());
      break;
    }
  if (word.size() > 1 && (word[0] == '-' || word[0] == '+')) {
    token.sign = word[0];
    word.remove_prefix(1);
  }
  int count = 0;
  while (count < 4) {
    std::size_t end = 0, last_digit = 0;
    while (end < word.size() && (is_digit(word[end]) || word[end] == '.' || word[end] == ','))
      if (is_digit(word[end++])) last_digit = end;
    end = last_digit;
    for (const Fraction& one : fractions)
      if (word.substr(end, 2) == one.sign) {
        end += 2;
        break;
      }
    if (end == 0) return token;
    const auto digits = read_digits(word.substr(0, end), language);
    if (!digits) return token;
    token.parts[static_cast<std::size_t>(count++)] = *digits;
    word.remove_prefix(end);
    const bool another = word.size() > 1 && is_digit(word[1]) &&
                         (token.parting == 0 ? word[0] == '/' || word[0] == ':' || word[0] == '-'
                                             : word[0] == token.parting);
    if (!another || count == 4) break;
    token.parting = word[0];
    word.remove_prefix(1);
  }
  if (count == 1 && !word.empty()) token.exponent = read_exponent(word);
  token.suffix = word;
  token.count = count;
  return token;
}

}  // namespace keur
