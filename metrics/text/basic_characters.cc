// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/basic_characters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "metrics/core/utf8.h"
#include "metrics/text/white_space.h"

namespace keur::basic_1 {
namespace {

UChar32 signed_point(char32_t c) { return static_cast<UChar32>(c); }
bool is_number(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_N_MASK) != 0; }
bool is_dash(char32_t c) { return c == 0x2013 || c == 0x2212; }

bool is_removed(char32_t c) {
  return c == 0xad || (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff;
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("the ICU library has no normalisation data");
  return *instance;
}

icu::UnicodeString composed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = nfc().normalize(text, status);
  if (U_FAILURE(status)) throw std::runtime_error("the ICU library cannot normalise a text");
  return result;
}

bool number_follows(const icu::UnicodeString& text, int32_t after) {
  const UChar32 next = text.char32At(after + 1);
  return is_number(next) || ((next == '.' || next == ',') && is_number(text.char32At(after + 2)));
}

// Step b. All that is removed or replaced is a single UTF-16 unit.
icu::UnicodeString simplified(const icu::UnicodeString& text) {
  icu::UnicodeString kept;
  for (int32_t at = 0; at < text.length(); ++at)
    if (!is_removed(text[at])) kept.append(text[at]);
  for (int32_t at = 0; at < kept.length(); ++at) {
    const char16_t unit = kept[at];
    if (unit == 0x2019 || unit == 0x2018 || unit == 0x2bc || unit == 0xb4 || unit == 0x60)
      kept.setCharAt(at, u'\'');
    if (unit == 0x2010 || unit == 0x2011 || (is_dash(unit) && number_follows(kept, at)))
      kept.setCharAt(at, u'-');
  }
  return kept;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

// What `c` becomes wherever it stands, or nothing when its neighbours have a say.
std::optional<Character> alone(char32_t c) {
  Character result;
  if (is_white_space(c)) {
    result.kind = Kind::space;
    return result;
  }
  if (is_removed(c)) {
    result.kind = Kind::removed;
    return result;
  }
  // Normalisation works on each side of a boundary apart (UAX 15, section 9.1). If `c`, its
  // composition and its folding all start at one, text made of such code points may be put
  // together from results for each.
  const icu::UnicodeString source(signed_point(c));
  const icu::UnicodeString first = composed(source);
  const icu::UnicodeString folded = icu::UnicodeString(first).foldCase();
  for (const auto& stage : {source, first, folded})
    if (!nfc().hasBoundaryBefore(stage.char32At(0))) return std::nullopt;

  std::string source_bytes;
  append_code_point(c, source_bytes);
  const std::string bytes = prepare(source_bytes);
  if (bytes.size() > result.bytes.size() || bytes.size() > 2 * source_bytes.size())
    return std::nullopt;
  result.length = static_cast<std::uint8_t>(bytes.size());
  std::copy(bytes.begin(), bytes.end(), result.bytes.begin());

  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  result.kind = kind_of(next_code_point(at));
  while (at != end)
    if (result.kind != Kind::body || kind_of(next_code_point(at)) != Kind::body)
      return std::nullopt;
  if (is_dash(c)) result.kind = Kind::dash;
  return result;
}

}  // namespace

Kind kind_of(char32_t c) {
  if (is_white_space(c)) return Kind::space;
  if (c == 0x2013 || c == 0x2014 || c == 0x2026) return Kind::parting_mark;
  if (c == U'%' || c == 0x2030) return Kind::body;
  const uint32_t category = U_GET_GC_MASK(signed_point(c));
  if (category & U_GC_P_MASK) return Kind::mark;
  return category & U_GC_N_MASK ? Kind::number : Kind::body;
}

std::string prepare(std::string_view text) {
  if (text.size() > std::size_t{1} << 30)
    throw std::length_error("a text of more than 1 GiB cannot be normalised");
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  icu::UnicodeString folded = simplified(composed(icu::UnicodeString::fromUTF8(piece))).foldCase();
  // Folding U+0149 (n preceded by apostrophe) brings in a new U+02BC.
  return to_utf8(
      composed(folded).findAndReplace(icu::UnicodeString(u'\u02bc'), icu::UnicodeString(u'\'')));
}

CharacterTable::CharacterTable() {
  std::size_t at = 0;
  const auto fill = [&](char32_t from, char32_t to) {
    for (char32_t c = from; c < to; ++c) characters_[at++] = alone(c).value_or(Character{});
  };
  fill(0, latin_end);
  fill(greek, greek_end);
  fill(symbols, symbols_end);
  for (unsigned c = 1; c < 0x80; ++c) {
    const Character& character = characters_[c];
    if (character.kind == Kind::body || character.kind == Kind::number)
      ascii_body_[c] = static_cast<unsigned char>(character.bytes[0]);
  }
}

const CharacterTable& CharacterTable::get() {
  static const CharacterTable table;
  return table;
}

}  // namespace keur::basic_1
