// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/assignment.h"

#include <limits>
#include <utility>

namespace keur {

// Rows join one by one. The potentials keep all reduced costs at least 0 and those of assigned
// pairs at 0, so that a shortest path to a free column keeps the sum least. Row and column 0 are a
// helper.
std::vector<std::size_t> least_cost_assignment(
    const std::vector<std::vector<std::int64_t>>& costs) {
  const std::size_t size = costs.size();
  constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();
  std::vector<std::int64_t> row_potential(size + 1), column_potential(size + 1);
  std::vector<std::size_t> row_of(size + 1), before(size + 1);
  for (std::size_t row = 1; row <= size; ++row) {
    row_of[0] = row;
    std::vector<std::int64_t> distance(size + 1, far);
    std::vector<bool> reached(size + 1);
    std::size_t column = 0;
    do {
      reached[column] = true;
      const std::size_t from = row_of[column];
      std::int64_t least = far;
      std::size_t next = 0;
      for (std::size_t to = 1; to <= size; ++to) {
        if (reached[to]) continue;
        const std::int64_t reduced =
            costs[from - 1][to - 1] - row_potential[from] - column_potential[to];
        if (reduced < distance[to]) {
          distance[to] = reduced;
          before[to] = column;
        }
        if (distance[to] < least) {
          least = distance[to];
          next = to;
        }
      }
      for (std::size_t to = 0; to <= size; ++to) {
        if (reached[to]) {
          row_potential[row_of[to]] += least;
          column_potential[to] -= least;
        } else {
          distance[to] -= least;
        }
      }
      column = next;
    } while (row_of[column] != 0);
    for (; column != 0; column = before[column]) row_of[column] = row_of[before[column]];
  }
  std::vector<std::size_t> result(size);
  for (std::size_t column = 1; column <= size; ++column) result[row_of[column] - 1] = column - 1;
  return result;
}

}  // namespace keur
