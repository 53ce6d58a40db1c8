// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/corridor.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace keur {
namespace {

constexpr std::uint64_t golden64 = 0x9e3779b97f4a7c15;  // 2^64 / the golden ratio

std::uint32_t length_of(std::uint32_t lost, std::size_t scale) {
  return lost >> 8 * (scale - 1) & 0xff;
}

}  // namespace

// The last entry is of the last row.
void Corridor::find_costs(const Guide& guide, SymbolView rows, SymbolView columns,
                          std::span<const Merged> merged) {
  costs_.clear();
  std::int64_t edits = 0, gaps = 0;
  std::uint32_t from = 0;
  for (std::size_t row = 0; row <= rows.size(); ++row) {
    const std::uint32_t first = guide.first[row], last = guide.last[row];
    if (row > 0) {
      const bool gap = from == first;
      edits += gap || rows[row - 1] != columns[from] ? 1 : 0;
      gaps += gap ? 1 : 0;
      if (!merged.empty()) gaps += merged[row - 1].shift;
    }
    from = last;
    if (row % rows_a_block_ == 0 || row == rows.size())
      costs_.push_back({edits, edits + gaps, last - first});
    edits += last - first;
    gaps += last - first;
  }
}

// Without merges no cheapest way is farther from the diagonal than its cost, which is at most that
// of the guide, lets it be.
void Corridor::set_windows(const Guide& guide, bool merges, std::uint32_t near) {
  const Costs& end = costs_.back();
  std::int64_t most = (end.weight + 2 * std::int64_t{end.inserted}) / 2;
  if (!merges) {
    const auto rows = static_cast<std::int64_t>(guide.first.size() - 1);
    const std::int64_t surplus = guide.last.back() - rows, edits = end.edits + end.inserted;
    std::int64_t left_of_diagonal = 0, right_of_diagonal = 0;
    for (std::int64_t row = 0; row <= rows; ++row) {
      const auto at = static_cast<std::size_t>(row);
      right_of_diagonal = std::max(right_of_diagonal, guide.last[at] - row);
      left_of_diagonal = std::max(left_of_diagonal, row - guide.first[at]);
    }
    most = std::min(most, std::max((edits - surplus) / 2 + right_of_diagonal,
                                   (edits + surplus) / 2 + left_of_diagonal));
  }
  const auto farthest = static_cast<std::uint32_t>(most);
  windows_[0] = std::min(near, farthest);
  scales_ = 1;
  for (const std::uint32_t window : {64u, 1024u, 4096u, farthest})
    if (std::min(window, farthest) > windows_[scales_ - 1])
      windows_[scales_++] = std::min(window, farthest);
}

