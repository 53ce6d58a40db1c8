// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/rates.h"

#include "metrics/conversation/columns.h"

namespace keur::conversation {
namespace {

std::optional<Evaluation> timed_ratio(const Row& sums, std::initializer_list<int> numerator,
                                      std::initializer_list<int> denominator) {
  if (sums[timed_outputs] != sums[timed_recordings]) return std::nullopt;
  return ratio(sums, numerator, denominator);
}

// The value of a quotient of times does not depend on their unit; a reader is shown seconds.
std::optional<Evaluation> ratio_of_times(const Row& sums, std::initializer_list<int> numerator) {
  auto evaluation = timed_ratio(sums, numerator, {reference_time});
  constexpr double microseconds = 1'000'000;
  if (evaluation) {
    evaluation->numerator /= microseconds;
    evaluation->denominator /= microseconds;
  }
  return evaluation;
}

}  // namespace

std::optional<Evaluation> cp_word_error_rate(const Row& sums) {
  return ratio(sums, {substituted, removed, inserted}, {reference_words});
}

std::optional<Evaluation> cp_removal_rate(const Row& sums) {
  return ratio(sums, {removed}, {reference_words});
}

std::optional<Evaluation> cp_insertion_rate(const Row& sums) {
  return ratio(sums, {inserted}, {reference_words});
}

std::optional<Evaluation> tcp_word_error_rate(const Row& sums) {
  return timed_ratio(sums, {timed_substituted, timed_removed, timed_inserted},
                     {timed_reference_words});
}

std::optional<Evaluation> orc_word_error_rate(const Row& sums) {
  return ratio(sums, {orc_substituted, orc_removed, orc_inserted}, {reference_words});
}

std::optional<Evaluation> overlap_word_error_rate(const Row& sums) {
  return timed_ratio(sums, {overlap_substituted, overlap_removed, overlap_inserted},
                     {overlap_reference_words});
}

std::optional<Evaluation> overlap_left_out_rate(const Row& sums) {
  return timed_ratio(sums, {overlap_left_out_words},
                     {overlap_reference_words, overlap_left_out_words});
}

std::optional<Evaluation> diarisation_error_rate(const Row& sums) {
  return ratio_of_times(sums, {missed_time, false_alarm_time, confused_time});
}

std::optional<Evaluation> missed_speech_rate(const Row& sums) {
  return ratio_of_times(sums, {missed_time});
}

std::optional<Evaluation> false_alarm_rate(const Row& sums) {
  return ratio_of_times(sums, {false_alarm_time});
}

std::optional<Evaluation> confusion_rate(const Row& sums) {
  return ratio_of_times(sums, {confused_time});
}

std::optional<Evaluation> jaccard_error_rate(const Row& sums) {
  return timed_ratio(sums, {jaccard_error_sum}, {jaccard_speakers});
}

std::optional<Evaluation> speaker_count_error(const Row& sums) {
  return ratio(sums, {speaker_count_difference}, {reference_speakers});
}

std::optional<Evaluation> wrong_speaker_count_rate(const Row& sums) {
  return ratio(sums, {recordings_with_other_speaker_count}, {recordings});
}

}  // namespace keur::conversation
