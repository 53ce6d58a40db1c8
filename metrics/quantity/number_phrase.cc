// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/number_phrase.h"

#include <algorithm>
#include <vector>

#include "metrics/quantity/whole_number.h"

namespace keur {
namespace {

class Reader {
 public:
  Reader(const Words& words, bool strict)
      : words_(words), strict_(strict), dutch_(words.language() == Language::dutch) {}

  std::optional<NumberPhrase> read(std::size_t at) const {
    NumberPhrase number;
    number.bare = true;
    const std::size_t start = at;
    at = relation(at, number);
    bool minus = false, plus = false;
    const bool behind_number = at == start && start > 0 && words_.like_a_number(start - 1);
    if (!behind_number &&
        (words_.role(at) == WordRole::minus || words_.role(at) == WordRole::plus)) {
      minus = words_.role(at) == WordRole::minus;
      plus = !minus;
      ++at;
    }
    const bool prefixed = at != start;
    const Word& first = words_[at];
    if (first.digits.count == 1 && !first.digits.bare()) {
      if (prefixed &&
          (!first.digits.relation.empty() || (first.digits.sign != 0 && (minus || plus))))
        return std::nullopt;
      if (!first.digits.relation.empty()) number.relation = first.digits.relation;
      minus |= first.digits.sign == '-';
      plus |= first.digits.sign == '+';
    }
    number.bare = number.relation.empty() && !minus && !plus;
    if (!unsigned_number(at, number)) return std::nullopt;
    if (minus) {
      number.value.numerator = -number.value.numerator;
      number.spelling.insert(0, 1, '-');
    } else if (plus) {
      number.spelling.insert(0, 1, '+');
    }
    return number;
  }

 private:
  // "kleiner dan", "less than", or the sign as a word.
  std::size_t relation(std::size_t at, NumberPhrase& number) const {
    const Word& word = words_[at];
    if (word.role == WordRole::comparative && words_.role(at + 1) == WordRole::than) {
      number.relation = word.text == "kleiner" || word.text == "less" ? "<" : ">";
      return at + 2;
    }
    const std::string_view sign = relation_of(word.text);
    if (sign.empty()) return at;
    number.relation = sign;
    return at + 1;
  }

  // A start, and whatever can be said behind any number: so it does not matter whether the start
  // was words or digits.
  bool unsigned_number(std::size_t at, NumberPhrase& number) const {
    if (!half_number(at, number) && !literal(at, number) && !spoken(at, number)) return false;
    // "komma ½ duizend" is not the decimals 500.
    const bool decimal = at > 0 && words_.role(at - 1) == WordRole::decimal;
    while (number.suffix.empty() && !decimal &&
           (squared(number) || decimals(number) || mixed(number) || and_a_half(number) ||
            millions(number))) {
    }
    return true;
  }

  void set(NumberPhrase& number, Rational value, std::size_t next) const {
    number.value = value;
    number.next = next;
    number.spelling = decimal_text(value, dutch_ ? ',' : '.');
  }

  // een half, een kwart, half a, anderhalf, driekwart; a bare half only before a unit.
  bool half_number(std::size_t at, NumberPhrase& number) const {
    const Word& word = words_[at];
    if (word.role == WordRole::one_and_half) {
      set(number, *make_rational(2 * word.count + 1, 2), at + 1);
      return true;
    }
    if (word.role == WordRole::three_quarters) {
      set(number, {3, 4}, at + 1);
      return true;
    }
    const bool article = word.role == WordRole::article || (!dutch_ && word.role == WordRole::each);
    const std::size_t part = article ? at + 1 : at;
    const WordRole role = words_.role(part);
    if (role != WordRole::half && role != WordRole::quarter) return false;
    const Rational value = role == WordRole::half ? Rational{1, 2} : Rational{1, 4};
    const WordRole next = words_.role(part + 1);
    if (next == WordRole::before || next == WordRole::past || next == WordRole::pressure ||
        next == WordRole::to)
      return false;
    if (article) {
      set(number, value, part + 1);
      return true;
    }
    if (!dutch_ && next == WordRole::each && starts_unit(words_, part + 2)) {  // half a tablet
      set(number, value, part + 2);
      return true;
    }
    if (strict_ && !starts_unit(words_, part + 1)) return false;
    set(number, value, part + 1);
    return true;
  }

