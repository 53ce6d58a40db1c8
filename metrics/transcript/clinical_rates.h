// SPDX-License-Identifier: Apache-2.0
// The clinical metrics as functions of column sums. All are ratios of sums over utterances; each is
// nullopt when its denominator is 0: no concept said is no recall, neither 0 nor 1.
#pragma once
#include <optional>

#include "metrics/core/metric.h"

namespace keur::transcript {

// terms.h. Recall: hits / said. Precision: hits / written. Bag recall: the larger or equal of the
// two recalls. Error rate: words of concepts wrong / words of concepts; can exceed 1.
std::optional<Evaluation> concept_recall(const Row& sums);
std::optional<Evaluation> concept_precision(const Row& sums);
std::optional<Evaluation> concept_error_rate(const Row& sums);
std::optional<Evaluation> bag_concept_recall(const Row& sums);

// entities.h. 2 correct / (said + written); for partial half a point for each that overlaps.
std::optional<Evaluation> entity_f1_strict(const Row& sums);
std::optional<Evaluation> entity_f1_exact(const Row& sums);
std::optional<Evaluation> entity_f1_partial(const Row& sums);
std::optional<Evaluation> entity_f1_type(const Row& sums);

// medication.h. Tuples right in every part / tuples said, and / tuples written.
std::optional<Evaluation> medication_recall(const Row& sums);
std::optional<Evaluation> medication_precision(const Row& sums);

// numbers.h. 1 - matched / said = (wrong + lost) / said. Spurious numbers are a column of their
// own.
std::optional<Evaluation> number_error_rate(const Row& sums);

// polarity.h, laterality.h.
std::optional<Evaluation> negation_flip_rate(const Row& sums);
std::optional<Evaluation> laterality_flip_rate(const Row& sums);

// runs.h. Invented words / output words; omitted words / reference words.
std::optional<Evaluation> invented_run_words_rate(const Row& sums);
std::optional<Evaluation> omitted_run_words_rate(const Row& sums);

// spoken_commands.h, privacy.h.
std::optional<Evaluation> command_accuracy(const Row& sums);
std::optional<Evaluation> privacy_findings(const Row& sums);

// critical_errors.h. The last two: findings of severity 4 / concepts said; sum of weight x
// findings / reference words, the weights being severity_weights. Both can exceed 1.
std::optional<Evaluation> severity4_notes(const Row& sums);
std::optional<Evaluation> severity4_rate(const Row& sums);
std::optional<Evaluation> severity3_rate(const Row& sums);
std::optional<Evaluation> severity4_per_concept(const Row& sums);
std::optional<Evaluation> weighted_severity(const Row& sums);

}  // namespace keur::transcript
