// SPDX-License-Identifier: Apache-2.0
#include "harness/run/excerpt.h"

#include <algorithm>

namespace keur {
namespace {

bool holds(const WordRange& range, std::size_t word) {
  return range.first <= word && word < range.last;
}

}  // namespace

Excerpt excerpt(const Comparison& comparison, const WordRange& reference, const WordRange& output) {
  const std::size_t pieces = comparison.size();
  std::size_t first = pieces, last = 0, where = pieces;
  std::size_t reference_word = 0, output_word = 0;
  for (std::size_t i = 0; i < pieces; ++i) {
    const bool said = comparison[i].mark != Mark::inserted;
    const bool written = comparison[i].mark != Mark::removed;
    if ((said && holds(reference, reference_word)) || (written && holds(output, output_word))) {
      first = std::min(first, i);
      last = i + 1;
    }
    if (said && reference_word == reference.first) where = std::min(where, i);
    reference_word += said ? 1 : 0;
    output_word += written ? 1 : 0;
  }
  if (last == 0) first = last = where;
  const auto at = [&](std::size_t piece) {
    return comparison.begin() + static_cast<std::ptrdiff_t>(piece);
  };
  const std::size_t shown = std::min(last, first + longest_excerpt);
  Excerpt made;
  made.before.assign(at(first - std::min(first, words_around)), at(first));
  made.at.assign(at(first), at(shown));
  made.after.assign(at(last), at(std::min(pieces, last + words_around)));
  made.cut = shown < last;
  return made;
}

std::string words_in(const Comparison& comparison, const WordRange& words,
                     std::string Piece::*side) {
  std::string text;
  std::size_t number = 0;
  for (const Piece& piece : comparison) {
    if ((piece.*side).empty()) continue;
    if (holds(words, number)) text += (text.empty() ? "" : " ") + piece.*side;
    ++number;
  }
  return text;
}

}  // namespace keur
