// SPDX-License-Identifier: Apache-2.0
// Who is whom: one column for each row so that the sum is least (Kuhn 1955; the form with
// potentials of Jonker and Volgenant 1987).
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace keur {

// `costs`: a square matrix. The column of each row. Of several best ones always the same. Cost:
// rows to the third power.
std::vector<std::size_t> least_cost_assignment(const std::vector<std::vector<std::int64_t>>& costs);

}  // namespace keur
