// SPDX-License-Identifier: Apache-2.0
// Does the tool say the same when asked again? What one recording adds to the columns of that
// question; the rates are then metrics like any other, with intervals over speakers. No flip in n
// recordings bounds the rate by 1 - tail^(1/n) (proportion.h) and proves no determinism.
#pragma once
#include <span>

#include "metrics/core/metric.h"

namespace keur {

// Columns: recordings, recordings with two different outputs or more, pairs of runs, pairs that
// differ. 1 x 4.
inline constexpr int flip_columns = 4;

// `outputs`: of one recording, one number per run, equal where the outputs are. Fewer than two runs
// say nothing: a row of zeros.
Row flips(std::span<const int> outputs);

std::optional<Evaluation> flip_rate(const Row& sums);              // recordings that differ / all
std::optional<Evaluation> pairwise_disagreement(const Row& sums);  // pairs that differ / pairs

}  // namespace keur
