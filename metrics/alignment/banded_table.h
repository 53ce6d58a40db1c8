// SPDX-License-Identifier: Apache-2.0
// The edit distance table D of bit_strip.h, or as much of it as is asked for: of each strip of
// rows_per_strip rows a range of columns. What lies outside is taken to rise by one a step, as
// along a way of edits alone, so nothing comes out less than it is; and if every cheapest way lies
// inside, its cells come out right, the distance is the distance and the trace is that of the whole
// table: the tie rule asks only which neighbours are on a cheapest way, and those that are not come
// out no less than they are.
#pragma once
#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "metrics/alignment/bit_strip.h"
#include "metrics/alignment/edit.h"
#include "metrics/alignment/wide_strip.h"

namespace keur {

// Columns [begin, end) of the table without its column 0. `begin` is a multiple of 64, `end` too or
// the number of columns. From strip to strip neither falls; the first begins at 0, the last ends at
// the last column, and none begins beyond the end of the one before.
struct ColumnRange {
  std::size_t begin, end;
};

constexpr std::size_t strips_for(std::size_t rows) {
  return (rows + rows_per_strip - 1) / rows_per_strip;
}

struct Band {
  SymbolView rows, columns;  // neither is empty
  std::uint32_t largest_symbol;
  std::span<const ColumnRange> ranges;  // one a strip
};

// Scratch space: one per thread.
class BandedTable {
 public:
  // Right if it is at most `most`; else more than `most`, and no less than the distance. Cells from
  // which the end cannot be reached within `most` are left out while the strips go down (Ukkonen
  // 1985, see distance.cc).
  std::size_t distance(const Band& band, std::size_t most);

  // Calls step(Edit) from last to first until one side is used up; returns what is then left of
  // the reference and of the output.
  struct Rest {
    std::size_t rows, columns;
  };
  template <class Step>
  Rest trace(const Band& band, Step step);

 private:
  // No two texts are farther from each other.
  static std::size_t max_distance(const Band& band) {
    return std::max(band.rows.size(), band.columns.size());
  }
  SymbolView rows_of(const Band& band, std::size_t strip) {
    const std::size_t top = strip * rows_per_strip;
    return band.rows.subspan(top, std::min(rows_per_strip, band.rows.size() - top));
  }
  void go_down(const Band& band);

  EqualRows equal_;
  std::vector<HorizontalSteps> steps_, below_;
  std::vector<std::size_t> steps_at_;  // trace: of each strip, its first entry in steps_
  std::vector<Cells> cells_;
};

template <class Step>
BandedTable::Rest BandedTable::trace(const Band& band, Step step) {
  go_down(band);
  // Up: each strip once more, with all its cells, as far right as the way enters it.
  std::size_t i = band.rows.size(), j = band.columns.size();
  for (std::size_t strip = band.ranges.size(); strip-- > 0 && j > 0;) {
    const std::size_t top = strip * rows_per_strip, begin = band.ranges[strip].begin;
    equal_.set(rows_of(band, strip), band.largest_symbol);
    const std::size_t words = equal_.words(), width = j > begin ? j - begin : 0;
    if (cells_.size() < width * words) cells_.resize(width * words);
    record({equal_, band.columns.subspan(begin, width), steps_.data() + steps_at_[strip]},
           cells_.data());
    equal_.clear(rows_of(band, strip));

    while (i > top && j > begin) {
      const std::size_t row = i - 1 - top;
      const Cells& cells = cells_[(j - 1 - begin) * words + row / bits_per_word];
      const auto bit = [row](Bits bits) { return (bits >> (row % bits_per_word) & 1) != 0; };
      if (band.rows[i - 1] == band.columns[j - 1]) {
        step(Edit::match);
        --i, --j;
      } else if (!bit(cells.diagonal_equal)) {
        step(Edit::substitute);
        --i, --j;
      } else if (bit(cells.vertical_up)) {
        step(Edit::remove);
        --i;
      } else {
        step(Edit::insert);
        --j;
      }
    }
    for (; i > top && j > 0; --i) step(Edit::remove);  // along the border of the band
  }
  return {i, j};
}

}  // namespace keur
