// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/clinical_rates.h"

#include <utility>

#include "metrics/transcript/columns.h"
#include "metrics/transcript/critical_errors.h"

namespace keur::transcript {
namespace {

// Weighted columns over one.
std::optional<Evaluation> weighted(const Row& sums,
                                   std::initializer_list<std::pair<int, double>> numerator,
                                   int denominator) {
  const double below = sums[denominator];
  if (!(below > 0)) return std::nullopt;
  double above = 0;
  Row gradient = Row::Zero(sums.size());
  for (const auto& [column, weight] : numerator) {
    above += weight * sums[column];
    gradient[column] += weight / below;
  }
  const double value = above / below;
  gradient[denominator] -= value / below;
  return Evaluation{value, above, below, std::move(gradient)};
}

}  // namespace

std::optional<Evaluation> concept_recall(const Row& sums) {
  return ratio(sums, {concepts_hit}, {concepts_said});
}

std::optional<Evaluation> concept_precision(const Row& sums) {
  return ratio(sums, {concepts_hit}, {concepts_written});
}

std::optional<Evaluation> concept_error_rate(const Row& sums) {
  return ratio(sums, {concept_words_wrong}, {concept_words});
}

std::optional<Evaluation> bag_concept_recall(const Row& sums) {
  return ratio(sums, {concepts_bag_hit}, {concepts_said});
}

std::optional<Evaluation> entity_f1_strict(const Row& sums) {
  return ratio(sums, {entities_strict, entities_strict}, {concepts_said, concepts_written});
}

std::optional<Evaluation> entity_f1_exact(const Row& sums) {
  return ratio(sums, {entities_exact, entities_exact}, {concepts_said, concepts_written});
}

std::optional<Evaluation> entity_f1_partial(const Row& sums) {
  return ratio(sums, {entities_exact, entities_exact, entities_overlapping},
               {concepts_said, concepts_written});
}

std::optional<Evaluation> entity_f1_type(const Row& sums) {
  return ratio(sums, {entities_typed, entities_typed}, {concepts_said, concepts_written});
}

std::optional<Evaluation> medication_recall(const Row& sums) {
  return ratio(sums, {medications_right}, {medications_said});
}

std::optional<Evaluation> medication_precision(const Row& sums) {
  return ratio(sums, {medications_right}, {medications_written});
}

std::optional<Evaluation> number_error_rate(const Row& sums) {
  return ratio(sums, {numbers_wrong, numbers_lost}, {numbers_said});
}

std::optional<Evaluation> negation_flip_rate(const Row& sums) {
  return ratio(sums, {negations_lost, negations_added, certainties_flipped, opposites_taken},
               {polarities_matched});
}

std::optional<Evaluation> laterality_flip_rate(const Row& sums) {
  return ratio(sums, {sides_flipped}, {sides_said});
}

std::optional<Evaluation> invented_run_words_rate(const Row& sums) {
  return ratio(sums, {invented_run_words}, {output_words});
}

std::optional<Evaluation> omitted_run_words_rate(const Row& sums) {
  return ratio(sums, {omitted_run_words}, {reference_words});
}

std::optional<Evaluation> command_accuracy(const Row& sums) {
  return ratio(sums, {commands_executed}, {commands_spoken});
}

std::optional<Evaluation> privacy_findings(const Row& sums) {
  return ratio(sums, {privacy_found}, {sentences});
}

std::optional<Evaluation> severity4_notes(const Row& sums) {
  return ratio(sums, {sentences_with_severity_4}, {sentences});
}

std::optional<Evaluation> severity4_rate(const Row& sums) {
  return ratio(sums, {findings_severity_4}, {sentences});
}

std::optional<Evaluation> severity3_rate(const Row& sums) {
  return ratio(sums, {findings_severity_3}, {sentences});
}

std::optional<Evaluation> severity4_per_concept(const Row& sums) {
  return ratio(sums, {findings_severity_4}, {concepts_said});
}

std::optional<Evaluation> weighted_severity(const Row& sums) {
  return weighted(sums,
                  {{findings_severity_1, severity_weights[0]},
                   {findings_severity_2, severity_weights[1]},
                   {findings_severity_3, severity_weights[2]},
                   {findings_severity_4, severity_weights[3]}},
                  reference_words);
}

}  // namespace keur::transcript
