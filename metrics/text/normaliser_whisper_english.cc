// SPDX-License-Identifier: Apache-2.0
// whisper-english: the rules of EnglishTextNormalizer of openai/whisper (whisper/normalizers/
// english.py at c0d2f62) in its order, without its table of British spellings: lower case; delete
// what stands between < > [ ] ( ); delete hmm mm mhm mmm uh um; write out contractions and titles;
// drop commas between digits and points not before a digit; NFKD without marks, a space for every
// symbol but . % $ ¢ € £; number words to digits; drop the kept symbols that no digit explains.
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>

#include "metrics/core/utf8.h"
#include "metrics/text/normaliser.h"
#include "metrics/text/whisper_english_numbers.h"
#include "metrics/text/whisper_text.h"
#include "metrics/text/white_space.h"

namespace keur {

namespace {

using whisper::lower_case;
using whisper::without_brackets;

struct Replacement {
  std::string_view from, to;
};

constexpr std::string_view deleted[] = {"hmm", "mm", "mhm", "mmm", "uh", "um"};

constexpr Replacement whole_words[] = {
    {"won't", "will not"},      {"can't", "can not"},     {"let's", "let us"},
    {"ain't", "aint"},          {"y'all", "you all"},     {"wanna", "want to"},
    {"gotta", "got to"},        {"gonna", "going to"},    {"i'ma", "i am going to"},
    {"imma", "i am going to"},  {"woulda", "would have"}, {"coulda", "could have"},
    {"shoulda", "should have"}, {"ma'am", "madam"},       {"mr", "mister"},
    {"mrs", "missus"},          {"st", "saint"},          {"dr", "doctor"},
    {"prof", "professor"},      {"capt", "captain"},      {"gov", "governor"},
    {"ald", "alderman"},        {"gen", "general"},       {"sen", "senator"},
    {"rep", "representative"},  {"pres", "president"},    {"rev", "reverend"},
    {"hon", "honorable"},       {"asst", "assistant"},    {"assoc", "associate"},
    {"lt", "lieutenant"},       {"col", "colonel"},       {"jr", "junior"},
    {"sr", "senior"},           {"esq", "esquire"},
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

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }
bool in_word(char c) { return is_digit(c) || is_letter(c) || c == '_'; }

// Replaces `from` where a word boundary is at its end and, unless it is an ending, at its start.
void replace_all(std::string& text, std::string_view from, std::string_view to, bool ending) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;) {
    const std::size_t end = at + from.size();
    const bool starts = ending || at == 0 || !in_word(text[at - 1]);
    if (!starts || (end < text.size() && in_word(text[end]))) {
      ++at;
      continue;
    }
    text.replace(at, from.size(), to);
    at += to.size();
  }
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
    const uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(c));
    if (kept.find(c) != std::u32string_view::npos)
      result.append(start, at);
    else if (is_white_space(c) ||
             (category & (U_GC_S_MASK | U_GC_P_MASK | U_GC_MC_MASK | U_GC_ME_MASK)))
      result += ' ';
    else if (!(category & U_GC_MN_MASK))
      result.append(start, at);
  }
  return result;
}

// 3x becomes 3 x and V2 becomes v 2; 2nd stays.
std::string digits_apart(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0) {
      const bool before = is_digit(text[at - 1]), here = is_digit(text[at]);
      const auto ascii = [](char c) { return c >= 'a' && c <= 'z'; };
      bool part = (before && ascii(text[at])) || (here && ascii(text[at - 1]));
      if (before)
        for (const std::string_view end : {"st", "nd", "rd", "th", "s"})
          if (text.substr(at, end.size()) == end &&
              (at + end.size() == text.size() || !in_word(text[at + end.size()])))
            part = false;
      if (part) result += ' ';
    }
    result += text[at];
  }
  return result;
}

void normalise(std::string_view text, std::string& out) {
  if (text.size() > std::size_t{1} << 29)
    throw std::length_error("a text of more than 512 MiB cannot be normalised");
  std::string work = without_brackets(lower_case(text));
  for (const std::string_view word : deleted) replace_all(work, word, "", false);
  for (std::size_t at; (at = work.find(" '")) != std::string::npos;) work.erase(at, 1);
  for (const auto& [from, to] : whole_words) replace_all(work, from, to, false);
  for (const auto& [from, to] : endings) replace_all(work, from, to, true);

  std::string marks;
  for (std::size_t at = 0; at < work.size(); ++at) {
    const bool digit_next = at + 1 < work.size() && is_digit(work[at + 1]);
    const char c = work[at];
    if (c == ',' && at > 0 && is_digit(work[at - 1]) && digit_next) continue;
    marks += c == '.' && !digit_next ? ' ' : c;
  }
  work = plain(marks);
  replace_all(work, "and a half", "point five", false);
  work = whisper_english_numbers(digits_apart(work));

  out.clear();
  for (std::size_t at = 0; at < work.size(); ++at) {
    const std::string_view rest = std::string_view(work).substr(at);
    const bool lone_percent = work[at] == '%' && (at == 0 || !is_digit(work[at - 1]));
    std::size_t symbol = 0;
    for (const std::string_view one : {".", "$", "\u00a2", "\u20ac", "\u00a3"})
      if (rest.substr(0, one.size()) == one) symbol = one.size();
    const bool lone_symbol =
        symbol > 0 && at + symbol < work.size() && !is_digit(work[at + symbol]);
    const bool space = work[at] == ' ' || lone_percent || lone_symbol;
    if (!space)
      out += work[at];
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
    if (lone_symbol) at += symbol - 1;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
}

}  // namespace

const Normaliser& normaliser_whisper_english() {
  static constexpr Normaliser entry{
      .id = "whisper-english",
      .title =
          "the rules of Whisper's EnglishTextNormalizer without its table of British spellings",
      .warning =
          "whisper-english is for comparison only, never for a gate: it deletes text between "
          "brackets, the unit mm, decimal commas, signs and inequalities (\"2,5 mg\" becomes "
          "\"25 mg\", \"-5\" becomes \"5\", \"a 20 mm nodule\" becomes \"a 20 nodule\")",
      .normalise = normalise,
  };
  return entry;
}

}  // namespace keur