// Stretches are compared by their hash, of which the nearest place is known. Where two have the same
// the nearer one stands for both, so that no stretch is taken for lost that is not. Without
// branches: what comes next is as good as random.
template <std::size_t side>
void Corridor::find_lost_to(const Guide& guide, SymbolView rows, SymbolView columns) {
  // Distances of all scales at once.
  using Four [[gnu::vector_size(16)]] = std::int32_t;
  const auto& lengths = seeds_.lengths;
  const int symbol_bits = lengths.back() > 4 ? 8 : 16;
  const int hash_bits =
      std::clamp(static_cast<int>(std::bit_width(8 * std::size_t{windows_[scales_ - 1]})), 8, 18);
  Four windows{}, places{};
  for (std::size_t scale = 1; scale < most_scales; ++scale) {
    windows[scale - 1] = static_cast<std::int32_t>(windows_[std::min(scale, scales_ - 1)]);
    places[scale - 1] = 1 << 8 * (scale - 1);
  }
  constexpr std::int32_t nowhere = -(1 << 30);
  nearest_.assign(most_lengths << hash_bits, side == left ? nowhere : -nowhere);
  std::array<int, most_lengths> surplus;
  for (std::size_t at = 0; at < most_lengths; ++at) surplus[at] = 64 - symbol_bits * lengths[at];
  const auto place = [&](std::uint64_t symbols, std::size_t at) -> std::int32_t& {
    return nearest_[(at << hash_bits) + ((symbols >> surplus[at]) * golden64 >> (64 - hash_bits))];
  };
  // The symbols from one on, the first one highest, with as many bits of each as there is room for.
  const auto symbol = [symbol_bits](SymbolView symbols, std::size_t at) {
    return at < symbols.size() ? std::uint64_t{symbols[at]} << (64 - symbol_bits) : 0;
  };
  const std::size_t held = 64 / static_cast<std::size_t>(symbol_bits);
  const auto first_held = [&](SymbolView symbols) {
    std::uint64_t result = 0;
    for (std::size_t at = held; at-- > 0;) result = result >> symbol_bits | symbol(symbols, at);
    return result;
  };
  const auto insert = [&](std::uint64_t symbols, std::size_t column) {
    for (std::size_t at = 0; at < most_lengths; ++at)
      place(symbols, at) = static_cast<std::int32_t>(column);
  };
  auto& lost_from = lost_from_[side];
  lost_from.resize(rows.size());
  const auto note = [&](std::uint64_t symbols, std::size_t row) {
    Four lost{};
    for (std::size_t at = most_lengths; at-- > 0;) {
      const std::int32_t nearest = place(symbols, at);
      const std::int32_t distance = side == left
                                        ? static_cast<std::int32_t>(guide.first[row]) - nearest
                                        : nearest - static_cast<std::int32_t>(guide.last[row]);
      const Four beyond = distance > windows;
      lost = (beyond & lengths[at]) | (~beyond & lost);
    }
    lost *= places;
    lost_from[row] = static_cast<std::uint32_t>(lost[0] | lost[1] | lost[2] | lost[3]);
  };

  if (side == left) {
    std::uint64_t row_symbols = first_held(rows), column_symbols = first_held(columns);
    std::size_t column = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (; column < std::min<std::size_t>(guide.first[row], columns.size()); ++column) {
        insert(column_symbols, column);
        column_symbols = column_symbols << symbol_bits |
                         symbol(columns, column + held) >> (64 - symbol_bits);
      }
      note(row_symbols, row);
      row_symbols = row_symbols << symbol_bits | symbol(rows, row + held) >> (64 - symbol_bits);
    }
  } else {
    std::uint64_t row_symbols = 0, column_symbols = 0;
    std::size_t column = columns.size();
    for (std::size_t row = rows.size(); row-- > 0;) {
      for (; column > guide.last[row] + std::size_t{1}; --column) {
        column_symbols = column_symbols >> symbol_bits | symbol(columns, column - 1);
        insert(column_symbols, column - 1);
      }
      row_symbols = row_symbols >> symbol_bits | symbol(rows, row);
      note(row_symbols, row);
    }
  }
}

// A merge may step across the guide.
void Corridor::spare_merges(std::span<const Merged> merged) {
  auto& [left_lost, right_lost] = lost_from_;
  std::size_t next_covered = merged.size();
  for (std::size_t row = merged.size(); row-- > 0;) {
    if (merged[row].covered) next_covered = row;
    std::uint32_t lost = 0;
    for (std::size_t scale = 1; scale < scales_; ++scale) {
      const std::uint32_t one = length_of(left_lost[row], scale),
                          other = length_of(right_lost[row], scale);
      const std::uint32_t both = one == 0 || other == 0 ? 0 : std::max(one, other);
      if (row + both <= next_covered) lost |= both << 8 * (scale - 1);
    }
    left_lost[row] = right_lost[row] = lost;
  }
}

void Corridor::take_seeds(std::size_t side) {
  const std::vector<std::uint32_t>& lost_from = lost_from_[side];
  const std::size_t rows = lost_from.size();
  for (std::size_t scale = 1; scale < scales_; ++scale) {
    auto& ends = seed_ends_[side][scale];
    ends.assign(costs_.size() - 1, 0);
    for (std::size_t row = 0; row < rows;) {
      const std::size_t length = length_of(lost_from[row], scale);
      row += std::max<std::size_t>(length, 1);
      if (length > 0 && row <= rows) ++ends[(row - 1) / rows_a_block_];
    }
  }
}

