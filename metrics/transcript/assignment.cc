// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/assignment.h"

#include <algorithm>
#include <limits>

namespace keur::transcript {
namespace {

// Rows and columns count from 1; 0 is the row that waits for a column. Costs are negative gains,
// and 0 beyond the gains given.
class Matching {
 public:
  explicit Matching(const std::vector<std::vector<std::int64_t>>& gain)
      : gain_(gain),
        rows_(gain.size()),
        columns_(std::max(gain.size(), gain.empty() ? 0 : gain.front().size())),
        of_row_(rows_ + 1),
        of_column_(columns_ + 1),
        taken_by_(columns_ + 1),
        came_from_(columns_ + 1) {
    for (std::size_t row = 1; row <= rows_; ++row) place(row);
  }

  std::size_t row_of(std::size_t column) const { return taken_by_[column]; }
  std::size_t columns() const { return columns_; }

 private:
  std::int64_t reduced(std::size_t row, std::size_t column) const {
    const auto& gains = gain_[row - 1];
    const std::int64_t cost = column <= gains.size() ? -gains[column - 1] : 0;
    return cost - of_row_[row] - of_column_[column];
  }

  // The cheapest way to give `row` a column, others moving over.
  void place(std::size_t row) {
    constexpr auto far = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> least(columns_ + 1, far);
    std::vector<bool> done(columns_ + 1, false);
    taken_by_[0] = row;
    std::size_t column = 0;
    do {
      done[column] = true;
      const std::size_t from = taken_by_[column];
      std::int64_t step = far;
      std::size_t next = 0;
      for (std::size_t other = 1; other <= columns_; ++other) {
        if (done[other]) continue;
        if (const auto cost = reduced(from, other); cost < least[other]) {
          least[other] = cost;
          came_from_[other] = column;
        }
        if (least[other] < step) {
          step = least[other];
          next = other;
        }
      }
      for (std::size_t other = 0; other <= columns_; ++other)
        if (done[other]) {
          of_row_[taken_by_[other]] += step;
          of_column_[other] -= step;
        } else {
          least[other] -= step;
        }
      column = next;
    } while (taken_by_[column] != 0);
    for (; column != 0; column = came_from_[column])
      taken_by_[column] = taken_by_[came_from_[column]];
  }

  const std::vector<std::vector<std::int64_t>>& gain_;
  std::size_t rows_, columns_;
  std::vector<std::int64_t> of_row_, of_column_;  // potentials
  std::vector<std::size_t> taken_by_, came_from_;
};

}  // namespace

std::vector<std::optional<std::size_t>> best_assignment(
    const std::vector<std::vector<std::int64_t>>& gain) {
  std::vector<std::optional<std::size_t>> chosen(gain.size());
  if (gain.empty()) return chosen;
  const Matching matching(gain);
  for (std::size_t column = 1; column <= matching.columns(); ++column) {
    const std::size_t row = matching.row_of(column);
    if (row > 0 && column <= gain[row - 1].size() && gain[row - 1][column - 1] > 0)
      chosen[row - 1] = column - 1;
  }
  return chosen;
}

}  // namespace keur::transcript
