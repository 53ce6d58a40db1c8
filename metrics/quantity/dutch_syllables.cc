// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/dutch_syllables.h"

#include <array>
#include <string>

#include "metrics/quantity/fold.h"

namespace keur {
namespace {

constexpr std::array<std::string_view, 19> sounds = {"aai", "ooi", "oei", "eeu", "ieu", "aa", "ee",
                                                     "oo",  "uu",  "ie",  "oe",  "eu",  "ui", "ij",
                                                     "ei",  "au",  "ou",  "ai",  "oi"};

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// Lower case without accents; `trema` says which letters had one.
std::string plain_letters(std::string_view word, std::string& trema) {
  std::string letters;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t start = at++;
    while (at < word.size() && (word[at] & '\xc0') == '\x80') ++at;
    const std::string_view letter = word.substr(start, at - start);
    // A combining diaeresis belongs to the letter before it.
    if (letter == "\u0308") {
      if (!trema.empty()) trema.back() = 1;
      continue;
    }
    const std::string plain = fold_word(letter).text;
    static constexpr std::string_view with_trema[] = {"ä", "ë", "ï", "ö", "ü",
                                                      "Ä", "Ë", "Ï", "Ö", "Ü"};
    bool has = false;
    for (const std::string_view one : with_trema) has |= letter == one;
    letters += plain;
    trema.append(plain.size(), has ? 1 : 0);
  }
  return letters;
}

}  // namespace

int dutch_syllables(std::string_view word) {
  std::string trema;
  const std::string letters = plain_letters(word, trema);
  int count = 0;
  for (std::size_t at = 0; at < letters.size();) {
    const char c = letters[at];
    if (c == 'y') {
      const bool before_vowel = at + 1 < letters.size() && is_vowel(letters[at + 1]);
      const bool consonant = before_vowel && (at == 0 || is_vowel(letters[at - 1]));
      count += consonant ? 0 : 1;
      ++at;
      continue;
    }
    if (!is_vowel(c)) {
      ++at;
      continue;
    }
    std::size_t length = 1;
    for (const std::string_view sound : sounds) {
      if (letters.compare(at, sound.size(), sound) != 0) continue;
      bool parted = false;
      for (std::size_t i = 1; i < sound.size(); ++i) parted |= trema[at + i] != 0;
      if (parted) continue;
      length = sound.size();
      break;
    }
    ++count;
    at += length;
  }
  return count;
}

}  // namespace keur
