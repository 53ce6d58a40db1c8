// SPDX-License-Identifier: Apache-2.0
// whisper-english: EnglishTextNormalizer of openai-whisper 20250625 (normalizers/english.py),
// in its order: lower case; delete what stands between < > [ ] ( ); delete hmm mm mhm mmm uh um;
// write out contractions and titles; drop commas between digits and points not before a digit; NFKD
// without marks, a space for every symbol but . % $ ¢ € £; number words to digits; American
// spellings; drop the kept symbols that no digit explains. Patterns are hand loops that consume
// what the patterns consume, since what one match took the next one cannot use.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

#include "metrics/core/utf8.h"
#include "metrics/text/normaliser.h"
#include "metrics/text/text_pair.h"
#include "metrics/text/whisper_english_numbers.h"
#include "metrics/text/whisper_text.h"

namespace keur {
namespace {

using whisper::lower_case;
using whisper::without_brackets;
using whisper::word_at;
using whisper::word_before;

struct Replacement {
  std::string_view from, to;
};

constexpr std::string_view deleted[] = {"hmm", "mm", "mhm", "mmm", "uh", "um"};

constexpr Replacement whole_words[] = {
    {"won't", "will not"},       {"can't", "can not"},     {"let's", "let us"},
    {"ain't", "aint"},           {"y'all", "you all"},     {"wanna", "want to"},
    {"gotta", "got to"},         {"gonna", "going to"},    {"i'ma", "i am going to"},
    {"imma", "i am going to"},   {"woulda", "would have"}, {"coulda", "could have"},
    {"shoulda", "should have"},  {"ma'am", "madam"},       {"mr", "mister "},
    {"mrs", "missus "},          {"st", "saint "},         {"dr", "doctor "},
    {"prof", "professor "},      {"capt", "captain "},     {"gov", "governor "},
    {"ald", "alderman "},        {"gen", "general "},      {"sen", "senator "},
    {"rep", "representative "},  {"pres", "president "},   {"rev", "reverend "},
    {"hon", "honorable "},       {"asst", "assistant "},   {"assoc", "associate "},
    {"lt", "lieutenant "},       {"col", "colonel "},      {"jr", "junior "},
    {"sr", "senior "},           {"esq", "esquire "},
};

// Behind a word, in this order.
constexpr Replacement endings[] = {
    {"'d been", " had been"},
    {"'s been", " has been"},
    {"'d gone", " had gone"},
    {"'s gone", " has gone"},
    {"'d done", " had done"},
    {"'s got", " has got"},
    {"n't", " not"},
    {"'re", " are"},
    {"'s", " is"},
    {"'d", " would"},
    {"'ll", " will"},
    {"'t", " not"},
    {"'ve", " have"},
    {"'m", " am"},
};

// Letters that NFKD leaves whole.
constexpr Replacement whole_letters[] = {{"\u0153", "oe"}, {"\u00f8", "o"}, {"\u00e6", "ae"},
                                         {"\u00df", "ss"}, {"\u0111", "d"}, {"\u00f0", "d"},
                                         {"\u00fe", "th"}, {"\u0142", "l"}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Replaces `from` where `\b` is at its end and, unless it is an ending, at its start.
std::string replaced(std::string text, std::string_view from, std::string_view to, bool ending) {
  std::size_t found = text.find(from);
  if (found == std::string::npos) return text;
  std::string result;
  std::size_t at = 0;
  for (; found != std::string::npos; found = text.find(from, found)) {
    const std::size_t end = found + from.size();
    if ((!ending && word_before(text, found)) || word_at(text, end)) {
      ++found;
      continue;
    }
    result.append(text, at, found - at).append(to);
    at = found = end;
  }
  return result.append(text, at);
}

// `\s+'` to '.
std::string apostrophes_joined(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = whisper::skip_space(text, at);
    if (next > at && next < text.size() && text[next] == '\'') at = next;
    const std::size_t end = next > at ? next : whisper::next_character(text, at);
    result.append(text.substr(at, end - at));
    at = end;
  }
  return result;
}

bool is_decimal_digit(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER;
}

// `(\d),(\d)` to the two digits: of 1,2,3 the second comma stays.
std::string commas_dropped(std::string_view text) {
  std::string result;
  bool digit_free = false;  // the character before is a digit that no match took
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    const char* const start = at;
    const char32_t c = next_code_point(at);
    if (c == ',' && digit_free && at != end) {
      const char* next = at;
      if (is_decimal_digit(next_code_point(next))) {
        result.append(at, next);
        at = next;
        digit_free = false;
        continue;
      }
    }
    digit_free = is_decimal_digit(c);
    result.append(start, at);
  }
  return result;
}

// A space for each of `marks` before anything but a digit 0 to 9, which the match takes as well;
// with `at_end` also for one at the end.
std::string marks_dropped(std::string_view text, std::initializer_list<std::string_view> marks,
                          bool at_end) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 0;
    for (const std::string_view mark : marks)
      if (text.substr(at).starts_with(mark)) length = mark.size();
    const std::size_t next = at + length;
    if (length == 0 || (next == text.size() ? !at_end : is_digit(text[next]))) {
      result += text[at++];
      continue;
    }
    result += ' ';
    at = next;
    if (at == text.size()) break;
    const char* behind = text.data() + at;
    next_code_point(behind);
    const auto taken = static_cast<std::size_t>(behind - text.data()) - at;
    result.append(text.substr(at, taken));
    at += taken;
  }
  return result;
}

