// SPDX-License-Identifier: Apache-2.0
// What one utterance adds to the sums of the transcript family. Words are those the normaliser
// leaves; characters are the code points of the same text, the single spaces between words among
// them. All are whole numbers but the last.
#pragma once
#include <vector>

#include "metrics/core/metric.h"

namespace keur::transcript {

enum : int {
  matched,           // reference words found in the output
  substituted,       // reference words with another word in their place
  removed,           // reference words with nothing in their place
  inserted,          // output words that stand for no reference word
  reference_words,   // matched + substituted + removed
  output_words,      // matched + substituted + inserted
  character_errors,  // fewest edits of characters from reference to output
  reference_characters,
  sentences,              // 1
  sentences_with_error,   // 1 if substituted + removed + inserted > 0
  utterances_with_words,  // 1 if the reference has a word
  // Errors / reference words of this utterance, 0 if the reference has none; rounded to a multiple
  // of 2^-30, so that sums do not depend on their order (exact up to a sum of 2^23).
  utterance_wer_sum,
  column_count
};

// Ids and titles in the order above.
std::vector<Column> columns();

}  // namespace keur::transcript
