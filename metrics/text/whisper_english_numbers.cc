// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/whisper_english_numbers.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "metrics/quantity/english_numbers.h"

namespace keur {
namespace {

// Numbers above this are glued as text instead of multiplied.
constexpr std::int64_t largest = 1000000000000;

bool all_digits(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// 12 and 12.5
bool is_written(std::string_view word) {
  const std::size_t point = word.find('.');
  if (point == std::string_view::npos) return all_digits(word);
  return all_digits(word.substr(0, point)) && all_digits(word.substr(point + 1));
}

std::optional<std::int64_t> multiplier(std::string_view word) {
  if (word == "hundred") return 100;
  if (word == "thousand") return 1000;
  if (word == "million") return 1000000;
  if (word == "billion") return 1000000000;
  return std::nullopt;
}

bool is_zero(std::string_view word) { return word == "o" || word == "oh" || word == "zero"; }

bool is_word(std::string_view word) {
  return is_zero(word) || multiplier(word) || english_cardinal(word).has_value();
}

class Writer {
 public:
  std::string result;

  void word(std::string_view text) {
    flush();
    put(text);
  }

  void written(std::string_view text) {
    if (!digits_.empty() && digits_.back() == '.') {
      digits_ += text;
      return;
    }
    flush(/*keep_sign=*/true);
    digits_ = text;
    // 1.000 is the number 1.
    const std::size_t point = text.find('.');
    if (point != std::string_view::npos &&
        text.find_first_not_of('0', point + 1) == std::string_view::npos)
      digits_ = text.substr(0, point);
    while (digits_.size() > 1 && digits_[0] == '0' && digits_[1] != '.') digits_.erase(0, 1);
    number_ = true;
    last_ = 0;
  }

  void zero() {
    digits_ += '0';
    number_ = false;
    last_ = 0;
  }

  // Of "twenty one" the second is added; of "one two" it is glued on.
  void cardinal(std::int64_t value) {
    const bool small = value < 10, fits = value < 20 && value >= 10;
    const std::int64_t room = small ? 10 : fits || value < 100 ? 100 : 1;
    if (number_ && all_digits(digits_) && digits_.size() < 16 && last_ != 1) {
      const std::int64_t so_far = std::stoll(digits_);
      if (so_far > 0 && so_far % room == 0) {
        digits_ = std::to_string(so_far + value);
        last_ = value % 10 == 0 && value >= 20 ? 2 : 1;
        return;
      }
    }
    number_ = digits_.empty();
    digits_ += std::to_string(value);
    last_ = value >= 20 && value % 10 == 0 ? 2 : 1;
  }

  void times(std::int64_t factor) {
    const std::string& all = digits_;
    if (all.empty()) {
      digits_ = std::to_string(factor);
    } else if (all_digits(all) && all.size() < 10) {
      const std::int64_t value = std::stoll(all);
      // "two thousand three hundred": only the last part is multiplied.
      const std::int64_t kept = value > 1000 && factor < 1000 ? value / 1000 * 1000 : 0;
      const std::int64_t product = kept + (value - kept) * factor;
      if (product > largest) {
        flush();
        digits_ = std::to_string(factor);
      } else {
        digits_ = std::to_string(product);
      }
    } else {
      flush();
      digits_ = std::to_string(factor);
    }
    number_ = true;
    last_ = 3;
  }

  void point() {
    digits_ += digits_.empty() ? "." : digits_.find('.') == std::string::npos ? "." : "";
    number_ = false;
    last_ = 0;
  }

  void sign(char mark) {
    flush();
    sign_ = mark;
  }

  void percent() {
    digits_ += '%';
    flush();
  }

  bool holds_number() const { return !digits_.empty(); }

  void flush(bool keep_sign = false) {
    if (digits_.empty()) {
      if (!keep_sign) sign_ = 0;
      return;
    }
    put((sign_ != 0 ? std::string(1, sign_) : "") + digits_);
    digits_.clear();
    sign_ = 0;
    number_ = false;
    last_ = 0;
  }

 private:
  void put(std::string_view text) {
    if (!result.empty()) result += ' ';
    // Whisper spells out the number 1.
    result += text == "1" ? "one" : text == "1s" ? "ones" : text;
  }

  std::string digits_;
  char sign_ = 0;
  bool number_ = false;  // not digits glued one behind another
  int last_ = 0;         // 1: a word below twenty; 2: a word for tens; 3: a multiplier
};

std::string ordinal_text(std::int64_t rank) {
  const std::int64_t one = rank % 10, ten = rank / 10 % 10;
  const char* const end = ten == 1   ? "th"
                          : one == 1 ? "st"
                          : one == 2 ? "nd"
                          : one == 3 ? "rd"
                                     : "th";
  return std::to_string(rank) + end;
}

}  // namespace

std::string whisper_english_numbers(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  Writer writer;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string_view word = words[at];
    const std::string_view next = at + 1 < words.size() ? words[at + 1] : std::string_view{};
    const bool number_next = is_written(next) || is_word(next);
    const auto factor = multiplier(word);
    if (is_written(word)) {
      writer.written(word);
    } else if (is_zero(word)) {
      writer.zero();
    } else if (factor) {
      writer.times(*factor);
    } else if (const auto value = english_cardinal(word)) {
      writer.cardinal(*value);
    } else if (const auto rank = english_ordinal(word)) {
      writer.word(ordinal_text(*rank));
    } else if (word == "second") {
      writer.word("2nd");
    } else if ((word == "minus" || word == "negative") && number_next) {
      writer.sign('-');
    } else if ((word == "plus" || word == "positive") && number_next) {
      writer.sign('+');
    } else if (word == "point" && number_next) {
      writer.point();
    } else if (word == "and" && writer.holds_number() && is_word(next)) {
      continue;
    } else if (word == "percent" && writer.holds_number()) {
      writer.percent();
    } else if (word == "per" && next == "cent" && writer.holds_number()) {
      writer.percent();
      ++at;
    } else {
      writer.word(word);
    }
  }
  writer.flush();
  return writer.result;
}

}  // namespace keur
