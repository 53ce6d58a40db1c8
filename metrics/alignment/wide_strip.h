// SPDX-License-Identifier: Apache-2.0
// A strip of four words of rows (bit_strip.h) in one 256-bit register, where the processor has
// AVX2: each word is two columns behind the one above it, so that the step of a word is there when
// the one below needs it. The same bits as bit_strip.h, in half the time.
#pragma once
#include "metrics/alignment/bit_strip.h"

namespace keur {

bool has_wide_strips();

// A strip of four words and any number of columns. The last column into `at_end`; the steps of the
// lowest row into `below`, which may be `strip.above`, or nullptr.
void run_wide(const Strip& strip, VerticalSteps* at_end, HorizontalSteps* below);

inline void run(const Strip& strip, VerticalSteps* at_end, HorizontalSteps* below) {
  if (strip.equal.words() == words_per_strip && has_wide_strips())
    run_wide(strip, at_end, below);
  else
    run_by_words(strip, at_end, below);
}

// The steps of the strip's lowest row into `below`, which may be `above`.
inline void cross(const Strip& strip, HorizontalSteps* below) {
  VerticalSteps at_end[words_per_strip];
  run(strip, at_end, below);
}

// The strip's last column into `at_end`.
inline void finish(const Strip& strip, VerticalSteps (&at_end)[words_per_strip]) {
  run(strip, at_end, nullptr);
}

}  // namespace keur
