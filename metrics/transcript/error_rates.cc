// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/error_rates.h"

#include "metrics/transcript/columns.h"

namespace keur::transcript {

std::optional<Evaluation> word_error_rate(const Row& sums) {
  return ratio(sums, {substituted, removed, inserted}, {reference_words});
}

std::optional<Evaluation> compound_tolerant_word_error_rate(const Row& sums) {
  return ratio(sums, {compound_errors}, {reference_words});
}

std::optional<Evaluation> character_error_rate(const Row& sums) {
  return ratio(sums, {character_errors}, {reference_characters});
}

std::optional<Evaluation> sentence_error_rate(const Row& sums) {
  return ratio(sums, {sentences_with_error}, {sentences});
}

std::optional<Evaluation> substitution_rate(const Row& sums) {
  return ratio(sums, {substituted}, {reference_words});
}

std::optional<Evaluation> removal_rate(const Row& sums) {
  return ratio(sums, {removed}, {reference_words});
}

std::optional<Evaluation> insertion_rate(const Row& sums) {
  return ratio(sums, {inserted}, {reference_words});
}

std::optional<Evaluation> match_error_rate(const Row& sums) {
  return ratio(sums, {substituted, removed, inserted}, {matched, substituted, removed, inserted});
}

std::optional<Evaluation> mean_utterance_word_error_rate(const Row& sums) {
  return ratio(sums, {utterance_wer_sum}, {utterances_with_words});
}

}  // namespace keur::transcript
