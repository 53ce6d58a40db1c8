// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/leverage.h"

#include <cmath>

namespace keur {

Leverage leverage(const std::vector<double>& sizes) {
  const double clusters = static_cast<double>(sizes.size());
  Leverage result{std::vector<double>(sizes.size(), std::sqrt(clusters / (clusters - 1))),
                  clusters - 1, false};
  double total = 0, squares = 0;
  for (const double size : sizes) {
    total += size;
    squares += size * size;
  }
  if (!(total > 0) || total * total >= alike * clusters * squares) return result;

  result.uneven = true;
  double shares = 0, pulls = 0, squared_pulls = 0;  // sums of h^2, q and q^2
  for (std::size_t g = 0; g < sizes.size(); ++g) {
    const double share = sizes[g] / total;
    if (share == 1) {
      result.degrees_of_freedom = 1;
      return result;
    }
    const double pull = share * share / (1 - share);
    result.factors[g] = 1 / std::sqrt(1 - share);
    shares += share * share;
    pulls += pull;
    squared_pulls += pull * pull;
  }
  result.degrees_of_freedom = 1 / (shares + pulls * pulls - squared_pulls);
  return result;
}

}  // namespace keur
