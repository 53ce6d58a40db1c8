// SPDX-License-Identifier: Apache-2.0
#include "harness/report/svg_axis.h"

#include <fmt/format.h>

#include <cmath>

namespace keur {
namespace {

// Bounds that lie on a tick but for the last bits count as on it.
constexpr double slack = 1e-9;

std::vector<double> multiples(double low, double high, double step) {
  std::vector<double> values;
  const double first = std::ceil(low / step - slack);
  const auto count = static_cast<int>(std::floor(high / step + slack) - first) + 1;
  for (int i = 0; i < count; ++i) values.push_back((first + i) * step + 0.0);
  return values;
}

}  // namespace

std::vector<double> ticks(double low, double high, int most) {
  double power = std::pow(10, std::floor(std::log10((high - low) / most)));
  for (;; power *= 10)
    for (const double digit : {1, 2, 5}) {
      const double step = digit * power;
      const double count = std::floor(high / step + slack) - std::ceil(low / step - slack) + 1;
      if (count <= most) return multiples(low, high, step);
    }
}

std::string px(double place) {
  const double rounded = std::round(place * 10) / 10 + 0.0;
  return fmt::format("{}", rounded);
}

}  // namespace keur
