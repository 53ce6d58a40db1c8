// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/corridor.h"

#include <random>

#include "metrics/alignment/aligner_textbook.h"
#include "metrics/alignment/guide.h"
#include "metrics/alignment/merges.h"
#include "tests/catch.h"

using namespace keur;

namespace {

using Sequence = std::vector<std::uint32_t>;
using Edges = std::vector<MergeEdge>;

// On a cheapest way are the cells from the beginning to which and from which to the end it costs as
// much as the whole.
std::vector<std::vector<bool>> on_a_cheapest_way(const Sequence& rows, const Sequence& columns,
                                                 const Edges& edges) {
  const std::size_t n = rows.size(), m = columns.size();
  const std::size_t far = n + m + 1;
  Table to(n + 1, std::vector<std::size_t>(m + 1, far)), from = to;
  to[0][0] = from[n][m] = 0;
  const auto at_most = [](std::size_t& cell, std::size_t cost) { cell = std::min(cell, cost); };
  for (std::size_t i = 0; i <= n; ++i)
    for (std::size_t j = 0; j <= m; ++j) {
      if (i > 0) at_most(to[i][j], to[i - 1][j] + 1);
      if (j > 0) at_most(to[i][j], to[i][j - 1] + 1);
      if (i > 0 && j > 0)
        at_most(to[i][j], to[i - 1][j - 1] + (rows[i - 1] == columns[j - 1] ? 0 : 1));
      for (const auto& edge : edges)
        if (edge.row == i && edge.column == j)
          at_most(to[i][j], to[i - edge.rows][j - edge.columns]);
    }
  for (std::size_t i = n + 1; i-- > 0;)
    for (std::size_t j = m + 1; j-- > 0;) {
      if (i < n) at_most(from[i][j], from[i + 1][j] + 1);
      if (j < m) at_most(from[i][j], from[i][j + 1] + 1);
      if (i < n && j < m) at_most(from[i][j], from[i + 1][j + 1] + (rows[i] == columns[j] ? 0 : 1));
      for (const auto& edge : edges)
        if (edge.row - edge.rows == i && edge.column - edge.columns == j)
          at_most(from[i][j], from[edge.row][edge.column]);
    }
  std::vector<std::vector<bool>> result(n + 1, std::vector<bool>(m + 1));
  for (std::size_t i = 0; i <= n; ++i)
    for (std::size_t j = 0; j <= m; ++j) result[i][j] = to[i][j] + from[i][j] == to[n][m];
  return result;
}

bool is_a_way(const Guide& guide, std::size_t rows, std::size_t columns) {
  if (guide.first.size() != rows + 1 || guide.last.size() != rows + 1) return false;
  bool right = guide.first[0] == 0 && guide.last[rows] == columns;
  for (std::size_t row = 0; row <= rows; ++row) {
    right = right && guide.first[row] <= guide.last[row];
    if (row > 0) right = right && guide.first[row] - guide.last[row - 1] <= 1;
  }
  return right;
}

// Each cell belongs to the strips above and below its row. What stands in the column before a range
// is not computed, except in column 0.
bool holds(std::span<const ColumnRange> ranges, std::size_t rows_a_strip,
           const std::vector<std::vector<bool>>& cells) {
  for (std::size_t row = 0; row < cells.size(); ++row)
    for (std::size_t column = 0; column < cells[row].size(); ++column) {
      if (!cells[row][column]) continue;
      for (const std::size_t near : {row, row > 0 ? row - 1 : 0}) {
        const auto [begin, end] = ranges[std::min(near / rows_a_strip, ranges.size() - 1)];
        if (column > end || (column <= begin && begin > 0)) return false;
      }
    }
  return true;
}

std::size_t size_of(std::span<const ColumnRange> ranges) {
  std::size_t size = 0;
  for (const auto [begin, end] : ranges) size += end - begin;
  return size;
}

Sequence random_sequence(std::size_t length, std::uint32_t kinds, std::mt19937& random) {
  Sequence sequence(length);
  for (auto& symbol : sequence) symbol = 1 + static_cast<std::uint32_t>(random()) % kinds;
  return sequence;
}

// Changed by chance `percent` / 100 a symbol, with stretches of up to `moved` left out or put in.
Sequence distorted(const Sequence& from, unsigned percent, std::size_t moved, std::uint32_t kinds,
                   std::mt19937& random) {
  Sequence result;
  for (std::size_t at = 0; at < from.size(); ++at) {
    if (moved > 0 && random() % 150 == 0) {
      const std::size_t length = random() % moved;
      if (random() % 2 == 0) {
        at += length;
        continue;
      }
      const Sequence more = random_sequence(length, kinds, random);
      result.insert(result.end(), more.begin(), more.end());
    }
    const auto kind = random() % 100 < percent ? random() % 3 : 3;
    const auto any = 1 + static_cast<std::uint32_t>(random()) % kinds;
    if (kind != 1) result.push_back(kind == 0 ? any : from[at]);
    if (kind == 2) result.push_back(any);
  }
  return result;
}

// Some way: the diagonal, then along the border; or steps by chance.
Guide some_guide(std::size_t rows, std::size_t columns, bool by_chance, std::mt19937& random) {
  Guide guide{{0}, {0}};
  std::uint32_t column = 0;
  for (std::size_t row = 1; row <= rows; ++row) {
    const bool right = column < columns && (!by_chance || random() % 4 > 0);
    guide.first.push_back(column += right ? 1 : 0);
    if (by_chance && column < columns && random() % 4 == 0) ++column;
    guide.last.push_back(column);
  }
  guide.last.back() = static_cast<std::uint32_t>(columns);
  return guide;
}

Edges random_edges(std::size_t rows, std::size_t columns, std::size_t count, std::mt19937& random) {
  Edges edges;
  for (; count > 0; --count) {
    const auto span = static_cast<std::uint8_t>(2 + random() % 3);
    const bool down = random() % 2 == 0;
    const std::uint8_t high = down ? span : 1, wide = down ? 1 : span;
    if (rows < high || columns < wide) continue;
    edges.push_back({high + static_cast<std::uint32_t>(random() % (rows + 1 - high)),
                     wide + static_cast<std::uint32_t>(random() % (columns + 1 - wide)), high,
                     wide});
  }
  return edges;
}

std::vector<Corridor::Merged> merged_by(const Edges& edges, std::size_t rows) {
  std::vector<Corridor::Merged> merged(rows);
  for (const auto& edge : edges) {
    auto& shift = merged[edge.row - 1].shift;
    shift = std::max(shift, static_cast<std::uint8_t>(std::max(edge.rows, edge.columns) - 1));
    for (std::size_t row = edge.row - edge.rows; row < edge.row; ++row) merged[row].covered = true;
  }
  return merged;
}

// Rising lengths, some a few times. Symbols beyond the fourth are told apart by eight bits.
Corridor::Seeds random_seeds(std::mt19937& random) {
  Corridor::Seeds seeds;
  auto length = static_cast<std::uint8_t>(1 + random() % 2);
  for (auto& one : seeds.lengths) {
    one = length;
    length = static_cast<std::uint8_t>(std::min<std::size_t>(length + random() % 3, 8));
  }
  seeds.near = random() % 2 == 0 ? 0 : static_cast<std::uint32_t>(random() % 4);
  return seeds;
}

}  // namespace

