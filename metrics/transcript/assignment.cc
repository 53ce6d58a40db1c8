// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/assignment.h"

#include <algorithm>

#include "metrics/alignment/assignment.h"

namespace keur::transcript {

std::vector<std::optional<std::size_t>> best_assignment(
    const std::vector<std::vector<std::int64_t>>& gain) {
  const std::size_t rows = gain.size(), columns = gain.empty() ? 0 : gain.front().size();
  // A square of costs: what is beyond the gains given costs nothing, as a gain of 0 does.
  std::vector<std::vector<std::int64_t>> costs(
      std::max(rows, columns), std::vector<std::int64_t>(std::max(rows, columns), 0));
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column)
      costs[row][column] = -gain[row][column];
  const std::vector<std::size_t> chosen = least_cost_assignment(costs);
  std::vector<std::optional<std::size_t>> given(rows);
  for (std::size_t row = 0; row < rows; ++row)
    if (chosen[row] < columns && gain[row][chosen[row]] > 0) given[row] = chosen[row];
  return given;
}

}  // namespace keur::transcript
