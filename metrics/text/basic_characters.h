// SPDX-License-Identifier: Apache-2.0
// Steps a to c of basic-1 (normaliser.h): for a whole text through ICU, and for one code point
// through a table, for those code points on which the steps work one by one.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace keur::basic_1 {

// What step e does with a code point after steps a to c; the last three exist only before them.
enum class Kind : std::uint8_t {
  body,
  number,  // body too
  mark,
  parting_mark,  // a mark that never stays
  space,
  removed,
  dash,     // U+2013, U+2212: a hyphen or itself, by what follows
  complex,  // not in the table: the text has to go through ICU
};

// What one code point becomes.
struct Character {
  Kind kind = Kind::complex;
  std::uint8_t length = 0;  // of `bytes`, UTF-8
  std::array<char, 6> bytes{};
};

// Latin with Latin-1 and Extended A and B, Greek, general punctuation to mathematical operators:
// what Dutch clinical text is made of. Built once, through ICU.
class CharacterTable {
 public:
  static const CharacterTable& get();

  const Character& operator[](char32_t c) const {
    if (c < latin_end) return characters_[c];
    if (c >= greek && c < greek_end) return characters_[c - greek + latin_end];
    if (c >= symbols && c < symbols_end)
      return characters_[c - symbols + latin_end + (greek_end - greek)];
    return complex_;
  }

  // The byte an ASCII body byte becomes; 0 for every other byte, and for NUL.
  const std::array<unsigned char, 256>& ascii_body() const { return ascii_body_; }

 private:
  CharacterTable();

  static constexpr char32_t latin_end = 0x250, greek = 0x370, greek_end = 0x400;
  static constexpr char32_t symbols = 0x2000, symbols_end = 0x2300;
  std::array<Character, latin_end + (greek_end - greek) + (symbols_end - symbols)> characters_;
  std::array<unsigned char, 256> ascii_body_{};
  Character complex_;
};

// The kind of a code point of text that steps a to c have been through.
Kind kind_of(char32_t c);

// Steps a to c on any text. Throws std::length_error above 2^30 bytes.
std::string prepare(std::string_view text);

}  // namespace keur::basic_1