  bool literal(std::size_t at, NumberPhrase& number) const {
    const DigitToken& token = words_[at].digits;
    if (token.count != 1) return false;
    const Digits& digits = token.parts[0];
    set(number, digits.value, at + 1);
    number.suffix = token.suffix;
    number.grouped = digits.grouped;
    number.other_mark = digits.other_mark;
    if (digits.decimals) keep_a_zero(number);
    if (digits.leading_zero) number.spelling = std::string(digits.text);
    if (!token.exponent) return true;
    return (at == 0 || words_.role(at - 1) != WordRole::decimal) && power(number, *token.exponent);
  }

  // 2,0 stays apart from 2: whoever wrote or said the zero meant it, and it is how 2 becomes 20.
  void keep_a_zero(NumberPhrase& number) const {
    if (number.value.is_whole()) number.spelling += dutch_ ? ",0" : ".0";
  }

  // What becomes of a small number might be taken for an hour or a day: only large ones.
  bool power(NumberPhrase& number, int exponent) const {
    if (less(number.value, {10, 1}) || exponent == 0 || exponent == 1) return false;
    std::optional<Rational> value = Rational{1, 1};
    for (int i = 0; i < (exponent < 0 ? -exponent : exponent) && value; ++i)
      value = exponent < 0 ? quotient(*value, number.value) : product(*value, number.value);
    if (!value) return false;
    set(number, *value, number.next);
    number.grouped = number.other_mark = false;
    return true;
  }

  bool squared(NumberPhrase& number) const {
    if (words_.role(number.next) != WordRole::squared) return false;
    const auto square = product(number.value, number.value);
    if (!square || !number.value.is_whole() || less(number.value, {10, 1})) return false;
    set(number, *square, number.next + 1);
    return true;
  }

  // 1 ½ and 1 1/2 tablet
  bool mixed(NumberPhrase& number) const {
    if (!number.value.is_whole()) return false;
    const Word& next = words_[number.next];
    std::optional<Rational> part;
    if (next.digits.bare() && next.digits.parts[0].text.size() == 2 && next.text[0] == '\xc2')
      part = next.digits.parts[0].value;
    else if (next.digits.count == 2 && next.digits.parting == '/' && next.digits.suffix.empty() &&
             next.digits.sign == 0 && next.digits.relation.empty() &&
             starts_unit(words_, number.next + 1))
      part = quotient(next.digits.parts[0].value, next.digits.parts[1].value);
    if (!part || (*part != Rational{1, 2} && *part != Rational{1, 4} && *part != Rational{3, 4}))
      return false;
    const auto value = sum(number.value, *part);
    if (!value) return false;
    set(number, *value, number.next + 1);
    return true;
  }

  bool spoken(std::size_t at, NumberPhrase& number) const {
    const Word& word = words_[at];
    // "point five milligrams"
    if (!dutch_ && word.role == WordRole::decimal && strict_) {
      number.value = {0, 1};
      number.next = at;
      return decimals(number) &&
             (starts_unit(words_, number.next) ||
              (words_.role(number.next) == WordRole::per && starts_unit(words_, number.next + 1)));
    }
    const auto whole = read_whole_number(words_, at, strict_);
    if (!whole) return false;
    set(number, {whole->value, 1}, whole->next);
    return true;
  }

