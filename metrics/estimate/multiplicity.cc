// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/multiplicity.h"

#include <algorithm>
#include <numeric>

namespace keur {
namespace {

// Positions of the p-values from the smallest up; among equals the earlier first.
std::vector<std::size_t> ascending(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  return order;
}

}  // namespace

std::vector<double> holm(std::span<const double> p_values) {
  std::vector<double> adjusted(p_values.size());
  std::size_t left = p_values.size();
  double largest = 0;
  for (const std::size_t at : ascending(p_values)) {
    largest = std::max(largest, static_cast<double>(left--) * p_values[at]);
    adjusted[at] = std::min(1.0, largest);
  }
  return adjusted;
}

std::vector<double> benjamini_hochberg(std::span<const double> p_values) {
  std::vector<double> adjusted(p_values.size());
  const auto family = static_cast<double>(p_values.size());
  const std::vector<std::size_t> order = ascending(p_values);
  double smallest = 1;
  for (std::size_t rank = order.size(); rank > 0; --rank) {
    const std::size_t at = order[rank - 1];
    smallest = std::min(smallest, family / static_cast<double>(rank) * p_values[at]);
    adjusted[at] = smallest;
  }
  return adjusted;
}

}  // namespace keur
