// SPDX-License-Identifier: Apache-2.0
// Who goes with whom, for the best total.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace keur::transcript {

// gain[row][column] >= 0; all rows equally long. For each row the column it is given, each column
// once at most, so that the sum of gains is the largest; nullopt where nothing is gained. Of equal
// totals always the same one. Cost: the larger of rows and columns, to the third power.
std::vector<std::optional<std::size_t>> best_assignment(
    const std::vector<std::vector<std::int64_t>>& gain);

}  // namespace keur::transcript
