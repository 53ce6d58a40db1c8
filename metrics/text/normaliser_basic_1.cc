// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <cstring>

#include "metrics/core/sixteen_bytes.h"
#include "metrics/text/basic_1.h"
#include "metrics/text/basic_characters.h"
#include "metrics/text/basic_tokens.h"
#include "metrics/text/normaliser.h"
#include "metrics/core/utf8.h"

namespace keur {
namespace basic_1 {
namespace {

// Whether the dash before `at` stands before a number, or a decimal mark and a number (step b).
bool number_follows(const CharacterTable& table, const char* at, const char* end) {
  bool decimal_mark = false;
  while (at != end) {
    const char32_t c = next_code_point(at);
    const Kind kind = table[c].kind;
    if (kind == Kind::removed) continue;
    if (kind == Kind::number) return true;
    if (decimal_mark || (c != U'.' && c != U',')) return false;
    decimal_mark = true;
  }
  return false;
}

// The most of any text: letters, digits and single spaces, sixteen bytes at a time. Returns how far
// it came.
const char* copy_plain(TokenWriter& writer, const char* at, const char* end) {
  while (at != end && writer.settled()) {
    char padded[16] = {};  // what is behind the end is not plain
    const bool whole = end - at >= 16;
    if (!whole) std::memcpy(padded, at, static_cast<std::size_t>(end - at));
    // In these bytes the bit 0x20 is all that folding changes; spaces and digits have it already.
    const SixteenBytes bytes(whole ? at : padded), folded = bytes.with(' ');
    const std::uint32_t spaces = bytes.equal(' ');
    const std::uint32_t after_space = spaces << 1 | (writer.in_token() ? 0 : 1);
    const std::uint32_t plain =
        folded.between('a', 'z') | bytes.between('0', '9') | (spaces & ~after_space);
    const int length = std::countr_one(plain);
    if (length == 0) break;
    writer.plain(folded, length, (spaces >> (length - 1) & 1) != 0);
    at += length;
    if (length < 16) break;
  }
  return at;
}

}  // namespace

bool normalise_by_table(std::string_view text, std::string& out) {
  const CharacterTable& table = CharacterTable::get();
  const auto& ascii_body = table.ascii_body();
  // The table never more than doubles the bytes of a code point, and no run of marks grows by more;
  // bytes are copied up to sixteen at once.
  out.resize(std::max(out.size(), 2 * text.size() + 16));
  TokenWriter writer(out.data());

  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    at = copy_plain(writer, at, end);
    if (at == end) break;
    const char32_t c = next_code_point(at);
    const Character* character = &table[c];
    Kind kind = character->kind;
    if (kind == Kind::dash) {
      const bool hyphen = number_follows(table, at, end);
      if (hyphen) character = &table[U'-'];
      kind = hyphen ? Kind::mark : kind_of(c);
    }
    switch (kind) {
      case Kind::body:
      case Kind::number: {
        char* to = writer.body(kind == Kind::number);
        std::memcpy(to, character->bytes.data(), sizeof(Character::bytes));
        to += character->length;
        for (; at != end; ++at, ++to) {
          const unsigned char body = ascii_body[static_cast<unsigned char>(*at)];
          if (body == 0) break;
          *to = static_cast<char>(body);
        }
        writer.written(to);
        break;
      }
      case Kind::mark:
      case Kind::parting_mark:
        writer.mark(character->bytes.data(), character->length, kind == Kind::parting_mark);
        break;
      case Kind::space:
        writer.space();
        break;
      case Kind::removed:
        break;
      case Kind::dash:
      case Kind::complex:
        return false;
    }
  }
  out.resize(writer.size());
  return true;
}

void normalise_by_icu(std::string_view text, std::string& out) {
  const std::string prepared = prepare(text);
  // A run of two marks that all stay brings in a space: a-.5 becomes a -.5.
  out.resize(2 * prepared.size());
  TokenWriter writer(out.data());
  const char* at = prepared.data();
  const char* const end = at + prepared.size();
  while (at != end) {
    const char* const start = at;
    const Kind kind = kind_of(next_code_point(at));
    const auto length = static_cast<std::size_t>(at - start);
    if (kind == Kind::space) {
      writer.space();
    } else if (kind == Kind::mark || kind == Kind::parting_mark) {
      writer.mark(start, length, kind == Kind::parting_mark);
    } else {
      writer.written(std::copy_n(start, length, writer.body(kind == Kind::number)));
    }
  }
  out.resize(writer.size());
}

namespace {

void normalise(std::string_view text, std::string& out) {
  if (!normalise_by_table(text, out)) normalise_by_icu(text, out);
}

}  // namespace
}  // namespace basic_1

const Normaliser& normaliser_basic_1() {
  static constexpr Normaliser entry{
      .id = "basic-1",
      .title = "ignores capitals and punctuation around words; keeps accents, signs and decimals",
      .warning = "",
      .normalise = basic_1::normalise,
  };
  return entry;
}

}  // namespace keur