  // "komma vijf nul", "komma vijftig", "komma 05". False: no decimals follow.
  bool decimals(NumberPhrase& number) const {
    if (words_.role(number.next) != WordRole::decimal || !number.value.is_whole()) return false;
    std::string digits;
    std::size_t at = number.next + 1;
    for (bool only_zeros = true;; ++at) {
      const Word& word = words_[at];
      std::string more;
      const WordRole stuck = words_.role(at + 1);  // of 2pm
      if (words_[at + 1].token == word.token &&
          (stuck == WordRole::morning || stuck == WordRole::afternoon))
        break;
      const DigitToken& token = word.digits;
      if (token.bare() &&
          token.parts[0].text.find_first_not_of("0123456789") == std::string_view::npos &&
          (token.parts[0].leading_zero || token.parts[0].text.size() <= 3)) {
        more = std::string(token.parts[0].text);
      } else if (word.cardinal >= 0 && word.cardinal < 1000) {
        more = std::to_string(word.cardinal);
      }
      std::size_t next = at + 1;
      // "point twenty five", "komma honderd vijf"
      if (only_zeros && word.role != WordRole::article && word.cardinal >= 0) {
        const auto whole = read_whole_number(words_, at, strict_);
        if (whole && whole->next > next) {
          if (whole->value >= 1000) break;
          more = std::to_string(whole->value);
          next = whole->next;
        }
      }
      if (more.empty() || (!digits.empty() && more.size() > 1 && !only_zeros)) break;
      if (!digits.empty() && (makes_a_count(words_, next) || words_[next].month > 0)) break;
      if (!digits.empty() && word.role == WordRole::article && !only_zeros &&
          (!strict_ || !article_counts(words_, at)))
        break;
      digits += more;
      at = next - 1;
      if (more.size() > 1) {
        ++at;
        break;
      }
      only_zeros &= more == "0";
    }
    if (digits.empty() || digits.size() > 9) return false;
    const std::string text = std::to_string(number.value.numerator) + ',' + digits;
    const auto value = read_decimal(text.data(), text.data() + text.size(), ',');
    if (!value) return false;
    number.grouped = false;
    set(number, *value, at);
    keep_a_zero(number);
    return true;
  }

  // "twee en een half", "two and a half"
  bool and_a_half(NumberPhrase& number) const {
    const std::size_t at = number.next;
    if (words_.role(at) != WordRole::conjunction || !number.value.is_whole()) return false;
    const WordRole article = words_.role(at + 1);
    if (article != (dutch_ ? WordRole::article : WordRole::each) && article != WordRole::article)
      return false;
    const WordRole part = words_.role(at + 2);
    if (part != WordRole::half && (dutch_ || part != WordRole::quarter)) return false;
    const auto value = sum(number.value, part == WordRole::half ? Rational{1, 2} : Rational{1, 4});
    if (!value) return false;
    set(number, *value, at + 3);
    return true;
  }

  // 2,5 miljoen, 3 duizend
  bool millions(NumberPhrase& number) const {
    const WordRole role = words_.role(number.next);
    const std::int64_t scale = role == WordRole::thousand   ? 1000
                               : role == WordRole::million  ? 1000000
                               : role == WordRole::milliard ? 1000000000
                                                            : 0;
    if (scale == 0 || less(number.value, {1, 10}) || !less(number.value, {1000, 1})) return false;
    const auto value = product(number.value, {scale, 1});
    if (!value) return false;
    set(number, *value, number.next + 1);
    number.grouped = false;
    return true;
  }

  const Words& words_;
  bool strict_, dutch_;
};

}  // namespace

std::optional<std::int64_t> single_number(const Word& word, std::int64_t most) {
  std::int64_t value = word.cardinal;
  if (word.digits.bare() && word.digits.parts[0].value.is_whole() &&
      !word.digits.parts[0].grouped && !word.digits.parts[0].decimals)
    value = word.digits.parts[0].value.numerator;
  if (value < 0 || value > most) return std::nullopt;
  return value;
}

std::optional<NumberPhrase> read_number(const Words& words, std::size_t at, bool strict) {
  if (at >= words.size()) return std::nullopt;
  return Reader(words, strict).read(at);
}

std::optional<Rational> parse_whole_number(std::string_view text, Language language) {
  std::vector<std::string_view> tokens;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) tokens.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  const Words words(tokens, language);
  const auto number = read_number(words, 0, false);
  if (!number || number->next != words.size() || !number->suffix.empty() ||
      !number->relation.empty())
    return std::nullopt;
  return number->value;
}

}  // namespace keur
