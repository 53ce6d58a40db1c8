// SPDX-License-Identifier: Apache-2.0
// The slow twin of basic-1: the rule in normaliser.h read aloud, step after step over the whole
// text, token after token. For tests only.
#pragma once
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <string>
#include <string_view>
#include <vector>

namespace keur::textbook {

using Points = std::u32string;

inline std::u16string to_utf16(const Points& text) {
  std::u16string units(2 * text.size() + 1, u'\0');
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF32(units.data(), static_cast<int32_t>(units.size()), &length,
                 reinterpret_cast<const UChar32*>(text.data()), static_cast<int32_t>(text.size()),
                 &status);
  units.resize(static_cast<std::size_t>(length));
  return units;
}

inline Points to_points(const std::u16string& units) {
  Points text(units.size() + 1, U'\0');
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strToUTF32(reinterpret_cast<UChar32*>(text.data()), static_cast<int32_t>(text.size()), &length,
               units.data(), static_cast<int32_t>(units.size()), &status);
  text.resize(static_cast<std::size_t>(length));
  return text;
}

inline Points nfc(const Points& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::u16string units = to_utf16(text);
  std::u16string result(4 * units.size() + 16, u'\0');
  const int32_t length = unorm2_normalize(unorm2_getNFCInstance(&status), units.data(),
                                          static_cast<int32_t>(units.size()), result.data(),
                                          static_cast<int32_t>(result.size()), &status);
  result.resize(static_cast<std::size_t>(length));
  return to_points(result);
}

inline Points fold(const Points& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::u16string units = to_utf16(text);
  std::u16string result(4 * units.size() + 16, u'\0');
  const int32_t length =
      u_strFoldCase(result.data(), static_cast<int32_t>(result.size()), units.data(),
                    static_cast<int32_t>(units.size()), U_FOLD_CASE_DEFAULT, &status);
  result.resize(static_cast<std::size_t>(length));
  return to_points(result);
}

inline bool in_category(char32_t c, uint32_t mask) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & mask) != 0;
}
inline bool is_number(char32_t c) { return in_category(c, U_GC_N_MASK); }
inline bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
inline bool is_decimal_mark(char32_t c) { return c == U'.' || c == U','; }
inline bool is_mark(char32_t c) { return in_category(c, U_GC_P_MASK) && c != U'%' && c != 0x2030; }
inline bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

inline Points steps_a_to_c(const Points& text) {
  Points kept;
  for (const char32_t c : nfc(text))
    if (!is_one_of(c, U"\u00ad\u200b\u200c\u200d\u2060\ufeff")) kept += c;
  for (std::size_t at = 0; at < kept.size(); ++at) {
    const std::u32string_view rest = std::u32string_view(kept).substr(at + 1);
    const bool before_number = (!rest.empty() && is_number(rest[0])) ||
                               (rest.size() > 1 && is_decimal_mark(rest[0]) && is_number(rest[1]));
    if (is_one_of(kept[at], U"\u2019\u2018\u02bc\u00b4\u0060")) kept[at] = U'\'';
    if (is_one_of(kept[at], U"\u2010\u2011")) kept[at] = U'-';
    if (is_one_of(kept[at], U"\u2212\u2013") && before_number) kept[at] = U'-';
  }
  Points folded = nfc(fold(kept));
  for (char32_t& c : folded)
    if (c == 0x2bc) c = U'\'';
  return folded;
}

// The tokens that one token without white space becomes.
inline std::vector<Points> step_e(const Points& token) {
  std::vector<Points> tokens(1);
  for (std::size_t at = 0; at < token.size();) {
    if (!is_mark(token[at])) {
      tokens.back() += token[at++];
      continue;
    }
    std::size_t end = at;
    while (end < token.size() && is_mark(token[end])) ++end;
    const Points run = token.substr(at, end - at);
    const bool at_start = at == 0, at_end = end == token.size();
    at = end;
    if (at_end) break;
    if (!at_start && run.size() == 1 && !is_one_of(run[0], U"\u2013\u2014\u2026")) {
      tokens.back() += run;
      continue;
    }
    if (!at_start) tokens.emplace_back();
    if (!is_number(token[end])) continue;
    Points left = run, kept;
    if (is_decimal_mark(left.back()) && !(left.size() > 1 && is_decimal_mark(left.end()[-2]))) {
      kept = left.back();
      left.pop_back();
    }
    if (!left.empty() && left.back() == U'-') kept.insert(0, 1, U'-');
    tokens.back() += kept;
  }
  return tokens;
}

inline Points basic_1(const Points& text) {
  Points result, token;
  const auto finish = [&] {
    for (const Points& part : step_e(token))
      if (!part.empty()) result += (result.empty() ? U"" : U" ") + part;
    token.clear();
  };
  for (const char32_t c : steps_a_to_c(text)) {
    if (is_space(c))
      finish();
    else
      token += c;
  }
  finish();
  return result;
}

}  // namespace keur::textbook