// `([^0-9])%`: the sign to a space, the character before it taken as well.
std::string percents_dropped(std::string_view text) {
  std::string result;
  bool free = false;  // there is a character before that no match took
  for (const char c : text) {
    if (c == '%' && free && !is_digit(result.back())) {
      result += ' ';
      free = false;
    } else {
      result += c;
      free = true;
    }
  }
  return result;
}

// NFKD; marks go, other symbols and punctuation become spaces.
std::string plain(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("the ICU library has no normalisation data");
  std::string decomposed;
  nfkd->normalize(icu::UnicodeString::fromUTF8(
                      icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))),
                  status)
      .toUTF8String(decomposed);
  constexpr std::u32string_view kept = U".%$\u00a2\u20ac\u00a3";
  std::string result;
  const char* at = decomposed.data();
  const char* const end = at + decomposed.size();
  while (at != end) {
    const char* const start = at;
    const char32_t c = next_code_point(at);
    const std::string_view bytes(start, static_cast<std::size_t>(at - start));
    const uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(c));
    const auto whole = std::find_if(std::begin(whole_letters), std::end(whole_letters),
                                    [bytes](const Replacement& one) { return one.from == bytes; });
    if (kept.find(c) != std::u32string_view::npos)
      result += bytes;
    else if (whole != std::end(whole_letters))
      result += whole->to;
    else if (category & U_GC_MN_MASK)
      continue;
    else if (category & (U_GC_S_MASK | U_GC_P_MASK | U_GC_M_MASK))
      result += ' ';
    else
      result += bytes;
  }
  return result;
}

std::string_view american(std::string_view word) {
  const auto table = whisper_spellings();
  const auto found =
      std::lower_bound(table.begin(), table.end(), word,
                       [](const TextPair& pair, std::string_view one) { return pair.first < one; });
  return found != table.end() && found->first == word ? found->second : word;
}

// Words between single spaces.
template <class Change>
std::string words_joined(std::string_view text, Change change) {
  std::string result;
  for (const std::string_view word : whisper::words_of(text)) {
    if (!result.empty()) result += ' ';
    result += change(word);
  }
  return result;
}

void normalise(std::string_view text, std::string& out) {
  if (text.size() > std::size_t{1} << 29)
    throw std::length_error("a text of more than 512 MiB cannot be normalised");
  std::string work = without_brackets(lower_case(text));
  for (const std::string_view word : deleted) work = replaced(std::move(work), word, "", false);
  work = apostrophes_joined(work);
  for (const auto& [from, to] : whole_words) work = replaced(std::move(work), from, to, false);
  for (const auto& [from, to] : endings) work = replaced(std::move(work), from, to, true);
  work = plain(marks_dropped(commas_dropped(work), {"."}, true));
  work = words_joined(whisper_english_numbers(work), american);
  work = percents_dropped(marks_dropped(work, {".", "$", "\u00a2", "\u20ac", "\u00a3"}, false));
  out = words_joined(work, [](std::string_view word) { return word; });
}

}  // namespace

const Normaliser& normaliser_whisper_english() {
  static constexpr Normaliser entry{
      .id = "whisper-english",
      .title = "the tokens of Whisper's EnglishTextNormalizer, to compare with published figures",
      .warning =
          "whisper-english is for comparison only, never for a gate: it deletes text between "
          "brackets, the unit mm, decimal commas, signs and inequalities (\"2,5 mg\" becomes "
          "\"25 mg\", \"-5\" becomes \"5\", \"a 20 mm nodule\" becomes \"a 20 nodule\")",
      .normalise = normalise,
  };
  return entry;
}

}  // namespace keur
