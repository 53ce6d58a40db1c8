// SPDX-License-Identifier: Apache-2.0
// A good way from corner to corner of the edit table of two long sequences, found in time
// proportional to their length. Not always a cheapest one: corridor.h says how far from it those
// can be.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "metrics/alignment/banded_table.h"
#include "metrics/alignment/edit.h"

namespace keur {

// The way by the row: in row r (of 0 to the number of rows) it stands in columns first[r] to
// last[r]. first[0] is 0; first[r + 1] is last[r] (a removal) or last[r] + 1.
struct Guide {
  std::vector<std::uint32_t> first, last;
};

std::size_t cost_of(const Guide& guide, SymbolView rows, SymbolView columns);

// The way that a trace takes.
void follow(std::span<const Edit> trace, Guide& guide);

// Scratch space: one per thread.
class GuideFinder {
 public:
  // Anchors are stretches of `gram` symbols that either side has once, looked for at every
  // `stride`th row; a longest chain of them (patience sorting) is extended as far as both sides are
  // equal, and short stretches between are aligned for themselves.
  struct Manner {
    std::size_t gram, stride;
  };
  void find(SymbolView rows, SymbolView columns, std::uint32_t largest_symbol, Manner manner,
            Guide& guide);

  // The same where anchors are known: cells, each below and to the right of the one before. Those
  // that do not fit are left out.
  struct Anchor {
    std::uint32_t row, column;
  };
  void find(SymbolView rows, SymbolView columns, std::uint32_t largest_symbol,
            std::span<const Anchor> anchors, Guide& guide);

 private:
  struct Slot {
    std::uint32_t check, row, column;
  };
  void find_anchors(SymbolView rows, SymbolView columns, Manner manner);
  void keep_longest_chain();
  // From where the guide ends to (row, column).
  void fill(SymbolView rows, SymbolView columns, std::uint32_t largest_symbol, std::size_t row,
            std::size_t column, Guide& guide);

  BandedTable table_;
  std::vector<Slot> slots_;
  std::vector<std::uint64_t> seen_;
  std::vector<Anchor> anchors_;
  std::vector<std::uint32_t> tails_, before_;
  std::vector<Edit> edits_;
};

}  // namespace keur
