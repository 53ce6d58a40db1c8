// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>

namespace keur {
namespace {

struct Letter {
  char base = 0;  // 0: not an accented letter of a to z
  bool acute = false, grave = false;
};

constexpr char32_t latin_end = 0x250, more_latin = 0x1e00, more_latin_end = 0x1f00;

class Letters {
 public:
  Letters() {
    for (char32_t c = 0xc0; c < latin_end; ++c) table_[c] = decomposed(c);
    for (char32_t c = more_latin; c < more_latin_end; ++c)
      table_[c - more_latin + latin_end] = decomposed(c);
  }
  const Letter& operator[](char32_t c) const {
    if (c < latin_end) return table_[c];
    if (c >= more_latin && c < more_latin_end) return table_[c - more_latin + latin_end];
    return table_[0];
  }
  static const Letters& get() {
    static const Letters letters;
    return letters;
  }

 private:
  static Letter decomposed(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
    std::array<UChar, 16> units{};
    const int32_t length =
        unorm2_getDecomposition(nfc, static_cast<UChar32>(c), units.data(), 16, &status);
    Letter letter;
    if (U_FAILURE(status) || length < 2 || units[0] > 0x7f) return letter;
    letter.base = static_cast<char>(units[0]);
    for (int32_t i = 1; i < length; ++i) {
      letter.grave |= units[static_cast<std::size_t>(i)] == 0x300;
      letter.acute |= units[static_cast<std::size_t>(i)] == 0x301;
    }
    return letter;
  }
  std::array<Letter, latin_end + more_latin_end - more_latin> table_{};
};

char32_t next(const char*& at) {
  const auto lead = static_cast<unsigned char>(*at++);
  if (lead < 0x80) return lead;
  const int more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  char32_t c = lead & (0x3fu >> more);
  for (int i = 0; i < more; ++i) c = (c << 6) | (static_cast<unsigned char>(*at++) & 0x3fu);
  return c;
}

void append(char32_t c, std::string& out) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xc0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      put(0xe0 | (c >> 12));
    } else {
      put(0xf0 | (c >> 18));
      put(0x80 | ((c >> 12) & 0x3f));
    }
    put(0x80 | ((c >> 6) & 0x3f));
  }
  put(0x80 | (c & 0x3f));
}

// What other spellings of one sign become; nullptr: nothing special about it.
const char* sign(char32_t c) {
  switch (c) {
    case 0xad:
    case 0x200b:
    case 0x200c:
    case 0x200d:
    case 0x2060:
    case 0xfeff:
      return "";
    case 0x2018:
    case 0x2019:
    case 0x2bc:
    case 0xb4:
      return "'";
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2212:
      return "-";
    case 0xb5:
      return "\u03bc";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x2103:
      return "\u00b0c";
    case 0x2109:
      return "\u00b0f";
    case 0x338d:
      return "\u03bcg";
    case 0x338e:
      return "mg";
    case 0x338f:
      return "kg";
    default:
      return nullptr;
  }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80); }

// Punctuation that only stands around a word: ASCII, and quotation marks, dashes and the ellipsis
// of U+2014 to U+2026.
std::size_t opening_mark(std::string_view text) {
  if (text.empty()) return 0;
  const auto starts_number = [text](std::size_t at) {
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) ++at;
    return at < text.size() && is_digit(text[at]);
  };
  if (text[0] == '.' || text[0] == ',') return starts_number(1) && text[1] != '.' ? 0 : 1;
  if (text[0] == '-') return starts_number(1) ? 0 : 1;
  if (std::string_view("([{\"'*_;:!?)]}").find(text[0]) != std::string_view::npos) return 1;
  return text.size() >= 3 && text.substr(0, 2) == "\xe2\x80" && text[2] >= '\x94' &&
                 text[2] <= '\xa6'
             ? 3
             : 0;
}

std::size_t closing_mark(std::string_view text) {
  if (text.empty()) return 0;
  if (std::string_view(".,;:!?)]}\"'*_-/([{").find(text.back()) != std::string_view::npos) return 1;
  const std::size_t size = text.size();
  return size >= 3 && text.substr(size - 3, 2) == "\xe2\x80" && text[size - 1] >= '\x94' &&
                 text[size - 1] <= '\xa6'
             ? 3
             : 0;
}

}  // namespace

std::string without_accents(std::string_view text, bool* acute, bool* grave) {
  const Letters& letters = Letters::get();
  std::string out;
  out.reserve(text.size());
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    const char* const start = at;
    const char32_t c = next(at);
    if (c < 0x80) {
      out += static_cast<char>(c);
      continue;
    }
    Letter letter = letters[c];
    const bool combining =
        c >= 0x300 && c < 0x370 && !out.empty() && is_letter(out.back()) && !(out.back() & 0x80);
    if (combining) letter = {0, c == 0x301, c == 0x300};
    if (acute != nullptr) *acute |= letter.acute;
    if (grave != nullptr) *grave |= letter.grave;
    if (combining) continue;
    if (letter.base != 0)
      out += letter.base;
    else
      out.append(start, at);
  }
  return out;
}

void join_hyphens(std::string& word) {
  if (word.find('-') == std::string::npos || std::any_of(word.begin(), word.end(), is_digit))
    return;
  std::string joined;
  for (std::size_t at = 0; at < word.size(); ++at)
    if (word[at] != '-' || at == 0 || at + 1 == word.size() || !is_letter(word[at - 1]) ||
        !is_letter(word[at + 1]))
      joined += word[at];
  word = joined;
}

Folded fold_word(std::string_view token) {
  Folded folded;
  std::string& text = folded.text;
  bool ascii = true;
  for (const char c : token) {
    ascii &= !(c & 0x80);
    folded.digit |= is_digit(c);
  }
  if (ascii) {
    text.assign(token);
    for (char& c : text)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  } else {
    std::string plain;
    const char* at = token.data();
    const char* const end = at + token.size();
    while (at != end) {
      const char32_t c = next(at);
      if (const char* const other = sign(c))
        plain += other;
      else
        append(static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)),
               plain);
      folded.digit |= c >= 0xbc && c <= 0xbe;
    }
    text = without_accents(plain, &folded.acute, &folded.grave);
  }
  std::string_view rest = text;
  while (const std::size_t mark = opening_mark(rest)) rest.remove_prefix(mark);
  while (const std::size_t mark = closing_mark(rest)) rest.remove_suffix(mark);
  if (rest.size() != text.size()) text = std::string(rest);
  if (!folded.digit) join_hyphens(text);
  return folded;
}

}  // namespace keur
