// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/corridor.h"

#include <algorithm>
#include <bit>

namespace keur {
namespace {

constexpr std::uint32_t golden = 0x9e3779b1;  // 2^32 / the golden ratio

}  // namespace

// Without branches: what comes next is as good as random.
void Corridor::note_lost(Side side, std::size_t row, std::uint32_t distance, std::size_t length) {
  std::uint32_t beyond = 0;  // a 1 in the byte of each scale
  for (std::size_t scale = 0; scale < most_scales; ++scale)
    beyond |= static_cast<std::uint32_t>(distance > windows_[scale]) << 8 * scale;
  std::uint32_t& lost = lost_from_[static_cast<std::size_t>(side)][row];
  // Lengths are below 128.
  const std::uint32_t known = (lost + 0x7f7f7f7f) >> 7;
  lost |= (beyond & ~known & 0x01010101) * static_cast<std::uint32_t>(length);
}

// Stretches are compared by a hash that grows with them. Where two share a place in the table the
// nearer one stands for both, so that no stretch is taken for lost that is not.
void Corridor::find_lost(const Guide& guide, SymbolView rows, SymbolView columns, Seeds seeds) {
  const int bits =
      std::clamp(static_cast<int>(std::bit_width(4 * std::size_t{windows_.back()})), 8, 18);
  row_hashes_.assign(rows.size(), 0);
  column_hashes_.assign(columns.size(), 0);
  for (auto& lost : lost_from_) lost.assign(rows.size(), 0);
  std::uint32_t factor = 1;
  for (std::size_t length = 1; length <= std::min(seeds.longest, rows.size()); ++length) {
    factor *= golden;
    const auto add = [&](SymbolView symbols, std::vector<std::uint32_t>& hashes) {
      for (std::size_t at = 0; at + length <= symbols.size(); ++at)
        hashes[at] += symbols[at + length - 1] * factor;
    };
    add(rows, row_hashes_);
    add(columns, column_hashes_);
    if (length < seeds.shortest) continue;
    const std::size_t row_end = rows.size() + 1 - length;
    const std::size_t column_end = columns.size() + 1 - std::min(length, columns.size() + 1);
    const auto place = [bits](std::uint32_t hash) {
      return (hash ^ hash >> 15) * golden >> (32 - bits);
    };
    constexpr std::uint32_t nowhere = 1u << 31;

    nearest_.assign(std::size_t{1} << bits, 0);  // the column + nowhere, or 0
    std::size_t column = 0;
    for (std::size_t row = 0; row < row_end; ++row) {
      for (; column < std::min<std::size_t>(column_end, guide.first[row]); ++column)
        nearest_[place(column_hashes_[column])] = static_cast<std::uint32_t>(column) + nowhere;
      note_lost(Side::left, row, guide.first[row] + nowhere - nearest_[place(row_hashes_[row])],
                length);
    }
    nearest_.assign(std::size_t{1} << bits, 2 * nowhere - 1);
    column = column_end;
    for (std::size_t row = row_end; row-- > 0;) {
      for (; column > guide.last[row] + std::size_t{1}; --column)
        nearest_[place(column_hashes_[column - 1])] = static_cast<std::uint32_t>(column - 1);
      note_lost(Side::right, row, nearest_[place(row_hashes_[row])] - guide.last[row], length);
    }
  }
}

void Corridor::spare_merges(std::span<const Merged> merged) {
  auto& [left, right] = lost_from_;
  std::size_t next_covered = merged.size();
  for (std::size_t row = merged.size(); row-- > 0;) {
    if (merged[row].covered) next_covered = row;
    std::uint32_t lost = 0;
    for (std::size_t shift = 0; shift < 8 * most_scales; shift += 8) {
      const std::uint32_t one = left[row] >> shift & 0xff, other = right[row] >> shift & 0xff;
      const std::uint32_t both = one == 0 || other == 0 ? 0 : std::max(one, other);
      if (row + both <= next_covered) lost |= both << shift;
    }
    left[row] = right[row] = lost;
  }
}

// Returns E + G of all rows.
std::int64_t Corridor::find_costs(const Guide& guide, SymbolView rows, SymbolView columns,
                                  std::span<const Merged> merged) {
  costs_.assign(rows.size() + 1, {});
  std::int64_t weight = 0;
  for (std::size_t row = 0; row <= rows.size(); ++row) {
    RowCosts& costs = costs_[row];
    if (row > 0) {
      const std::uint32_t from = guide.last[row - 1];
      const bool gap = from == guide.first[row];
      costs.edits = gap || rows[row - 1] != columns[from];
      costs.moves = gap;
      if (!merged.empty()) costs.moves = (costs.moves + merged[row - 1].shift) & 7;
    }
    const std::uint32_t inserted = guide.last[row] - guide.first[row];
    costs.any = costs.edits != 0 || costs.moves != 0 || inserted != 0;
    weight += costs.edits + costs.moves + 2 * std::int64_t{inserted};
  }
  return weight;
}

// Finds for each row s the first row r with E(r, s) >= seeds lost(r, s), and lets detours between
// them reach as far as they can.
void Corridor::widen(const Guide& guide, Side side, std::size_t scale, std::size_t rows_a_strip) {
  const std::uint32_t smaller_window = scale > 0 ? windows_[scale - 1] : 0;
  const std::vector<std::uint32_t>& lost_from = lost_from_[static_cast<std::size_t>(side)];
  std::vector<std::uint32_t>& reach = reach_[static_cast<std::size_t>(side)];
  records_.clear();
  std::size_t found = 0;  // in records_
  std::int64_t edits = 0, weight = 0, seeds = 0;
  // Seeds are taken greedily, by their ends; this is that of the next.
  std::size_t seed_end = ~std::size_t{0};
  std::size_t first_row = 0;
  std::uint32_t farthest = 0;
  const std::size_t rows = lost_from.size();
  for (std::size_t row = 0; row <= rows; ++row) {
    if (row > 0) {
      const std::uint32_t lost = lost_from[row - 1] >> 8 * scale & 0xff;
      if (lost != 0) seed_end = std::min(seed_end, row - 1 + lost);
    }
    const RowCosts costs = costs_[row];
    // Where nothing changes, what was said of the row before holds.
    if (!costs.any && seed_end != row && row % rows_a_strip != 0 && row != rows) continue;
    if (seed_end == row) {
      ++seeds;
      seed_end = ~std::size_t{0};
    }
    edits += costs.edits;
    weight += costs.edits + costs.moves;
    const std::int64_t balance = edits - seeds;
    if (records_.empty() || balance < records_.back().balance)
      records_.push_back({balance, weight, row});
    const std::uint32_t inserted = guide.last[row] - guide.first[row];
    edits += inserted;
    weight += 2 * std::int64_t{inserted};
    // One seed may begin before r.
    const std::int64_t most = edits - seeds + 1;
    while (found > 0 && records_[found - 1].balance <= most) --found;
    while (records_[found].balance > most) ++found;
    const Record& from = records_[found];
    const std::int64_t distance = (weight - from.weight) / 2;
    if (distance > smaller_window) {
      if (farthest == 0) first_row = from.row;
      first_row = std::min(first_row, from.row);
      farthest = std::max(
          farthest, static_cast<std::uint32_t>(std::min<std::int64_t>(distance, windows_[scale])));
    }
    if (farthest > 0 && (row % rows_a_strip == 0 || row == rows)) {
      const std::size_t last_strip = std::min(row / rows_a_strip, reach.size() - 1);
      for (std::size_t strip = first_row > 0 ? (first_row - 1) / rows_a_strip : 0;
           strip <= last_strip; ++strip)
        reach[strip] = std::max(reach[strip], farthest);
      farthest = 0;
    }
  }
}

std::span<const ColumnRange> Corridor::around(const Guide& guide, SymbolView rows,
                                              SymbolView columns, Seeds seeds, Grid grid,
                                              std::span<const Merged> merged) {
  const auto farthest = static_cast<std::uint32_t>(find_costs(guide, rows, columns, merged) / 2);
  windows_ = {64, 1024, 8192, farthest};
  for (std::uint32_t& window : windows_) window = std::min(window, farthest);

  find_lost(guide, rows, columns, seeds);
  if (!merged.empty()) spare_merges(merged);
  const std::size_t strips = (rows.size() + grid.rows - 1) / grid.rows;
  for (const Side side : {Side::left, Side::right}) {
    reach_[static_cast<std::size_t>(side)].assign(strips, 0);
    for (std::size_t scale = 0; scale < most_scales; ++scale)
      if (scale == 0 || windows_[scale] > windows_[scale - 1]) widen(guide, side, scale, grid.rows);
  }

  ranges_.resize(strips);
  std::size_t end = 0;
  for (std::size_t strip = 0; strip < strips; ++strip) {
    const std::size_t bottom = std::min((strip + 1) * grid.rows, rows.size());
    end = std::max(
        end, std::min(columns.size(), (guide.last[bottom] + reach_[1][strip] + grid.columns - 1) /
                                          grid.columns * grid.columns));
    ranges_[strip].end = end;
  }
  std::size_t begin = columns.size();
  for (std::size_t strip = strips; strip-- > 0;) {
    // The column before the first that matters: what stands there comes out too high.
    const std::size_t needed = guide.first[strip * grid.rows],
                      out = reach_[0][strip] + std::size_t{1};
    begin = std::min(begin, (needed > out ? needed - out : 0) / grid.columns * grid.columns);
    ranges_[strip].begin = begin;
  }
  return ranges_;
}

void Corridor::around(const Guide& guide, SymbolView rows, SymbolView columns, Seeds seeds,
                      std::vector<RowRange>& ranges, std::span<const Merged> merged) {
  constexpr std::size_t rows_a_strip = 16;
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
