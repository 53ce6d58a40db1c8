// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/word_information.h"

#include "metrics/transcript/columns.h"

namespace keur::transcript {

std::optional<Evaluation> word_information_lost(const Row& sums) {
  const double hits = sums[matched], words = sums[reference_words], heard = sums[output_words];
  if (!(words > 0)) return std::nullopt;

  Row gradient = Row::Zero(sums.size());
  if (!(heard > 0)) return Evaluation{1, words, words, std::move(gradient)};

  const double pairs = words * heard;
  const double kept = hits * hits / pairs;
  gradient[matched] = -2 * hits / pairs;
  gradient[reference_words] = kept / words;
  gradient[output_words] = kept / heard;
  const double lost = pairs - hits * hits;
  return Evaluation{lost / pairs, lost, pairs, std::move(gradient)};
}

}  // namespace keur::transcript
