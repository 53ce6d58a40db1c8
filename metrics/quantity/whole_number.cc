// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/whole_number.h"

#include "metrics/quantity/number_phrase.h"
#include "metrics/quantity/units.h"

namespace keur {
namespace {

// A number without a sign, or the start of one.
bool is_plain(const Word& word) {
  return word.cardinal >= 0 || word.role == WordRole::one_and_half ||
         word.role == WordRole::three_quarters || word.role == WordRole::half ||
         word.role == WordRole::quarter ||
         (word.digits.count == 1 && word.digits.sign == 0 && word.digits.relation.empty() &&
          word.digits.suffix.empty());
}

class WholeReader {
 public:
  WholeReader(const Words& words, bool strict)
      : words_(words), strict_(strict), dutch_(words.language() == Language::dutch) {}

  std::optional<WholeNumber> spoken_whole(std::size_t at) const {
    const Word& word = words_[at];
    std::size_t first = at;
    // a hundred
    if (!dutch_ && word.role == WordRole::each && words_[at + 1].cardinal >= 100 &&
        (at == 0 || words_.role(at - 1) != WordRole::decimal))
      first = at + 1;
    if (words_[first].cardinal < 0) return std::nullopt;
    if (first == at && word.role == WordRole::article && strict_ && !article_counts(words_, at))
      return std::nullopt;
    auto number = words_[first].cardinal < 1000 ? below_thousand(first)
                                                : WholeNumber{words_[first].cardinal, first + 1};
    if (words_.role(number.next) == WordRole::thousand && number.value > 0 && number.value < 1000) {
      number.value *= 1000;
      ++number.next;
    }
    if (number.value >= 1000 && number.value < 1000000 && number.value % 1000 == 0)
      append(number, 1000);
    const WordRole scale = words_.role(number.next);
    if ((scale == WordRole::million || scale == WordRole::milliard) && number.value > 0 &&
        number.value < 1000) {
      const std::int64_t one = scale == WordRole::million ? 1000000 : 1000000000;
      number.value *= one;
      ++number.next;
      const Word& next = words_[number.next];
      if (next.cardinal > 0 && (next.role != WordRole::article || !strict_)) {
        const auto rest = spoken_whole(number.next);
        if (rest && rest->value < one && !makes_a_count(words_, rest->next)) {
          number.value += rest->value;
          number.next = rest->next;
        }
      }
    }
    return number;
  }

 private:
  WholeNumber below_thousand(std::size_t at) const {
    WholeNumber number{words_[at].cardinal, at + 1};
    if (!dutch_ && number.value >= 20 && number.value < 100 && number.value % 10 == 0)
      append(number, 10);
    if (words_.role(number.next) == WordRole::hundred && number.value > 0 && number.value < 100 &&
        number.value % 10 != 0) {
      number.value *= 100;
      ++number.next;
    }
    if (number.value >= 100 && number.value % 100 == 0) append(number, 100);
    return number;
  }

  // Adds a following number below `limit`: "honderd" "twintig".
  void append(WholeNumber& number, std::int64_t limit) const {
    std::size_t at = number.next;
    if (words_.role(at) == WordRole::conjunction && limit > 10) {
      // "between one hundred and ninety" are two numbers; so may "honderd en twee" be.
      if (dutch_ ? strict_ : between(number.next)) return;
      ++at;
    }
    const Word& word = words_[at];
    if (word.cardinal <= 0 || word.cardinal >= limit) return;
    if (word.role == WordRole::article && strict_ &&
        (dutch_ ? !article_counts(words_, at) : limit > 10 && at == number.next))
      return;
    const WholeNumber rest = limit == 1000             ? below_thousand(at)
                             : limit == 100 && !dutch_ ? below_thousand(at)
                                                       : WholeNumber{word.cardinal, at + 1};
    if (rest.value >= limit || makes_a_count(words_, rest.next)) return;
    number.value += rest.value;
    number.next = rest.next;
  }

  bool between(std::size_t at) const {
    while (at > 0 && (words_[at - 1].is_number() || words_.role(at - 1) == WordRole::each)) --at;
    return at > 0 && words_[at - 1].text == "between";
  }

  const Words& words_;
  bool strict_, dutch_;
};

}  // namespace

bool starts_unit(const Words& words, std::size_t at) {
  if (at >= words.size()) return false;
  const std::string& text = words[at].text;
  return !compound_unit(text, words.language()).empty() ||
         find_unit(text, words[at + 1].text, words.language()) != nullptr;
}

bool article_counts(const Words& words, std::size_t at) {
  const Word& next = words[at + 1];
  switch (next.role) {
    case WordRole::times:
    case WordRole::million:
    case WordRole::milliard:
      return true;
    case WordRole::thousand:
    case WordRole::hundred:
      return words.language() == Language::english;
    case WordRole::decimal:
    case WordRole::to:
      return words[at + 2].role == WordRole::article
                 ? article_counts(words, at + 2) || words.role(at + 3) == WordRole::half ||
                       words.role(at + 3) == WordRole::quarter
                 : is_plain(words[at + 2]);
    case WordRole::per:
      return starts_unit(words, at + 2);
    case WordRole::conjunction:
      return words.role(at + 2) == WordRole::each && words.role(at + 3) == WordRole::half;
    case WordRole::minus:
      return false;
    default:
      break;
  }
  if (next.grave && next.text == "a") return is_plain(words[at + 2]);
  return next.month > 0 || (next.text.size() > 1 && starts_unit(words, at + 1));
}

bool makes_a_count(const Words& words, std::size_t at) {
  switch (words.role(at)) {
    case WordRole::times:
    case WordRole::many_a_day:
    case WordRole::daily:
      return true;
    default:
      return false;
  }
}

std::optional<WholeNumber> read_whole_number(const Words& words, std::size_t at, bool strict) {
  return WholeReader(words, strict).spoken_whole(at);
}

}  // namespace keur
