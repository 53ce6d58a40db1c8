// SPDX-License-Identifier: Apache-2.0
// Word information lost: 1 - (matched / reference words) * (matched / output words), on sums
// (Morris, Maier and Green 2004, "From WER and RIL to MER and WIL", Interspeech).
#pragma once
#include <optional>

#include "metrics/core/metric.h"

namespace keur::transcript {

// numerator / denominator = (reference words * output words - matched^2) / (reference words *
// output words). nullopt when there are no reference words. Without output words everything is
// lost: the value is 1, given as reference words / reference words, and the gradient is 0 (the
// formula has no derivative there, and no case can raise the value).
std::optional<Evaluation> word_information_lost(const Row& sums);

}  // namespace keur::transcript
