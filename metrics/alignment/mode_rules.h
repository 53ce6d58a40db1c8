// SPDX-License-Identifier: Apache-2.0
// The rules of the scorers in modes.h, for what counts their edits and what tells them one by one.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "metrics/alignment/aligner.h"
#include "metrics/alignment/edit.h"
#include "metrics/alignment/modes.h"

namespace keur::mode_rules {

// A cell holds its cost in the upper half; what is in the lower one travels along and is never
// compared.
inline constexpr std::uint64_t one_cost = std::uint64_t{1} << 32;

struct Sclite {
  static constexpr std::uint64_t substitution = 4, gap = 3;
  static std::uint64_t choose(std::uint64_t diagonal, std::uint64_t removal,
                              std::uint64_t insertion, bool) {
    const std::uint64_t d = diagonal >> 32, r = removal >> 32, i = insertion >> 32;
    return d <= r && d <= i ? diagonal : r < i ? removal : insertion;
  }
};

struct Kaldi {
  static constexpr std::uint64_t substitution = 1, gap = 1;
  static std::uint64_t choose(std::uint64_t diagonal, std::uint64_t removal,
                              std::uint64_t insertion, bool) {
    const std::uint64_t d = diagonal >> 32, r = removal >> 32, i = insertion >> 32;
    return d < r && d < i ? diagonal : r < i ? removal : insertion;
  }
};

struct Rapidfuzz {
  static constexpr std::uint64_t substitution = 1, gap = 1;
  static std::uint64_t choose(std::uint64_t diagonal, std::uint64_t removal,
                              std::uint64_t insertion, bool equal) {
    const std::uint64_t d = diagonal >> 32, r = removal >> 32, i = insertion >> 32;
    const std::uint64_t least = std::min({d, r, i});
    if (r == least) return removal;
    return d == least && (!equal || i > least) ? diagonal : insertion;
  }
};

// use(Rule{}), with the rule of the mode.
template <class Use>
auto with_rule(AlignmentMode mode, Use use) {
  switch (mode) {
    case AlignmentMode::sclite:
      return use(Sclite{});
    case AlignmentMode::kaldi:
      return use(Kaldi{});
    default:
      return use(Rapidfuzz{});
  }
}

// No way that sclite or Kaldi can take has more gaps: sclite's cheapest way costs no more than the
// one of aligner.h, and each of its gaps costs 3.
long most_gaps(AlignmentMode mode, const EditCounts& plain);

// How far from the diagonal a way with `gaps` removals and insertions comes: it ends `surplus` right
// of it, so it is never further right than half of both together.
struct Reach {
  long left, right;
};
Reach reach(SymbolView reference, SymbolView output, long gaps);

// The first row, after the one above all words, at which a shortest way may pass from the left half
// of the output to the right one, and the distances before and after it.
struct Split {
  std::size_t row, left_errors, right_errors;
};
Split split_at(SymbolView reference, SymbolView left, SymbolView right);

// RapidFuzz's pieces of a pair, from the first to the last: matched(words) of equal ends, and
// pair(reference, output, errors) of what is small enough. `errors`: the edit distance. `bound`: how
// large RapidFuzz knows it to be at most.
template <class Matched, class Pair>
void halve(SymbolView reference, SymbolView output, std::size_t errors, std::size_t bound,
           const Matched& matched, const Pair& pair) {
  std::size_t front = 0, back = 0;
  const std::size_t shorter = std::min(reference.size(), output.size());
  while (front < shorter && reference[front] == output[front]) ++front;
  while (back < shorter - front &&
         reference[reference.size() - 1 - back] == output[output.size() - 1 - back])
    ++back;
  reference = reference.subspan(front, reference.size() - front - back);
  output = output.subspan(front, output.size() - front - back);
  matched(front);

  bound = std::min(bound, std::max(reference.size(), output.size()));
  const std::size_t band = std::min(reference.size(), 2 * bound + 1);
  constexpr std::size_t megabyte = 1024 * 1024;
  if (2 * band * output.size() / 8 < megabyte || reference.size() < 65 || output.size() < 10) {
    pair(reference, output, errors);
  } else {
    const SymbolView left = output.first(output.size() / 2), right = output.subspan(left.size());
    const Split split = split_at(reference, left, right);
    halve(reference.first(split.row), left, split.left_errors, split.left_errors, matched, pair);
    halve(reference.subspan(split.row), right, split.right_errors, split.right_errors, matched,
          pair);
  }
  matched(back);
}

}  // namespace keur::mode_rules
