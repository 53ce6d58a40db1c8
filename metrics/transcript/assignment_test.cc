// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/assignment.h"

#include <algorithm>
#include <numeric>
#include <random>

#include "tests/catch.h"

using namespace keur::transcript;

namespace {

using Gains = std::vector<std::vector<std::int64_t>>;

std::int64_t total(const Gains& gain, const std::vector<std::optional<std::size_t>>& chosen) {
  std::int64_t sum = 0;
  for (std::size_t row = 0; row < gain.size(); ++row)
    if (chosen[row]) sum += gain[row][*chosen[row]];
  return sum;
}

// Every order of the columns, padded so that a row may stay without.
std::int64_t best_by_trying(const Gains& gain) {
  const std::size_t rows = gain.size(), columns = gain.front().size();
  std::vector<std::size_t> order(std::max(rows, columns));
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::int64_t best = 0;
  do {
    std::int64_t sum = 0;
    for (std::size_t row = 0; row < rows; ++row)
      if (order[row] < columns) sum += gain[row][order[row]];
    best = std::max(best, sum);
  } while (std::next_permutation(order.begin(), order.end()));
  return best;
}

}  // namespace

TEST_CASE("the best total needs a row to give way") {
  // Row 0 alone would take column 0 (5); together 4 + 5 beats 5 + 0.
  const auto chosen = best_assignment({{5, 4}, {5, 0}});
  CHECK(chosen[0] == 1u);
  CHECK(chosen[1] == 0u);
}

TEST_CASE("nothing gained is nothing given") {
  CHECK(best_assignment({}).empty());
  CHECK_FALSE(best_assignment({{}})[0].has_value());
  CHECK_FALSE(best_assignment({{0, 0}})[0].has_value());
}

TEST_CASE("no order of the columns does better") {
  std::mt19937 random(3);
  for (int round = 0; round < 400; ++round) {
    Gains gain(1 + random() % 5, std::vector<std::int64_t>(1 + random() % 5));
    for (auto& row : gain) {
      row.resize(gain.front().size());
      for (auto& value : row) value = random() % 3 ? static_cast<std::int64_t>(random() % 9) : 0;
    }
    const auto chosen = best_assignment(gain);
    std::vector<std::size_t> columns;
    for (const auto& column : chosen)
      if (column) columns.push_back(*column);
    std::sort(columns.begin(), columns.end());
    CHECK(std::adjacent_find(columns.begin(), columns.end()) == columns.end());
    CHECK(total(gain, chosen) == best_by_trying(gain));
  }
}
