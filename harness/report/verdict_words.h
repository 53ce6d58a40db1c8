// SPDX-License-Identifier: Apache-2.0
// How a verdict is said: a word in each language and a symbol, so that no page needs colour.
#pragma once
#include <string>
#include <string_view>

namespace keur {

struct VerdictWords {
  std::string_view id;           // as in the report: not_estimable
  std::string_view word, woord;  // not estimable, niet te schatten
  std::string_view symbol;       // one character wide
  std::string_view ascii;        // the symbol where only ASCII can be shown
  std::string_view style;        // class of the HTML page and name in its palette
};

// Words for pass, fail, inconclusive and not_estimable; any other word is "unknown".
const VerdictWords& words_of(std::string_view verdict);

struct Bilingual {
  std::string english, dutch;
};

// What OtherWay::name is called; a normaliser keeps its name.
Bilingual other_way_words(std::string_view name);

}  // namespace keur
