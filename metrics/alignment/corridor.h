// SPDX-License-Identifier: Apache-2.0
// Between which columns every cheapest way through an edit table must pass, proved without
// computing the table.
//
// Given is some way, the guide. Where a cheapest way leaves it, between rows r and s, to come back,
// and is then to one side of it, the detour costs no more than the guide does there, E. But it
// costs at least
//   - 2 x - G where x columns are the farthest it goes from the guide and G are the removals and
//     insertions of the guide there: it has to go there and back;
//   - the number of disjoint stretches of the reference in those rows (seeds) that the output does
//     not have on that side, within x: in each there is an edit, as no part of a detour may lie on
//     the guide.
// So no detour between r and s can be farther than (E + G) / 2, and none can be there at all where
// more seeds are lost than E. Off the guide nearly all seeds are lost, on it few edits are made:
// all detours that remain possible are short and near.
//
// Where words may also be merged at no cost (merges.h), a merge moves a way aside by up to three
// columns and may step across the guide: G grows by what merges that end in those rows could move
// it, and a seed is lost only if no merge touches it and neither side has it.
//
// Seeds are taken greedily from the first row on, each as short as it can be: as one that begins
// later does not end earlier, no other choice gives more. Edits and seeds are summed by blocks of
// rows: a detour is taken to have all edits of the blocks it touches, and no seed of the first and
// the last of them.
//
// Cost: about 30 ns a symbol; 16 bytes a row beside the guide, and up to 16 a column.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "metrics/alignment/banded_table.h"
#include "metrics/alignment/edit.h"
#include "metrics/alignment/guide.h"

namespace keur {

// The cells of a row of the table, `last` included, that a cheapest way may pass.
struct RowRange {
  std::uint32_t first, last;
};

// Scratch space: one per thread.
class Corridor {
 public:
  // A seed is a lost stretch of one of these lengths, as short as it can be. Detours of up to `near`
  // columns are not looked into, but all let in.
  static constexpr std::size_t most_lengths = 4;
  struct Seeds {
    std::array<std::uint8_t, most_lengths> lengths;  // rising, at most 8
    std::uint32_t near = 0;
  };

  // For each row (without row 0): the farthest a merge that ends there moves a way aside, 0 if none
  // does; whether a merge covers it.
  struct Merged {
    std::uint8_t shift = 0;
    bool covered = false;
  };

  // What the ranges are rounded to.
  struct Grid {
    std::size_t rows = rows_per_strip, columns = bits_per_word;
  };

  // The ranges of columns, one a strip of rows. Valid until the next call.
  std::span<const ColumnRange> around(const Guide& guide, SymbolView rows, SymbolView columns,
                                      Seeds seeds, Grid grid, std::span<const Merged> merged = {});
  // The same, row by row.
  void around(const Guide& guide, SymbolView rows, SymbolView columns, Seeds seeds,
              std::vector<RowRange>& ranges, std::span<const Merged> merged = {});

 private:
  static constexpr std::size_t left = 0, right = 1;
  // Detours up to so many columns far, from near to far; the last is as far as any can be.
  static constexpr std::size_t most_scales = 5;
  // What the guide pays up to the first cell of the block's first row, and E + G until there.
  struct Costs {
    std::int64_t edits = 0, weight = 0;
    std::uint32_t inserted = 0;  // in that row
  };
  struct Record {
    std::int64_t balance, weight;
    std::size_t block;
  };

  void find_costs(const Guide& guide, SymbolView rows, SymbolView columns,
                  std::span<const Merged> merged);
  void set_windows(const Guide& guide, bool merges, std::uint32_t near);
  template <std::size_t side>
  void find_lost_to(const Guide& guide, SymbolView rows, SymbolView columns);
  void spare_merges(std::span<const Merged> merged);
  void take_seeds(std::size_t side);
  void widen(std::size_t side, std::size_t scale, std::size_t blocks_a_strip);

  Seeds seeds_{};
  std::size_t rows_a_block_ = 1;
  std::vector<Costs> costs_;  // one more than blocks
  std::array<std::uint32_t, most_scales> windows_{};  // [0]: those that are let in
  std::size_t scales_ = 0;
  // [side][row]: the length of the seed that begins there, 0 for none; a byte for each scale.
  std::vector<std::uint32_t> lost_from_[2];
  std::vector<std::int32_t> nearest_;  // [length][hash]: where a stretch begins in the output
  std::array<std::array<std::vector<std::uint32_t>, most_scales>, 2> seed_ends_;  // by block
  std::vector<Record> records_;
  std::vector<std::uint32_t> reach_[2];  // [side][strip]
  std::vector<ColumnRange> ranges_;
};

}  // namespace keur
