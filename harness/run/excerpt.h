// SPDX-License-Identifier: Apache-2.0
// A finding in its surroundings: the words it is about and a few on either side.
#pragma once
#include "metrics/core/examination.h"

namespace keur {

struct Excerpt {
  Comparison before, at, after;
  bool cut = false;  // `at` is longer than is shown
};

inline constexpr std::size_t words_around = 4;    // pieces on either side
inline constexpr std::size_t longest_excerpt = 24;  // pieces of `at`

// `reference` and `output` are words of the comparison. `at` reaches from the first piece that
// either has to the last; it is empty where both are.
Excerpt excerpt(const Comparison& comparison, const WordRange& reference, const WordRange& output);

// The words of one side, with spaces between; empty for an empty range.
std::string words_in(const Comparison& comparison, const WordRange& words,
                     std::string Piece::*side);

}  // namespace keur
