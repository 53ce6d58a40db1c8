// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/corridor.h"

#include <algorithm>
#include <bit>

namespace keur {
namespace {

constexpr std::uint32_t golden = 0x9e3779b1;  // 2^32 / the golden ratio

// What the guide costs on the way through one row, and from the row before into it.
struct Costs {
  std::int64_t edits = 0, gaps = 0;
  void enter(const Guide& guide, SymbolView rows, SymbolView columns, std::size_t row) {
    const std::uint32_t from = guide.last[row - 1], to = guide.first[row];
    const bool gap = from == to;
    gaps += gap;
    edits += gap || rows[row - 1] != columns[from];
  }
  void cross(const Guide& guide, std::size_t row) {
    edits += guide.last[row] - guide.first[row];
    gaps += guide.last[row] - guide.first[row];
  }
};

}  // namespace

// Stretches are compared by a hash that grows with them. Where two share a place in the table the
// nearer one stands for both, so that no stretch is taken for lost that is not.
void Corridor::find_lost(const Guide& guide, SymbolView rows, SymbolView columns, Seeds seeds) {
  const std::size_t farthest = scales_.back().window;
  const int bits = std::clamp(static_cast<int>(std::bit_width(4 * farthest)), 8, 18);
  row_hashes_.assign(rows.size(), 0);
  column_hashes_.assign(columns.size(), 0);
  for (Scale& scale : scales_)
    for (auto& lost : scale.lost_from) lost.assign(rows.size(), 0);
  std::uint32_t factor = 1;
  for (std::size_t length = 1; length <= seeds.longest; ++length) {
    factor *= golden;
    const auto add = [&](SymbolView symbols, std::vector<std::uint32_t>& hashes) {
      for (std::size_t at = 0; at + length <= symbols.size(); ++at)
        hashes[at] += symbols[at + length - 1] * factor;
    };
    add(rows, row_hashes_);
    add(columns, column_hashes_);
    if (length < seeds.shortest || length > rows.size()) continue;
    const std::size_t row_end = rows.size() + 1 - length;
    const std::size_t column_end = columns.size() + 1 - std::min(length, columns.size() + 1);
    const auto place = [bits](std::uint32_t hash) {
      return (hash ^ hash >> 15) * golden >> (32 - bits);
    };
    const auto note = [&](Side side, std::size_t row, std::uint32_t distance) {
      for (Scale& scale : scales_) {
        if (distance <= scale.window) break;
        std::uint8_t& lost = scale.lost_from[static_cast<std::size_t>(side)][row];
        if (lost == 0) lost = static_cast<std::uint8_t>(length);
      }
    };
    constexpr std::uint32_t nowhere = 1u << 31;

    nearest_.assign(std::size_t{1} << bits, 0);  // the column + nowhere, or 0
    std::size_t column = 0;
    for (std::size_t row = 0; row < row_end; ++row) {
      for (; column < std::min<std::size_t>(column_end, guide.first[row]); ++column)
        nearest_[place(column_hashes_[column])] = static_cast<std::uint32_t>(column) + nowhere;
      note(Side::left, row, guide.first[row] + nowhere - nearest_[place(row_hashes_[row])]);
    }
    nearest_.assign(std::size_t{1} << bits, 2 * nowhere - 1);
    column = column_end;
    for (std::size_t row = row_end; row-- > 0;) {
      for (; column > guide.last[row] + std::size_t{1}; --column)
        nearest_[place(column_hashes_[column - 1])] = static_cast<std::uint32_t>(column - 1);
      note(Side::right, row, nearest_[place(row_hashes_[row])] - guide.last[row]);
    }
  }
}

void Corridor::spare_merges(std::span<const Merged> merged) {
  for (Scale& scale : scales_) {
    auto& [left, right] = scale.lost_from;
    std::size_t next_covered = merged.size();
    for (std::size_t row = merged.size(); row-- > 0;) {
      if (merged[row].covered) next_covered = row;
      const std::uint8_t both =
          left[row] == 0 || right[row] == 0 ? 0 : std::max(left[row], right[row]);
      left[row] = right[row] = row + both > next_covered ? 0 : both;
    }
  }
}

// Finds for each row s the first row r with E(r, s) >= seeds lost(r, s), and lets detours between
// them reach as far as they can.
void Corridor::widen(const Guide& guide, SymbolView rows, SymbolView columns, Side side,
                     const Scale& scale, std::uint32_t smaller_window, std::size_t rows_a_strip,
                     std::span<const Merged> merged) {
  const std::vector<std::uint8_t>& lost = scale.lost_from[static_cast<std::size_t>(side)];
  std::vector<std::uint32_t>& reach = reach_[static_cast<std::size_t>(side)];
  records_.clear();
  std::size_t found = 0;  // in records_
  Costs costs;
  std::int64_t seeds = 0;
  std::size_t seed_from = 0, seed_end = ~std::size_t{0};
  std::size_t first_row = 0;
  std::uint32_t farthest = 0;
  for (std::size_t row = 0; row <= rows.size(); ++row) {
    if (row > 0) {
      if (!merged.empty()) costs.gaps += merged[row - 1].shift;
      costs.enter(guide, rows, columns, row);
      // Greedily, by their ends. The seeds considered begin at seed_from or later.
      const std::size_t begins = row - 1;
      if (begins >= seed_from && lost[begins] != 0)
        seed_end = std::min(seed_end, begins + lost[begins]);
      if (seed_end == row) {
        ++seeds;
        seed_from = row;
        seed_end = ~std::size_t{0};
      }
    }
    const std::int64_t balance = costs.edits - seeds;
    if (records_.empty() || balance < records_.back().balance)
      records_.push_back({balance, costs.edits + costs.gaps, row});
    costs.cross(guide, row);
    // One seed may begin before r.
    const std::int64_t most = costs.edits - seeds + 1;
    while (found > 0 && records_[found - 1].balance <= most) --found;
    while (records_[found].balance > most) ++found;
    const Record& from = records_[found];
    const std::int64_t distance = (costs.edits + costs.gaps - from.weight) / 2;
    if (distance > smaller_window) {
      if (farthest == 0) first_row = from.row;
      first_row = std::min(first_row, from.row);
      farthest = std::max(
          farthest, static_cast<std::uint32_t>(std::min<std::int64_t>(distance, scale.window)));
    }
    if (farthest > 0 && (row % rows_a_strip == 0 || row == rows.size())) {
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
  Costs total;
  for (std::size_t row = 0; row <= rows.size(); ++row) {
    if (row > 0) {
      total.enter(guide, rows, columns, row);
      if (!merged.empty()) total.gaps += merged[row - 1].shift;
    }
    total.cross(guide, row);
  }
  const auto farthest = static_cast<std::uint32_t>((total.edits + total.gaps) / 2);
  constexpr std::uint32_t windows[] = {64, 1024, 8192};
  std::size_t count = 0;
  if (scales_.size() != 4) scales_.resize(4);
  for (const std::uint32_t window : windows)
    if (window < farthest) scales_[count++].window = window;
  scales_[count++].window = farthest;
  scales_.resize(count);

  find_lost(guide, rows, columns, seeds);
  if (!merged.empty()) spare_merges(merged);
  const std::size_t strips = (rows.size() + grid.rows - 1) / grid.rows;
  for (const Side side : {Side::left, Side::right}) {
    reach_[static_cast<std::size_t>(side)].assign(strips, 0);
    std::uint32_t smaller = 0;
    for (const Scale& scale : scales_) {
      widen(guide, rows, columns, side, scale, smaller, grid.rows, merged);
      smaller = scale.window;
    }
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

}  // namespace keur