// Finds for each block's end the first block from whose beginning on E >= seeds lost, and lets
// detours between them reach as far as they can.
void Corridor::widen(std::size_t side, std::size_t scale, std::size_t blocks_a_strip) {
  const std::vector<std::uint32_t>& seed_ends = seed_ends_[side][scale];
  std::vector<std::uint32_t>& reach = reach_[side];
  records_.clear();
  std::size_t found = 0;  // in records_
  std::int64_t seeds_before = 0;
  std::size_t first_block = 0;
  std::uint32_t farthest = 0;
  const std::size_t blocks = seed_ends.size();
  for (std::size_t block = 0; block < blocks; ++block) {
    const Costs &begin = costs_[block], &end = costs_[block + 1];
    const std::int64_t seeds = seeds_before + seed_ends[block];
    // A detour from within the block has none of its seeds for certain, one to within it neither.
    const std::int64_t balance = begin.edits - seeds;
    if (records_.empty() || balance < records_.back().balance)
      records_.push_back({balance, begin.weight, block});
    // One seed may begin before.
    const std::int64_t most = end.edits + end.inserted - seeds_before + 1;
    while (found > 0 && records_[found - 1].balance <= most) --found;
    while (records_[found].balance > most) ++found;
    const Record& from = records_[found];
    const std::int64_t distance = (end.weight + 2 * std::int64_t{end.inserted} - from.weight) / 2;
    if (distance > windows_[scale - 1]) {
      if (farthest == 0) first_block = from.block;
      first_block = std::min(first_block, from.block);
      farthest = std::max(
          farthest, static_cast<std::uint32_t>(std::min<std::int64_t>(distance, windows_[scale])));
    }
    if (farthest > 0 && ((block + 1) % blocks_a_strip == 0 || block + 1 == blocks)) {
      // The row between two strips belongs to both.
      const std::size_t last_strip = std::min((block + 1) / blocks_a_strip, reach.size() - 1);
      for (std::size_t strip = first_block > 0 ? (first_block - 1) / blocks_a_strip : 0;
           strip <= last_strip; ++strip)
        reach[strip] = std::max(reach[strip], farthest);
      farthest = 0;
    }
    seeds_before = seeds;
  }
}

std::span<const ColumnRange> Corridor::around(const Guide& guide, SymbolView rows,
                                              SymbolView columns, Seeds seeds, Grid grid,
                                              std::span<const Merged> merged) {
  constexpr std::size_t most_rows_a_block = 16;
  rows_a_block_ = std::min(grid.rows, most_rows_a_block);
  seeds_ = seeds;
  find_costs(guide, rows, columns, merged);
  set_windows(guide, !merged.empty(), seeds.near);
  if (scales_ > 1) {
    find_lost_to<left>(guide, rows, columns);
    if (merged.empty()) {
      // The other side takes the same memory.
      take_seeds(left);
      std::swap(lost_from_[left], lost_from_[right]);
    }
    find_lost_to<right>(guide, rows, columns);
    if (!merged.empty()) {
      spare_merges(merged);
      take_seeds(left);
    }
    take_seeds(right);
  }
  const std::size_t strips = (rows.size() + grid.rows - 1) / grid.rows;
  for (const std::size_t side : {left, right}) {
    reach_[side].assign(strips, windows_[0]);
    for (std::size_t scale = 1; scale < scales_; ++scale)
      widen(side, scale, grid.rows / rows_a_block_);
  }

  ranges_.resize(strips);
  std::size_t end = 0;
  for (std::size_t strip = 0; strip < strips; ++strip) {
    const std::size_t bottom = std::min((strip + 1) * grid.rows, rows.size());
    end = std::max(
        end, std::min(columns.size(), (guide.last[bottom] + reach_[right][strip] + grid.columns - 1) /
                                          grid.columns * grid.columns));
    ranges_[strip].end = end;
  }
  std::size_t begin = columns.size();
  for (std::size_t strip = strips; strip-- > 0;) {
    // The column before the first that matters: what stands there comes out too high.
    const std::size_t needed = guide.first[strip * grid.rows],
                      out = reach_[left][strip] + std::size_t{1};
    begin = std::min(begin, (needed > out ? needed - out : 0) / grid.columns * grid.columns);
    ranges_[strip].begin = begin;
  }
  return ranges_;
}

void Corridor::around(const Guide& guide, SymbolView rows, SymbolView columns, Seeds seeds,
                      std::vector<RowRange>& ranges, std::span<const Merged> merged) {
  constexpr std::size_t rows_a_strip = 8;
  const auto strips = around(guide, rows, columns, seeds, {rows_a_strip, 1}, merged);
  ranges.clear();
  for (std::size_t row = 0; row <= rows.size(); ++row) {
    // A row between two strips belongs to both.
    const std::size_t above = (row > 0 ? row - 1 : 0) / rows_a_strip,
                      below = std::min(row / rows_a_strip, strips.size() - 1);
    ranges.push_back({static_cast<std::uint32_t>(strips[above].begin),
                      static_cast<std::uint32_t>(strips[below].end)});
  }
}

}  // namespace keur
