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
// Cost: about ... ns a symbol.
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
  // A seed is the shortest stretch from `shortest` to `longest` symbols that is lost.
  struct Seeds {
    std::size_t shortest, longest;
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
  enum class Side : unsigned char { left, right };
  // Detours up to so many columns far, from near to far; the last is as far as any can be.
  static constexpr std::size_t most_scales = 4;
  using Windows = std::array<std::uint32_t, most_scales>;
  // Of the step into a row: what the guide pays, and how far it, or merges, may move aside.
  struct RowCosts {
    std::uint8_t edits : 1 = 0, moves : 3 = 0;
    bool any : 1 = false;  // also where the guide inserts in this row
  };
  struct Record {
    std::int64_t balance, weight;
    std::size_t row;
  };

  void find_lost(const Guide& guide, SymbolView rows, SymbolView columns, Seeds seeds);
  void note_lost(Side side, std::size_t row, std::uint32_t distance, std::size_t length);
  void spare_merges(std::span<const Merged> merged);
  std::int64_t find_costs(const Guide& guide, SymbolView rows, SymbolView columns,
                          std::span<const Merged> merged);
  void widen(const Guide& guide, Side side, std::size_t scale, std::size_t rows_a_strip);

  Windows windows_{};
  // [side][row]: the length of the shortest lost stretch that begins there, 0 for none; a byte for
  // each scale.
  std::vector<std::uint32_t> lost_from_[2];
  std::vector<std::uint32_t> row_hashes_, column_hashes_, nearest_;
  std::vector<RowCosts> costs_;  // of row 0 to the last
  std::vector<Record> records_;
  std::vector<std::uint32_t> reach_[2];  // [side][strip]
  std::vector<ColumnRange> ranges_;
};

}  // namespace keur
