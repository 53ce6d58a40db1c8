// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/whisper_text.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

#include "metrics/core/utf8.h"
#include "metrics/text/white_space.h"

namespace keur::whisper {
namespace {

// `least`: how many bytes the closing mark must stand behind the opening one, and more.
std::string without(std::string_view text, std::string_view open, std::string_view close,
                    std::size_t least) {
  std::string kept;
  std::size_t from = 0;
  for (;;) {
    const std::size_t start = text.find_first_of(open, from);
    const std::size_t end =
        start == std::string_view::npos ? start : text.find_first_of(close, start + 1);
    if (end == std::string_view::npos) return kept.append(text);
    if (end - start <= least) {
      from = end + 1;
      continue;
    }
    kept.append(text.substr(0, start));
    text.remove_prefix(end + 1);
    from = 0;
  }
}

bool is_word(char32_t c) {
  return c == '_' || (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

char32_t character_at(std::string_view text, std::size_t at) {
  const char* place = text.data() + at;
  return next_code_point(place);
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string result;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))
      .toLower(icu::Locale::getRoot())
      .toUTF8String(result);
  return result;
}

std::string without_brackets(std::string_view text) {
  return without(without(text, "<[", ">]", 0), "(", ")", 1);
}

bool is_space(char32_t c) { return is_white_space(c) || (c >= 0x1c && c <= 0x1f); }

bool word_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80);
  return is_word(character_at(text, at));
}

bool word_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_word(character_at(text, at));
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char* place = text.data() + at;
    if (!is_space(next_code_point(place))) break;
    at = static_cast<std::size_t>(place - text.data());
  }
  return at;
}

std::size_t next_character(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] == '\n') return at;
  const char* place = text.data() + at;
  next_code_point(place);
  return static_cast<std::size_t>(place - text.data());
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = skip_space(text, 0); at < text.size(); at = skip_space(text, at)) {
    const std::size_t start = at;
    while (at < text.size() && skip_space(text, at) == at) at = next_character(text, at);
    words.push_back(text.substr(start, at - start));
  }
  return words;
}

}  // namespace keur::whisper
