// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/columns.h"

namespace keur::transcript {

std::vector<Column> columns() {
  return {
      {"matched", "matched words"},
      {"substituted", "substituted words"},
      {"removed", "removed words"},
      {"inserted", "inserted words"},
      {"reference_words", "reference words"},
      {"output_words", "output words"},
      {"character_errors", "character errors"},
      {"reference_characters", "reference characters"},
      {"sentences", "utterances"},
      {"sentences_with_error", "utterances with a word error"},
      {"utterances_with_words", "utterances with a reference word"},
      {"utterance_wer_sum", "sum of word error rates of single utterances"},
  };
}

}  // namespace keur::transcript
