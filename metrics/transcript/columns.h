// SPDX-License-Identifier: Apache-2.0
// What one utterance adds to the sums of the transcript family. Words are those the normaliser
// leaves; characters are the code points of the same text, the single spaces between words among
// them. All are whole numbers but utterance_wer_sum. What stands after it is counted only where the
// suite names a list of clinical terms.
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
  // The same words once more, with another spelling of a compound forgiven (compound.h).
  compound_errors,     // substituted + removed + inserted
  compounds_forgiven,  // places where that made a difference
  word_column_count,

  // terms.h: occurrences of concepts, and the words of them.
  concepts_said = word_column_count,
  concepts_written,
  concepts_hit,      // the same concept at the same place
  concepts_bag_hit,  // the smaller number of the two texts, over concepts
  concept_words,
  concept_words_wrong,
  // entities.h: the same occurrences, paired.
  entities_strict,
  entities_exact,
  entities_overlapping,  // not exact
  entities_typed,
  // medication.h: tuples of drug, doses, frequency and route.
  medications_said,
  medications_written,
  medications_right,
  // numbers.h: said = right + wrong + lost.
  numbers_said,
  numbers_wrong,
  numbers_lost,
  numbers_spurious,
  // polarity.h.
  polarities_matched,
  negations_lost,
  negations_added,
  certainties_flipped,
  opposites_taken,
  // laterality.h.
  sides_said,
  sides_flipped,
  sides_lost,
  sides_added,
  // runs.h.
  invented_runs,
  invented_run_words,
  omitted_runs,
  omitted_run_words,
  // spoken_commands.h.
  commands_spoken,
  commands_executed,
  privacy_found,  // privacy.h
  // critical_errors.h: findings by severity, and 1 if there is one of severity 4.
  findings_severity_1,
  findings_severity_2,
  findings_severity_3,
  findings_severity_4,
  sentences_with_severity_4,
  column_count
};

// Ids and titles in the order above.
std::vector<Column> columns();

}  // namespace keur::transcript