TEST_CASE("the corridor holds every cheapest way, around any guide, with and without merges") {
  std::mt19937 random(21);
  Corridor corridor;
  GuideFinder finder;
  std::size_t rounds = 0, missed = 0, wrong_guides = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::uint32_t kinds = 1 + static_cast<std::uint32_t>(random()) % 8;
    const Sequence rows = random_sequence(1 + random() % 14, kinds, random);
    Sequence columns = random() % 4 == 0 ? random_sequence(random() % 15, kinds, random)
                                         : distorted(rows, 30, 5, kinds, random);
    if (columns.empty()) columns.push_back(1);
    Guide guide;
    if (round % 3 == 0)
      finder.find(rows, columns, kinds, {1 + random() % 3, 1 + random() % 2}, guide);
    else
      guide = some_guide(rows.size(), columns.size(), round % 3 == 1, random);
    wrong_guides += !is_a_way(guide, rows.size(), columns.size());
    const Edges edges = round % 2 == 0
                            ? Edges{}
                            : random_edges(rows.size(), columns.size(), 1 + random() % 4, random);
    const auto merged = merged_by(edges, rows.size());
    const std::size_t rows_a_strip = 1 + random() % 9;
    const auto ranges = corridor.around(
        guide, rows, columns, random_seeds(random), {rows_a_strip, 1},
        edges.empty() ? std::span<const Corridor::Merged>() : merged);
    missed += !holds(ranges, rows_a_strip, on_a_cheapest_way(rows, columns, edges));
    ++rounds;
  }
  CHECK(rounds == 20000);
  CHECK(missed == 0);
  CHECK(wrong_guides == 0);
}

TEST_CASE("a stretch that a merge touches is no seed") {
  // Counted, one such stretch shuts out a cheapest way that goes beside the guide.
  const Sequence rows{4, 8, 3, 3, 2, 8, 4, 6}, columns{4, 3, 2, 8, 4, 6};
  const Guide guide{{0, 1, 1, 1, 2, 3, 4, 5, 6}, {0, 1, 1, 1, 2, 3, 4, 5, 6}};
  const Edges edges{{6, 3, 1, 2}, {8, 6, 4, 1}, {7, 3, 1, 2}, {2, 4, 1, 3}};
  const auto merged = merged_by(edges, rows.size());
  Corridor corridor;
  const auto ranges = corridor.around(guide, rows, columns, {{1, 3, 4, 5}, 3}, {1, 1}, merged);
  CHECK(holds(ranges, 1, on_a_cheapest_way(rows, columns, edges)));
}

TEST_CASE("the corridor of long texts holds every cheapest way and is a small part of the table") {
  std::mt19937 random(22);
  Corridor corridor;
  GuideFinder finder;
  Guide guide;
  std::size_t missed = 0, wrong_guides = 0;
  for (int round = 0; round < 40; ++round) {
    const std::uint32_t kinds = round % 2 == 0 ? 12 : 200;
    const Sequence rows = random_sequence(400, kinds, random);
    const Sequence columns = distorted(rows, 3 + static_cast<unsigned>(round) % 5,
                                       round % 4 == 0 ? 120 : 0, kinds, random);
    finder.find(rows, columns, kinds, {4, 1 + round % 2u}, guide);
    wrong_guides += !is_a_way(guide, rows.size(), columns.size());
    const Edges edges =
        round % 3 == 0 ? random_edges(rows.size(), columns.size(), 20, random) : Edges{};
    const auto merged = merged_by(edges, rows.size());
    const auto ranges =
        corridor.around(guide, rows, columns, {{1, 2, 3, 4}}, {1, 1},
                        edges.empty() ? std::span<const Corridor::Merged>() : merged);
    missed += !holds(ranges, 1, on_a_cheapest_way(rows, columns, edges));
    // Few errors, none of them long: a corridor of some twenty columns.
    if (round % 4 != 0 && edges.empty()) CHECK(size_of(ranges) < rows.size() * columns.size() / 8);
  }
  CHECK(missed == 0);
  CHECK(wrong_guides == 0);
}
