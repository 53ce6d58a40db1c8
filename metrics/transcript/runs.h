// SPDX-License-Identifier: Apache-2.0
// Stretches nobody said and stretches nobody wrote. A recogniser that goes round in a loop, or
// hears words in silence, makes another kind of error than one that mishears: it is counted apart.
//
//   burst    four inserted words or more where the texts differ
//   loop     a stretch of one to eight words written three times or more in a row: the words of it
//            that the reference does not have, one time spared where it has none; two at least
//   silence  any word where the reference has none
//   omitted  four removed words or more where the texts differ
//
// A word counts once, whatever runs it is in.
#pragma once
#include <cstdint>
#include <vector>

#include "metrics/transcript/layout.h"

namespace keur::transcript {

inline constexpr std::size_t shortest_run = 4;      // words
inline constexpr std::size_t longest_repeated = 8;  // words
inline constexpr std::size_t fewest_repeats = 3;

enum class RunKind { burst, loop, silence, omitted };

struct Run {
  RunKind kind;
  WordRange words;  // of the output; of the reference for an omitted run
  bool operator==(const Run&) const = default;
};

struct RunReport {
  std::vector<Run> invented, omitted;  // in the order of the text; invented ones do not overlap
  std::int64_t invented_words = 0, omitted_words = 0;
};

// Cost: words of the output times longest_repeated.
RunReport find_runs(Words reference, Words output, const Layout& layout);

}  // namespace keur::transcript
