// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/columns.h"

namespace keur::conversation {

std::vector<Column> columns() {
  return {
      {"recordings", "recordings"},
      {"reference_words", "reference words"},
      {"output_words", "output words"},
      {"matched", "matched"},
      {"substituted", "substituted"},
      {"removed", "removed"},
      {"inserted", "inserted"},
      {"orc_substituted", "substituted whoever spoke"},
      {"orc_removed", "removed whoever spoke"},
      {"orc_inserted", "inserted whoever spoke"},
      {"orc_exact", "recordings where those are proved fewest"},
      {"timed_recordings", "recordings with times"},
      {"timed_outputs", "outputs with times"},
      {"timed_reference_words", "reference words with times"},
      {"timed_substituted", "substituted in time"},
      {"timed_removed", "removed in time"},
      {"timed_inserted", "inserted in time"},
      {"reference_time", "reference microseconds"},
      {"missed_time", "missed microseconds"},
      {"false_alarm_time", "false alarm microseconds"},
      {"confused_time", "confused microseconds"},
      {"jaccard_error_sum", "Jaccard errors of speakers"},
      {"jaccard_speakers", "speakers with time"},
      {"reference_speakers", "reference speakers"},
      {"output_speakers", "output speakers"},
      {"speaker_count_difference", "speakers too many or too few"},
      {"recordings_with_other_speaker_count", "recordings with too many or too few speakers"},
      {"overlap_reference_words", "reference words of all at once"},
      {"overlap_substituted", "substituted of all at once"},
      {"overlap_removed", "removed of all at once"},
      {"overlap_inserted", "inserted of all at once"},
      {"overlap_left_out_words", "reference words of too many at once"},
  };
}

}  // namespace keur::conversation
