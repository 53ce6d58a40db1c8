// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/words.h"

#include <algorithm>

#include "metrics/quantity/fold.h"
#include "metrics/quantity/units.h"

namespace keur {
namespace {

Meaning meaning(std::string_view folded, Language language) {
  return language == Language::dutch ? dutch_meaning(folded) : english_meaning(folded);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Or a fraction: ¼ ½ ¾.
bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '\xc2'; });
}

bool like_a_number(const Word& word) {
  switch (word.role) {
    case WordRole::article:
    case WordRole::half:
    case WordRole::quarter:
    case WordRole::one_and_half:
    case WordRole::three_quarters:
    case WordRole::counted:
    case WordRole::hundred:
    case WordRole::thousand:
      return true;
    default:
      return word.is_number() || word.ordinal >= 0 ||
             std::any_of(word.text.begin(), word.text.end(), is_digit);
  }
}

bool is_hesitation(std::string_view word, Language language) {
  static constexpr std::string_view everywhere[] = {"eh", "uh", "uhm", "ehm", "hm", "hmm", "mmm"};
  static constexpr std::string_view dutch[] = {"euh", "euhm", "ehh", "uhh"};
  static constexpr std::string_view english[] = {"erm", "uhh", "umm"};
  const auto in = [word](const auto& list) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
  };
  if (word.size() < 2 || word.size() > 4) return false;
  return in(everywhere) || (language == Language::dutch ? in(dutch) : in(english));
}

Word read_word(std::string_view token, std::size_t index, Language language,
               bool* digits = nullptr) {
  Word word;
  Folded folded = fold_word(token);
  word.text = std::move(folded.text);
  word.token = index;
  word.acute = folded.acute;
  word.grave = folded.grave;
  if (digits != nullptr) *digits = folded.digit;
  if (!folded.digit) {
    const Meaning means = meaning(word.text, language);
    word.role = means.role;
    word.cardinal = means.cardinal;
    word.ordinal = means.ordinal;
    word.count = means.count;
    word.month = means.month;
    if (word.cardinal < 0 && token.find('-') != std::string_view::npos) {
      const std::string range = range_of_words(token, language);
      if (!range.empty()) word.text = range;
    }
  }
  return word;
}

bool is_frequency_suffix(std::string_view suffix) {
  return suffix == "dd" || suffix == "d.d" || (suffix.size() > 2 && suffix.substr(0, 2) == "x/");
}

// The parts of a word that holds several; the empty list when it is one.
std::vector<std::string> parts(const Word& word, bool digits, Language language) {
  const bool dutch = language == Language::dutch;
  const std::string& text = word.text;
  if (word.role == WordRole::counted && word.count > 1) return {std::to_string(word.count), "x"};
  if (word.role == WordRole::many_a_day && word.count > 0)  // tid
    return {std::to_string(word.count), "x/day"};
  if (!digits) return {};
  if (!dutch && text[0] == 'q' && text.size() > 2 && text.back() == 'h' &&
      text.find_first_not_of("0123456789", 1) == text.size() - 1)
    return {"every", text.substr(1, text.size() - 2), "h"};
  const DigitToken token = read_digit_token(text, language);
  if (token.count == 0 || token.suffix.empty()) return {};
  const std::string suffix(token.suffix);
  const std::string number = text.substr(0, text.size() - suffix.size());
  if (dutch && suffix == "u") return {number, "uur"};
  const bool clock = !dutch && (suffix == "am" || suffix == "pm");
  if (!clock && !is_frequency_suffix(suffix) && compound_unit(suffix, language).empty()) return {};
  return {number, suffix};
}

void add_word(std::vector<Word>& words, Word word, bool digits, Language language) {
  const std::vector<std::string> pieces = parts(word, digits, language);
  if (pieces.empty()) return words.push_back(std::move(word));
  for (const std::string& piece : pieces) words.push_back(read_word(piece, word.token, language));
}

// "eenmaal daags", but "nu eenmaal" stays.
void cut_up_once(std::vector<Word>& words, Language language) {
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    if (words[at].role != WordRole::counted) continue;
    const WordRole next = words[at + 1].role;
    const bool per = (next == WordRole::per || next == WordRole::each) && at + 2 < words.size() &&
                     is_time_unit(compound_unit(words[at + 2].text, language));
    if (!per && next != WordRole::daily && next != WordRole::weekly && next != WordRole::monthly)
      continue;
    const std::size_t token = words[at].token;
    words[at] = read_word("x", token, language);
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), read_word("1", token, language));
  }
}

// The words that are not hesitations. `mm` and `um` are, unless a number stands before them; `um`
// also when another unit stands behind: "two um milligrams".
std::vector<Word> words_without_hesitations(std::span<const std::string_view> tokens,
                                            Language language) {
  std::vector<Word> words;
  words.reserve(tokens.size() + 4);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    bool digits = false;
    Word word = read_word(tokens[at], at, language, &digits);
    if (word.text.empty() || is_hesitation(word.text, language)) continue;
    add_word(words, std::move(word), digits, language);
  }
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].text != "mm" && words[at].text != "um") continue;
    const bool other_unit = words[at].text == "um" && at + 1 < words.size() &&
                            find_unit(words[at + 1].text, language) != nullptr;
    const bool stuck = at > 0 && words[at - 1].token == words[at].token;
    const bool unit = stuck || (at > 0 && like_a_number(words[at - 1]) && !other_unit);
    if (!unit) words.erase(words.begin() + static_cast<std::ptrdiff_t>(at--));
  }
  cut_up_once(words, language);
  return words;
}

}  // namespace

Words::Words(std::span<const std::string_view> tokens, Language language)
    : words_(words_without_hesitations(tokens, language)), language_(language) {
  // Only now do the texts stay where they are.
  for (Word& word : words_)
    if (word.cardinal < 0 && has_digit(word.text))
      word.digits = read_digit_token(word.text, language);
}

const Word& Words::nothing() {
  static const Word word;
  return word;
}

bool Words::like_a_number(std::size_t at) const {
  return at < size() && keur::like_a_number(words_[at]);
}

std::string range_of_words(std::string_view token, Language language) {
  const std::size_t hyphen = token.find('-');
  if (hyphen == std::string_view::npos || token.find('-', hyphen + 1) != std::string_view::npos)
    return "";
  if (meaning(fold_word(token).text, language).cardinal >= 0) return "";
  const std::int64_t low = meaning(fold_word(token.substr(0, hyphen)).text, language).cardinal;
  const std::int64_t high = meaning(fold_word(token.substr(hyphen + 1)).text, language).cardinal;
  if (low < 0 || high <= low) return "";
  return std::to_string(low) + '-' + std::to_string(high);
}

std::vector<bool> hesitations(std::span<const std::string_view> tokens, Language language) {
  // Most sentences have none, and this is cheaper than reading the words.
  std::vector<bool> is(tokens.size());
  bool any = false;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].size() > 12) continue;
    const std::string text = fold_word(tokens[at]).text;
    is[at] = text == "mm" || text == "um" || is_hesitation(text, language);
    any |= is[at];
  }
  if (!any) return is;
  for (const Word& word : words_without_hesitations(tokens, language)) is[word.token] = false;
  return is;
}

}  // namespace keur
