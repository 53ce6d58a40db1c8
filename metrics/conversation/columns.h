// SPDX-License-Identifier: Apache-2.0
// What one recording adds to the sums of the conversation family. Words are those the normaliser
// leaves. All are whole numbers but jaccard_error_sum; times are in microseconds.
#pragma once
#include <vector>

#include "metrics/core/metric.h"

namespace keur::conversation {

enum : int {
  recordings,       // 1
  reference_words,  // matched + substituted + removed
  output_words,     // matched + substituted + inserted
  // speakers.h, cpWER: every speaker of the reference against the one of the output that fits best.
  matched,
  substituted,
  removed,
  inserted,
  // ORC WER: every utterance of the reference where it fits best.
  orc_substituted,
  orc_removed,
  orc_inserted,
  orc_exact,  // 1 if these are proved to be the fewest
  // Who has times: of the reference all turns; of the output all turns too, in such a recording.
  timed_recordings,
  timed_outputs,
  // tcpWER, and the rest: in recordings where both have times.
  timed_reference_words,
  timed_substituted,
  timed_removed,
  timed_inserted,
  // diarisation.h: time of each speaker that is scored, added up over speakers.
  reference_time,
  missed_time,
  false_alarm_time,
  confused_time,
  // 1 - time in common / time of either, over the speakers of the reference; rounded to a multiple
  // of 2^-30, so that sums do not depend on their order.
  jaccard_error_sum,
  jaccard_speakers,  // with time that is scored
  // Who said a word or took time.
  reference_speakers,
  output_speakers,
  speaker_count_difference,  // of these two
  recordings_with_other_speaker_count,
  plain_column_count,

  // stretches.h, overlap.h: all speakers of a stretch against the one stream of the output. Only
  // where a suite sets overlap_limit, and in recordings where both sides have times.
  overlap_reference_words = plain_column_count,  // of stretches that are compared
  overlap_substituted,
  overlap_removed,
  overlap_inserted,
  overlap_left_out_words,  // of the reference, in stretches with more speakers than the limit
  column_count
};

// Ids and titles in the order above.
std::vector<Column> columns();

}  // namespace keur::conversation
