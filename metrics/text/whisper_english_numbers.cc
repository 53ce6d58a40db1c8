// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/whisper_english_numbers.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "metrics/text/whisper_number_forms.h"
#include "metrics/text/whisper_number_words.h"
#include "metrics/text/whisper_text.h"

namespace keur {
namespace {

using whisper::find_number_word;
using whisper::NumberKind;
using whisper::NumberWord;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// ^\d+(\.\d+)?$
bool is_written(std::string_view word) {
  const std::size_t point = word.find('.');
  if (point == std::string_view::npos) return all_digits(word);
  return all_digits(word.substr(0, point)) && all_digits(word.substr(point + 1));
}

std::string without_leading_zeros(std::string_view digits) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return std::string(digits.substr(first));
}

std::string sum(std::string_view one, std::string_view other) {
  if (one.size() < other.size()) std::swap(one, other);
  std::string total(one);
  int carry = 0;
  for (std::size_t i = 0; i < total.size(); ++i) {
    char& digit = total[total.size() - 1 - i];
    const int more = i < other.size() ? other[other.size() - 1 - i] - '0' : 0;
    const int value = digit - '0' + more + carry;
    digit = static_cast<char>('0' + value % 10);
    carry = value / 10;
  }
  return carry > 0 ? "1" + total : total;
}

// The decimal number in `text`, times a power of ten; nullopt when it is none or not whole then.
std::optional<std::string> whole_product(std::string_view text, int zeros) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  std::string_view part = text.substr(std::min(point + 1, text.size()));
  if (whole.empty() && part.empty()) return std::nullopt;
  if ((!whole.empty() && !all_digits(whole)) || (!part.empty() && !all_digits(part)))
    return std::nullopt;
  part = part.substr(0, part.find_last_not_of('0') + 1);
  const auto places = static_cast<std::size_t>(zeros);
  if (part.size() > places) return std::nullopt;
  return without_leading_zeros("0" + std::string(whole) + std::string(part) +
                               std::string(places - part.size(), '0'));
}

// The number in hand: none, a whole number, or digits glued one behind another, which are text.
struct Number {
  enum class Kind { none, whole, text };
  Kind kind = Kind::none;
  std::string digits;

  bool is_text() const { return kind == Kind::text; }
  bool exists() const { return kind != Kind::none; }
  // As Python counts: 0 is false.
  std::string or_nothing() const { return kind == Kind::whole && digits == "0" ? "" : digits; }
  bool ends_in_zeros(std::size_t count) const {
    return digits == "0" || (digits.size() > count &&
                             digits.find_last_not_of('0') + 1 + count <= digits.size());
  }
  // What a multiplier does to a whole number: only what is below a thousand is multiplied.
  std::string times(int zeros) const {
    const std::size_t kept = digits.size() > 3 ? digits.size() - 3 : 0;
    const std::string residual = without_leading_zeros(digits.substr(kept));
    const std::string product =
        residual == "0" ? "0" : residual + std::string(static_cast<std::size_t>(zeros), '0');
    return kept == 0 ? product : sum(digits.substr(0, kept) + "000", product);
  }
};

class Reader {
 public:
  explicit Reader(const std::vector<std::string_view>& words) : words_(words) {}

  std::string read() {
    for (at_ = 0; at_ < words_.size(); ++at_) one_word(words_[at_]);
    if (number_.exists()) put_number();
    return std::move(result_);
  }

 private:
  std::string_view next() const { return at_ + 1 < words_.size() ? words_[at_ + 1] : ""; }
  const NumberWord* next_word() const { return find_number_word(next()); }
  bool kind_before(NumberKind kind) const {
    const NumberWord* before = at_ > 0 ? find_number_word(words_[at_ - 1]) : nullptr;
    return before != nullptr && before->kind == kind;
  }
  bool next_is_kind(std::initializer_list<NumberKind> kinds) const {
    const NumberWord* word = next_word();
    return word != nullptr && std::find(kinds.begin(), kinds.end(), word->kind) != kinds.end();
  }

  void put(std::string_view text) {
    if (!result_.empty()) result_ += ' ';
    result_ += prefix_;
    result_ += text;
    prefix_.clear();
    number_ = {};
  }
  void put_number(std::string_view suffix = {}) { put(number_.digits + std::string(suffix)); }
  void put_number_if_any() {
    if (number_.exists()) put_number();
  }
  void set_whole(std::string digits) { number_ = {Number::Kind::whole, std::move(digits)}; }
  void set_text(std::string digits) { number_ = {Number::Kind::text, std::move(digits)}; }

