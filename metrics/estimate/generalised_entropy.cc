// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/generalised_entropy.h"

#include <cmath>

namespace keur {

std::optional<double> generalised_entropy(std::span<const Share> shares, double alpha) {
  double weights = 0, sum = 0;
  for (const Share& share : shares) {
    weights += share.weight;
    sum += share.weight * share.value;
  }
  if (!(sum > 0)) return std::nullopt;
  const double mean = sum / weights;
  double entropy = 0;
  for (const Share& share : shares) {
    const double relative = share.value / mean;
    if (!(relative > 0) && alpha <= 0) return std::nullopt;
    double term = 0;
    if (alpha == 0)
      term = -std::log(relative);
    else if (alpha == 1)
      term = relative > 0 ? relative * std::log(relative) : 0;
    else
      term = (std::pow(relative, alpha) - 1) / (alpha * (alpha - 1));
    entropy += share.weight / weights * term;
  }
  return entropy;
}

}  // namespace keur
