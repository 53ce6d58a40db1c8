// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/design_effect.h"

#include <algorithm>

namespace keur {

double planned_design_effect(const std::vector<double>& sizes) {
  double total = 0, squares = 0;
  for (const double size : sizes) {
    total += size;
    squares += size * size;
  }
  if (!(total > 0)) return 1;
  return std::max(1.0, 1 + (squares / total - 1) * planned_intracluster_correlation);
}

std::optional<double> observed_design_effect(double value, double standard_error, double size) {
  if (!(value > 0 && value < 1)) return std::nullopt;
  return standard_error * standard_error / (value * (1 - value) / size);
}

}  // namespace keur
