// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/flips.h"

namespace keur {

Row flips(std::span<const int> outputs) {
  Row row = Row::Zero(flip_columns);
  if (outputs.size() < 2) return row;
  double pairs = 0, different = 0;
  for (std::size_t i = 0; i < outputs.size(); ++i)
    for (std::size_t j = i + 1; j < outputs.size(); ++j) {
      ++pairs;
      different += outputs[i] != outputs[j] ? 1 : 0;
    }
  row << 1, (different > 0 ? 1 : 0), pairs, different;
  return row;
}

std::optional<Evaluation> flip_rate(const Row& sums) { return ratio(sums, {1}, {0}); }
std::optional<Evaluation> pairwise_disagreement(const Row& sums) { return ratio(sums, {3}, {2}); }

}  // namespace keur
