// SPDX-License-Identifier: Apache-2.0
// The edit distance table D, 64 rows at a time (Myers 1999, J. ACM 46:395; in the form of Hyyro
// 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"). D[i][j] is
// the distance of the first i reference symbols (rows) and the first j output symbols (columns).
// Neighbours in D differ by -1, 0 or +1, so a column is held as two bits a row, and a strip of rows
// needs to know of the rows above it no more than two bits a column.
#pragma once
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace keur {

using Bits = std::uint64_t;
constexpr std::size_t bits_per_word = 64;

// D[i][j] - D[i][j-1] for one row i and 64 columns j, or for one column in the lowest bit: a bit
// each for +1 and -1. Row 0 is all +1.
struct HorizontalSteps {
  Bits up = ~Bits{0}, down = 0;
};

// What a trace asks of the cells in one column of 64 rows.
struct Cells {
  Bits diagonal_equal;  // D[i][j] == D[i-1][j-1]
  Bits vertical_up;     // D[i][j] == D[i-1][j] + 1
};

// D[i][j] - D[i-1][j] for 64 rows in one column. Column 0 is all +1.
struct VerticalSteps {
  Bits up = ~Bits{0}, down = 0;

  // Moves one column on. `equal`: the rows whose symbol is this column's. `step`: that of the row
  // above on entry, of the lowest row on return.
  Cells advance(Bits equal, HorizontalSteps& step) {
    equal |= step.down;
    const Bits diagonal_equal = (((equal & up) + up) ^ up) | equal | down;
    Bits row_up = down | ~(diagonal_equal | up);
    Bits row_down = diagonal_equal & up;
    const HorizontalSteps lowest{row_up >> 63, row_down >> 63};
    row_up = row_up * 2 + step.up;
    row_down = row_down * 2 + step.down;
    up = row_down | ~(diagonal_equal | row_up);
    down = row_up & diagonal_equal;
    step = lowest;
    return {diagonal_equal, up};
  }

  // D at row `rows` minus D above the first row.
  std::ptrdiff_t sum(std::size_t rows) const {
    const Bits mask = rows < bits_per_word ? (Bits{1} << rows) - 1 : ~Bits{0};
    return std::popcount(up & mask) - std::popcount(down & mask);
  }
};

// Up to four words of rows go side by side: the next column of one is computed while the step of
// the one above travels down, which a processor does at the same time.
constexpr std::size_t words_per_strip = 4;
constexpr std::size_t rows_per_strip = words_per_strip * bits_per_word;

constexpr std::size_t words_for(std::size_t symbols) {
  return (symbols + bits_per_word - 1) / bits_per_word;
}

// Which rows of a strip hold a symbol. Symbols are small numbers.
class EqualRows {
 public:
  // `rows`: the symbols of at most rows_per_strip rows.
  void set(std::span<const std::uint32_t> rows, std::uint32_t largest_symbol) {
    words_ = words_for(rows.size());
    if (bits_.size() < (largest_symbol + std::size_t{1}) * words_)
      bits_.resize((largest_symbol + std::size_t{1}) * words_);
    for (std::size_t row = 0; row < rows.size(); ++row)
      bits_[rows[row] * words_ + row / bits_per_word] |= Bits{1} << (row % bits_per_word);
  }
  // Only what set() touched: symbols are many, rows are few.
  void clear(std::span<const std::uint32_t> rows) {
    for (std::size_t row = 0; row < rows.size(); ++row)
      bits_[rows[row] * words_ + row / bits_per_word] = 0;
  }
  std::size_t words() const { return words_; }
  const Bits* of(std::uint32_t symbol) const { return bits_.data() + symbol * words_; }

 private:
  std::vector<Bits> bits_;  // [symbol * words + word]; all zero between clear() and set()
  std::size_t words_ = 0;
};

struct Strip {
  const EqualRows& equal;
  std::span<const std::uint32_t> columns;  // the output symbols
  const HorizontalSteps* above;            // one entry for 64 columns
};

namespace detail {

// Not inlined: alone, the loop fits in the registers.
template <std::size_t Words, class Below, class Visit>
[[gnu::noinline]] void run(const Strip& strip, VerticalSteps* at_end, Below below, Visit visit) {
  VerticalSteps column[Words];
  const Bits* const equal_rows = strip.equal.of(0);
  for (std::size_t base = 0; base < strip.columns.size(); base += bits_per_word) {
    const HorizontalSteps above = strip.above[base / bits_per_word];
    HorizontalSteps lowest{0, 0};
    const std::size_t stop = std::min(bits_per_word, strip.columns.size() - base);
    for (std::size_t bit = 0; bit < stop; ++bit) {
      const Bits* equal = equal_rows + strip.columns[base + bit] * Words;
      HorizontalSteps step{above.up >> bit & 1, above.down >> bit & 1};
      [&]<std::size_t... word>(std::index_sequence<word...>) {
        (visit(column[word].advance(equal[word], step)), ...);
      }
      (std::make_index_sequence<Words>());
      lowest.up |= step.up << bit;
      lowest.down |= step.down << bit;
    }
    below(base / bits_per_word, lowest);
  }
  std::copy_n(column, Words, at_end);
}

template <class Below, class Visit>
void run(const Strip& strip, VerticalSteps* at_end, Below below, Visit visit) {
  switch (strip.equal.words()) {
    case 1:
      return run<1>(strip, at_end, below, visit);
    case 2:
      return run<2>(strip, at_end, below, visit);
    case 3:
      return run<3>(strip, at_end, below, visit);
    default:
      return run<words_per_strip>(strip, at_end, below, visit);
  }
}

}  // namespace detail

// The strip's last column into `at_end`; the steps of its lowest row into `below`, which may be
// `above`, or nullptr.
inline void run_by_words(const Strip& strip, VerticalSteps* at_end, HorizontalSteps* below) {
  detail::run(
      strip, at_end,
      [below](std::size_t at, HorizontalSteps lowest) {
        if (below != nullptr) below[at] = lowest;
      },
      [](Cells) {});
}

// All cells of the strip: cells[column * strip.equal.words() + word].
inline void record(const Strip& strip, Cells* cells) {
  VerticalSteps at_end[words_per_strip];
  detail::run(
      strip, at_end, [](std::size_t, HorizontalSteps) {},
      [cells](Cells column) mutable { *cells++ = column; });
}

}  // namespace keur
