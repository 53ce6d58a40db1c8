// SPDX-License-Identifier: Apache-2.0
#include "metrics/core/metric.h"

namespace keur {

std::optional<Evaluation> ratio(const Row& sums, std::initializer_list<int> numerator,
                                std::initializer_list<int> denominator) {
  double above = 0, below = 0;
  for (int column : numerator) above += sums[column];
  for (int column : denominator) below += sums[column];
  if (!(below > 0)) return std::nullopt;

  // d(a/b) = da/b - (a/b) db/b; a column may stand on both sides.
  const double value = above / below;
  Row gradient = Row::Zero(sums.size());
  for (int column : numerator) gradient[column] += 1 / below;
  for (int column : denominator) gradient[column] -= value / below;
  return Evaluation{value, above, below, std::move(gradient)};
}

}  // namespace keur
