// SPDX-License-Identifier: Apache-2.0
// How many syllables a Dutch word has, as readability formulas count them: one for each vowel
// sound, found by longest match of vowel letters. A rule, not a dictionary: loanwords can differ.
#pragma once
#include <string_view>

namespace keur {

// The vowels of `word` (valid UTF-8, any case): aai ooi oei eeu ieu aa ee oo uu ie oe eu ui ij ei
// au ou ai oi, or one letter. A trema starts a new sound (patiënt: 3), any other accent does not
// matter (één: 1); y is a consonant at the start of a word, and between two vowels. 0 when there is
// no vowel.
int dutch_syllables(std::string_view word);

}  // namespace keur
