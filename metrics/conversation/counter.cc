// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/counter.h"

#include <cmath>
#include <string>

#include "metrics/conversation/alternatives.h"
#include "metrics/conversation/columns.h"
#include "metrics/conversation/side_by_side.h"
#include "metrics/conversation/stretches.h"

namespace keur::conversation {
namespace {

std::string_view text_of(Fields fields) {
  const bool present = !fields.empty() && fields.front().has_value();
  return present ? *fields.front() : std::string_view();
}

void put(Row& row, int column, std::int64_t count) { row[column] = static_cast<double>(count); }

void put_words(Row& row, const Conversation& recording, SpeakerAligner& aligner) {
  const std::vector<Stream> reference = recording.reference.streams(),
                            output = recording.output.streams();
  const EditCounts cp = aligner.cp(reference, output).edits;
  put(row, matched, cp.matched);
  put(row, substituted, cp.substituted);
  put(row, removed, cp.removed);
  put(row, inserted, cp.inserted);
  put(row, reference_words, cp.matched + cp.substituted + cp.removed);
  put(row, output_words, cp.matched + cp.substituted + cp.inserted);

  std::vector<Stream> utterances;
  for (const Utterance& utterance : recording.reference.utterances)
    utterances.push_back(utterance.said.words);
  const auto exact = aligner.orc_exact(utterances, output, most_orc_cells);
  const EditCounts orc = exact ? exact->edits : aligner.orc_greedy(utterances, output).edits;
  put(row, orc_substituted, orc.substituted);
  put(row, orc_removed, orc.removed);
  put(row, orc_inserted, orc.inserted);
  put(row, orc_exact, exact ? 1 : 0);
}

void put_times(Row& row, const Conversation& recording, const Rules& rules,
               SpeakerAligner& aligner) {
  if (!recording.reference.timed) return;
  put(row, timed_recordings, 1);
  if (!recording.output.timed) return;
  put(row, timed_outputs, 1);
  const EditCounts tcp = aligner
                             .tcp(recording.reference.spoken_streams(),
                                  recording.output.spoken_streams(), rules.collar)
                             .edits;
  put(row, timed_reference_words, tcp.matched + tcp.substituted + tcp.removed);
  put(row, timed_substituted, tcp.substituted);
  put(row, timed_removed, tcp.removed);
  put(row, timed_inserted, tcp.inserted);

  const DiarisationCounts times = compare_speakers(
      recording.reference.turns, recording.output.turns, rules.diarisation, recording.scored);
  // Collars are whole milliseconds, so half microseconds come in pairs.
  put(row, reference_time, times.reference / 2);
  put(row, missed_time, times.missed / 2);
  put(row, false_alarm_time, times.false_alarm / 2);
  put(row, confused_time, times.confused / 2);
  constexpr double unit = 1073741824;  // 2^30
  row[jaccard_error_sum] = std::round(times.jaccard_error_sum * unit) / unit;
  put(row, jaccard_speakers, static_cast<std::int64_t>(times.jaccard_speakers));
}

// Where people who speak at once say too much for the table, which is a fault where it is asked,
// their words are left out too.
void put_overlap(Row& row, const Conversation& recording, std::size_t limit,
                 OverlapAligner& aligner) {
  if (!recording.reference.timed || !recording.output.timed) return;
  const Stretches stretches = cut_into_stretches(recording);
  EditCounts sum;
  sum.inserted = static_cast<long>(stretches.outside);
  std::size_t left_out = 0;
  for (const Stretch& stretch : stretches.scored) {
    const auto edits = stretch.reference.size() > limit
                           ? std::nullopt
                           : aligner.count(stretch.reference, stretch.output);
    if (!edits) {
      for (const Stream& words : stretch.reference) left_out += words.size();
      continue;
    }
    sum += *edits;
  }
  put(row, overlap_reference_words, sum.matched + sum.substituted + sum.removed);
  put(row, overlap_substituted, sum.substituted);
  put(row, overlap_removed, sum.removed);
  put(row, overlap_inserted, sum.inserted);
  put(row, overlap_left_out_words, static_cast<std::int64_t>(left_out));
}

void put_speakers(Row& row, const Conversation& recording) {
  const auto said = static_cast<std::int64_t>(recording.reference.speaker_count()),
             written = static_cast<std::int64_t>(recording.output.speaker_count());
  put(row, reference_speakers, said);
  put(row, output_speakers, written);
  put(row, speaker_count_difference, std::abs(said - written));
  put(row, recordings_with_other_speaker_count, said == written ? 0 : 1);
}

}  // namespace

Conversation ConversationCounter::read(Fields reference, Fields output) const {
  return read_conversation(text_of(reference), text_of(output), *rules_.normaliser,
                           rules_.alternatives);
}

std::optional<TextFault> ConversationCounter::fault(Fields fields) const {
  if (!rules_.alternatives) return std::nullopt;
  const auto turns = read_turns(text_of(fields));
  auto message = turns ? notation_fault(*turns) : std::nullopt;
  if (!message) return std::nullopt;
  return TextFault{0, 0, *std::move(message),
                   "alternatives are written { a / b c / @ }; before a brace or slash that is text "
                   "stands a backslash"};
}

std::optional<TextFault> ConversationCounter::reference_fault(Fields reference) const {
  return fault(reference);
}

std::optional<TextFault> ConversationCounter::output_fault(Fields output) const {
  return fault(output);
}

std::optional<TextFault> ConversationCounter::case_fault(Fields reference, Fields output) const {
  if (!rules_.overlap_limit) return std::nullopt;
  const Conversation recording = read(reference, output);
  if (!recording.reference.timed || !recording.output.timed) return std::nullopt;
  for (const Stretch& stretch : cut_into_stretches(recording).scored) {
    if (stretch.reference.size() > *rules_.overlap_limit ||
        overlap_cells(stretch.reference, stretch.output) <= most_overlap_cells)
      continue;
    std::string words;
    for (const Stream& stream : stretch.reference)
      words += (words.empty() ? "" : ", ") + std::to_string(stream.size());
    return TextFault{
        0, 0,
        "from second " + std::to_string(stretch.start / 1'000'000) + " on " +
            std::to_string(stretch.reference.size()) + " people speak with hardly a pause, " +
            words + " words, against " + std::to_string(stretch.output.size()) +
            ": too much to compare at once",
        "the product of these numbers, each one more, may be " +
            std::to_string(most_overlap_cells) +
            ": leave more people out with a lower overlap_limit, or cut the turns where nobody "
            "else speaks",
        true};
  }
  return std::nullopt;
}

Row ConversationCounter::count(Fields reference, Fields output) const {
  const Conversation recording = read(reference, output);
  // Counters are shared between threads; what they write on is not.
  thread_local SpeakerAligner aligner;
  thread_local OverlapAligner overlap_aligner;
  Row row = Row::Zero(rules_.overlap_limit ? column_count : plain_column_count);
  put(row, recordings, 1);
  put_words(row, recording, aligner);
  put_times(row, recording, rules_, aligner);
  put_speakers(row, recording);
  if (rules_.overlap_limit) put_overlap(row, recording, *rules_.overlap_limit, overlap_aligner);
  return row;
}

Examination ConversationCounter::examine(Fields reference, Fields output) const {
  Examination all;
  all.comparison = side_by_side(read(reference, output));
  return all;
}

}  // namespace keur::conversation
