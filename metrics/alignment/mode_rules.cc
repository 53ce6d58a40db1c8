// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/mode_rules.h"

#include <vector>

namespace keur::mode_rules {
namespace {

// distances[i]: the edit distance of the first i words of `from` and all of `to`.
std::vector<std::uint32_t> distances_of_beginnings(SymbolView from, SymbolView to,
                                                   bool backwards) {
  const std::size_t rows = from.size();
  std::vector<std::uint32_t> source(from.begin(), from.end());
  if (backwards) std::reverse(source.begin(), source.end());
  std::vector<std::uint32_t> column(rows + 1), next(rows + 1);
  for (std::size_t i = 0; i <= rows; ++i) column[i] = static_cast<std::uint32_t>(i);
  for (std::size_t j = 0; j < to.size(); ++j) {
    const std::uint32_t word = to[backwards ? to.size() - 1 - j : j];
    next[0] = static_cast<std::uint32_t>(j + 1);
    for (std::size_t i = 1; i <= rows; ++i)
      next[i] = std::min(column[i - 1] + (source[i - 1] == word ? 0u : 1u), column[i] + 1);
    std::uint32_t before = next[0];
    for (std::size_t i = 1; i <= rows; ++i) next[i] = before = std::min(next[i], before + 1);
    column.swap(next);
  }
  return column;
}

}  // namespace

long most_gaps(AlignmentMode mode, const EditCounts& plain) {
  return mode == AlignmentMode::sclite
             ? (3 * (plain.removed + plain.inserted) + 4 * plain.substituted) / 3
             : plain.errors();
}

Reach reach(SymbolView reference, SymbolView output, long gaps) {
  const long surplus = static_cast<long>(output.size()) - static_cast<long>(reference.size());
  return {(gaps - surplus) / 2, (gaps + surplus) / 2};
}

Split split_at(SymbolView reference, SymbolView left, SymbolView right) {
  const auto before = distances_of_beginnings(reference, left, false);
  const auto after = distances_of_beginnings(reference, right, true);
  const std::size_t rows = reference.size();
  std::size_t best = 1;
  for (std::size_t i = 2; i <= rows; ++i)
    if (before[i] + after[rows - i] < before[best] + after[rows - best]) best = i;
  return {best, before[best], after[rows - best]};
}

}  // namespace keur::mode_rules
