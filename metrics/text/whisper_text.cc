// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/whisper_text.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstdint>

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

}  // namespace keur::whisper
