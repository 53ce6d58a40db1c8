// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/network_text.h"

#include <stdexcept>
#include <vector>

#include "metrics/text/tokens.h"

namespace keur {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Backslashes before all that could be notation.
std::string as_letters(std::string_view word) {
  std::string escaped;
  for (const char c : word) {
    if (std::string_view("{}/\\@()-*;").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

// Writes a text without a fault once more: the same notation, normalised words.
class Respeller {
 public:
  Respeller(std::string_view text, const Normaliser& normaliser, const NetworkOptions& options)
      : text_(text), normaliser_(normaliser), options_(options) {}

  std::string respelled() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_space(c)) {
        stretch_ += ' ';
        ++at_;
      } else if (c == '{' || c == '}' || (c == '/' && has_words_.size() > 1)) {
        notation(c);
        ++at_;
      } else {
        word();
      }
    }
    end_stretch();
    return std::move(result_);
  }

 private:
  void notation(char c) {
    end_stretch();
    if (c != '{') {
      if (!has_words_.back()) put("@");
      has_words_.pop_back();
    }
    result_ += ' ';
    result_ += c;
    if (c == '}')
      has_words_.back() = true;
    else
      has_words_.push_back(false);
  }

  void word() {
    std::string letters;
    bool escaped_first = false, escaped_last = false;
    for (; at_ < text_.size() && !is_space(text_[at_]); ++at_) {
      char c = text_[at_];
      if (c == '}' || (c == '/' && has_words_.size() > 1)) break;
      escaped_last = c == '\\';
      if (escaped_last) c = text_[++at_];
      if (letters.empty()) escaped_first = escaped_last;
      letters += c;
    }
    const std::string_view all = letters;
    if (all == "@" && !escaped_first) {
      end_stretch();
      put("@");
    } else if (options_.optional_words && all.size() > 2 && all.front() == '(' &&
               all.back() == ')' && !escaped_first && !escaped_last) {
      optional_words(all.substr(1, all.size() - 2));
    } else if (!options_.fragments ||
               !fragment(all, all.front() == '-' && !escaped_first,
                         all.back() == '-' && !escaped_last)) {
      stretch_ += letters;
    }
  }

  static bool has_digit(std::string_view word) {
    return word.find_first_of("0123456789") != std::string_view::npos;
  }

  // Each word of it may be missing; what it begins with makes it no fragment, as in sclite.
  void optional_words(std::string_view inside) {
    const bool begins = options_.fragments && inside.ends_with('-') && !has_digit(inside);
    end_stretch();
    const auto& words = normalised(inside);
    for (std::size_t i = 0; i < words.size(); ++i)
      put("(" + as_letters(words[i]) + (begins && i + 1 == words.size() ? "-)" : ")"));
  }

  bool fragment(std::string_view word, bool ends, bool begins) {
    if ((!ends && !begins) || has_digit(word)) return false;
    const std::size_t first = word.find_first_not_of('-');
    if (first == std::string_view::npos) return false;
    end_stretch();
    const auto& words = normalised(word.substr(first, word.find_last_not_of('-') + 1 - first));
    for (std::size_t i = 0; i < words.size(); ++i)
      put((ends && i == 0 ? "-" : "") + as_letters(words[i]) +
          (begins && i + 1 == words.size() ? "-" : ""));
    return true;
  }

  void end_stretch() {
    for (const std::string_view one : normalised(stretch_)) put(as_letters(one));
    stretch_.clear();
  }

  // Valid until the next call.
  const std::vector<std::string_view>& normalised(std::string_view text) {
    normaliser_.normalise(text, normalised_);
    split(normalised_, words_);
    return words_;
  }

  void put(std::string_view word) {
    result_ += ' ';
    result_ += word;
    has_words_.back() = true;
  }

  std::string_view text_;
  const Normaliser& normaliser_;
  NetworkOptions options_;
  std::size_t at_ = 0;
  std::string stretch_, normalised_, result_;
  std::vector<std::string_view> words_;
  // Of the text itself and of each alternative that is open.
  std::vector<bool> has_words_ = {false};
};

// {120/80 / @} is three alternatives, and nobody meant that.
std::optional<NetworkError> slash_between_digits(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\\') {
      ++at;
    } else if (c == '{' || c == '}') {
      depth += c == '{' ? 1 : -1;
    } else if (c == '/' && depth > 0 && is_digit(text[at - 1]) && at + 1 < text.size() &&
               is_digit(text[at + 1])) {
      return NetworkError{at, "a slash between digits within braces"};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<NetworkError> network_text_fault(std::string_view text,
                                               const NetworkOptions& options) {
  // Most texts have none of it.
  if (text.find_first_of("{}\\") == std::string_view::npos) return std::nullopt;
  NetworkError error;
  if (!WordNetwork::parse(text, options, error)) return error;
  return slash_between_digits(text);
}

std::string normalised_network_text(std::string_view text, const Normaliser& normaliser,
                                    const NetworkOptions& options) {
  return Respeller(text, normaliser, options).respelled();
}

WordNetwork network_of(std::string_view text, const NetworkOptions& options) {
  NetworkError error;
  auto network = WordNetwork::parse(text, options, error);
  if (!network) throw std::logic_error("a text with a fault was counted: " + error.message);
  return *std::move(network);
}

}  // namespace keur
