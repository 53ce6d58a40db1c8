// SPDX-License-Identifier: Apache-2.0
// What makes two written forms the same word. A normaliser is named and frozen: it never changes
// what it does; a better one gets a new number. A file normaliser_<name>.cc that defines
// `const Normaliser& normaliser_<name>()` is one (CMake lists them).
//
// verbatim-1     Tokens are what stands between White_Space code points, byte for byte.
//
// whisper-basic  What BasicTextNormalizer of openai/whisper gives, as tokens. For comparison only.
//
// basic-1        Ignores capitals, punctuation around words and the spelling of apostrophes and
//                hyphens; keeps accents and all that a number can mean. The rule, on code points:
//   a. NFC.
//   b. Remove soft hyphen U+00AD, U+200B, U+200C, U+200D, U+2060, U+FEFF.
//      Then  ' for  U+2019 U+2018 U+02BC U+00B4 U+0060;   - for  U+2010 U+2011;   - for  U+2212
//      U+2013 when a number follows, or a decimal mark (. or ,) and a number.
//   c. Full case folding (CaseFolding.txt, C + F), NFC, and ' for U+02BC once more.
//   d. Split at White_Space.
//   e. In a token, `number` is category N; `mark` is category P except % and U+2030 (per mille);
//      all else, symbols (category S) too, is `body` and always stays: <38 HER2+ 94% 10^9/L.
//      Marks at the ends of a token go. Inside, one mark between two bodies stays (38,5 120/80
//      i.v.m don't post-operative 10^-9), but U+2013, U+2014 and the ellipsis U+2026 do not. What
//      does not stay, and any run of two or more marks, parts the token in two.
//      Before a number that starts a token two kinds of mark stay: the sign, a - directly before
//      it; the decimal mark, a . or , directly before it and not itself after a . or , ; and the
//      sign directly before that decimal mark. So (-5) is -5, BE:-2 is BE and -2, and .5 is not 5.
//      A token without a body goes.
//   Holds for all texts: f(f(x)) = f(x); the digits of f(x) are the digits of x in their order.
//   Does not see: a hyphen that ends a token (HER2-, voor-), a space before a unit (94 %),
//   numbers as words. Facts: Unicode 15 (ICU 72), UAX 15 for NFC.
//
// nl-clinical-1  One spelling for what means the same in Dutch clinical text; never one for two
// en-clinical-1  meanings. basic-1, then, each step with a name (clinical_pipeline.h):
//   characters     ĳ is ij, ℃ is °c, ㎎ is mg.
//   hyphens        Hyphens between letters go in words without a digit; drie-vier is 3-4.
//   accents        Latin letters lose their accents; één, vóór and dóór keep them.
//   commands       Dictated punctuation goes. Off unless asked for.
//   hesitations    uh eh uhm ehm hm hmm ... go; mm and um unless they are units behind a number.
//   clitics        't 'n 'm 'k 'r 'ns z'n m'n d'r da's in full; 's morgens is smorgens; can't is
//                  cannot. 's and 'd in English have two meanings and stay.
//   abbreviations  dhr, mevr, i.v.m., o.a., z.n. ... in full (clinical_dutch.cc, _english.cc).
//   quantities     Every quantity that metrics/quantity finds, as its canonical_text: 2,5 mg, 1500,
//                  120/80, 14:30, 12-03-2024, 10-20, 3dd. Units are words of their own, in the
//                  singular: vijf dagen is 5 dag. Spoken times stay on their clock (half 3), because
//                  nobody said which half of the day. Zeros count: 2,50 is 2,5, but 2,0 and 007 stay.
//   contexts       rr and bp before a blood pressure, pt not before a quantity, li and re before a
//                  part of the body, in full.
//   Holds for all texts tried: f(f(x)) = f(x), and the quantities of f(x) are those of basic-1(x).
//   Does not see: alternatives in one text, numbers inside words (COVID-19), een and one when what
//   follows is not counted, digits read out one by one.
//
// nbest          basic-1 and the obligatory replacements and hesitations of N-Best 2008, both
//                sides. Without its lists of compounds and names, which belong to its test set.
//
// whisper-english  What EnglishTextNormalizer of openai-whisper 20250625 gives, as tokens, its table
//                of British spellings included; but digits of other scripts than 0 to 9 are words.
//                For comparison only.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keur {

struct Normaliser {
  std::string_view id;       // basic-1
  std::string_view title;    // one line
  std::string_view warning;  // not empty: for comparison only, and why

  // Replaces `out` by the tokens of `text`, joined by single spaces, no space at either end; empty
  // when no token is left. `text` is valid UTF-8 and does not lie in `out`. Any thread may call.
  void (*normalise)(std::string_view text, std::string& out);
};

// In the order of their file names.
std::span<const Normaliser* const> all_normalisers();

// nullptr when no normaliser has this id.
const Normaliser* find_normaliser(std::string_view id);

// For settings that have been checked: throws std::logic_error where there is none.
const Normaliser& normaliser_of(std::string_view id);

// In the same order.
std::vector<std::string_view> normaliser_ids();

}  // namespace keur
