// SPDX-License-Identifier: Apache-2.0
// The slow twin of overlap.h: the costs of all cells kept, and at each cell the cells before it in a
// list, in the order in which asclite looks at them. For tests only.
#pragma once
#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <vector>

#include "metrics/alignment/overlap.h"

namespace keur {

class OverlapTextbook {
 public:
  using Cell = std::vector<std::size_t>;  // words behind it: of each speaker, then of the output

  OverlapTextbook(std::span<const Stream> reference, const Stream& output)
      : streams_(reference.begin(), reference.end()) {
    streams_.push_back(output);
  }

  long cost() { return cost_of(end()); }

  std::vector<OverlapEdit> trace() {
    std::vector<OverlapEdit> edits;
    for (Cell cell = end(); !at_start(cell);) {
      const std::vector<Cell> before = cells_before(cell);
      const Cell* best = nullptr;
      for (const Cell& candidate : before) {
        const long cost = cost_of(candidate) + step_cost(cell, candidate);
        const long least = best ? cost_of(*best) + step_cost(cell, *best) : cost + 1;
        const bool pairs = moved(cell, candidate) == 2;
        if (cost < least || (cost == least && pairs && moved(cell, *best) < 2)) best = &candidate;
      }
      edits.insert(edits.begin(), edit(cell, *best));
      const Cell next = *best;
      cell = next;
    }
    return edits;
  }

 private:
  Cell end() const {
    Cell cell;
    for (const Stream& stream : streams_) cell.push_back(stream.size());
    return cell;
  }

  static bool at_start(const Cell& cell) {
    return std::all_of(cell.begin(), cell.end(), [](std::size_t at) { return at == 0; });
  }

  // asclite puts each at the front of its list: speaker by speaker the word left out and then the
  // word beside one of the output, at last the insertion.
  std::vector<Cell> cells_before(const Cell& cell) const {
    std::vector<Cell> cells;
    const std::size_t output = cell.size() - 1;
    const auto put_first = [&cells](const Cell& one) { cells.insert(cells.begin(), one); };
    for (std::size_t k = 0; k < output; ++k) {
      if (cell[k] == 0) continue;
      Cell one = cell;
      --one[k];
      put_first(one);
      if (cell[output] == 0) continue;
      --one[output];
      put_first(one);
    }
    if (cell[output] > 0) {
      Cell one = cell;
      --one[output];
      put_first(one);
    }
    return cells;
  }

  static std::size_t moved(const Cell& cell, const Cell& before) {
    std::size_t sides = 0;
    for (std::size_t k = 0; k < cell.size(); ++k) sides += cell[k] != before[k];
    return sides;
  }

  std::size_t speaker(const Cell& cell, const Cell& before) const {
    for (std::size_t k = 0; k + 1 < cell.size(); ++k)
      if (cell[k] != before[k]) return k;
    return 0;
  }

  bool same_words(const Cell& cell, const Cell& before) const {
    const std::size_t k = speaker(cell, before);
    return streams_[k][before[k]] == streams_.back()[before.back()];
  }

  long step_cost(const Cell& cell, const Cell& before) const {
    if (moved(cell, before) == 1) return 300;
    return same_words(cell, before) ? 0 : 400;
  }

  OverlapEdit edit(const Cell& cell, const Cell& before) const {
    if (moved(cell, before) == 2)
      return {same_words(cell, before) ? Edit::match : Edit::substitute, speaker(cell, before)};
    if (cell.back() != before.back()) return {Edit::insert, 0};
    return {Edit::remove, speaker(cell, before)};
  }

  long cost_of(const Cell& cell) {
    if (at_start(cell)) return 0;
    if (const auto known = costs_.find(cell); known != costs_.end()) return known->second;
    long least = -1;
    for (const Cell& before : cells_before(cell)) {
      const long cost = cost_of(before) + step_cost(cell, before);
      if (least < 0 || cost < least) least = cost;
    }
    return costs_[cell] = least;
  }

  std::vector<Stream> streams_;
  std::map<Cell, long> costs_;
};

}  // namespace keur