  void one_word(std::string_view word) {
    std::size_t symbol = 0;
    for (const std::string_view one : {"$", "\u00a2", "\u20ac", "\u00a3"})
      if (word.starts_with(one)) symbol = one.size();
    if (is_written(word.substr(symbol))) return written(word, symbol);
    const NumberWord* found = find_number_word(word);
    if (found == nullptr) {
      put_number_if_any();
      return put(word);
    }
    switch (found->kind) {
      case NumberKind::zero:
        return set_text(number_.or_nothing() + "0");
      case NumberKind::one:
      case NumberKind::ten:
        return add(*found);
      case NumberKind::one_suffixed:
      case NumberKind::ten_suffixed:
        add(*found);
        return put_number(found->suffix);
      case NumberKind::multiplier:
        return multiply(*found);
      case NumberKind::multiplier_suffixed:
        multiply(*found);
        return put_number(found->suffix);
      case NumberKind::sign_before:
        put_number_if_any();
        if (next_word() != nullptr || is_written(next()))
          prefix_ = found->suffix;
        else
          put(word);
        return;
      case NumberKind::currency_behind:
        if (!number_.exists()) return put(word);
        prefix_ = found->suffix;
        return put_number();
      case NumberKind::percent:
        return percent(word);
      case NumberKind::special:
        return special(word);
    }
  }

  void written(std::string_view word, std::size_t symbol) {
    if (number_.is_text() && number_.digits.ends_with('.'))
      return set_text(number_.digits + std::string(word));
    put_number_if_any();
    if (symbol > 0) prefix_ = word.substr(0, symbol);
    const std::string_view plain = word.substr(symbol);
    if (const auto whole = whole_product(plain, 0))
      set_whole(*whole);
    else
      set_text(std::string(plain));
  }

  // A word below a hundred is added where there is room for it, and else glued on.
  void add(const NumberWord& word) {
    const std::string digits = std::to_string(word.value);
    const bool is_ten = word.kind == NumberKind::ten || word.kind == NumberKind::ten_suffixed;
    if (!number_.exists()) return set_whole(digits);
    if (number_.is_text() || (!is_ten && kind_before(NumberKind::one))) {
      // twenty of "one twenty one" is text by then: its zero goes.
      if (!is_ten && word.value < 10 && kind_before(NumberKind::ten)) number_.digits.pop_back();
      return set_text(number_.digits + digits);
    }
    if (number_.ends_in_zeros(!is_ten && word.value < 10 ? 1 : 2))
      set_whole(sum(number_.digits, digits));
    else
      set_text(number_.digits + digits);
  }

  void multiply(const NumberWord& word) {
    const std::string alone = "1" + std::string(static_cast<std::size_t>(word.value), '0');
    if (!number_.exists()) return set_whole(alone);
    // "hundreds" of the number 0 goes the way of whole numbers, "hundred" does not; both give 0.
    if (!number_.is_text()) return set_whole(number_.times(word.value));
    if (const auto product = whole_product(number_.digits, word.value))
      return set_whole(*product);
    put_number();
    set_whole(alone);
  }

  void percent(std::string_view word) {
    if (!number_.exists()) return put(word);
    if (word == "percent") return put_number("%");
    if (next() == "cent") {
      put_number("%");
      ++at_;
    } else {
      put_number();
      put(word);
    }
  }

  void special(std::string_view word) {
    const bool leads_on = next_word() != nullptr || is_written(next());
    if (word == "point" && leads_on) {
      if (is_written(next()) ||
          next_is_kind({NumberKind::one, NumberKind::ten, NumberKind::zero}))
        set_text(number_.or_nothing() + ".");
      return;
    }
    if (word == "and" && leads_on && kind_before(NumberKind::multiplier)) return;
    if ((word == "double" || word == "triple") &&
        next_is_kind({NumberKind::one, NumberKind::zero})) {
      std::string digits = number_.or_nothing();
      for (int time = word == "double" ? 2 : 3; time > 0; --time)
        digits += std::to_string(next_word()->value);
      set_text(digits);
      ++at_;
      return;
    }
    put_number_if_any();
    put(word);
  }

  const std::vector<std::string_view>& words_;
  std::size_t at_ = 0;
  Number number_;
  std::string prefix_, result_;
};

}  // namespace

std::string whisper_english_numbers(std::string_view text) {
  const std::string prepared = whisper::before_numbers(text);
  const auto words = whisper::words_of(prepared);
  return whisper::after_numbers(Reader(words).read());
}

}  // namespace keur
