// SPDX-License-Identifier: Apache-2.0
// The transcript family: what a speech recogniser wrote against what was said.
#include "metrics/core/family.h"

#include <stdexcept>

#include "metrics/transcript/columns.h"
#include "metrics/transcript/counter.h"
#include "metrics/transcript/metric_tables.h"

namespace keur {
namespace {

constexpr std::string_view normalise = "normalise";

const Normaliser& chosen_normaliser(const Settings& settings) {
  const Normaliser* found = find_normaliser(settings.choice(normalise));
  if (found == nullptr) throw std::logic_error("a transcript task without a valid `normalise`");
  return *found;
}

std::unique_ptr<Counter> counter(const Settings& settings) {
  return std::make_unique<transcript::TranscriptCounter>(chosen_normaliser(settings),
                                                         settings.terms);
}

std::vector<std::string> warnings(const Settings& settings) {
  const std::string_view warning = chosen_normaliser(settings).warning;
  if (warning.empty()) return {};
  return {std::string(warning)};
}

std::vector<std::string_view> normaliser_ids() {
  std::vector<std::string_view> ids;
  for (const Normaliser* normaliser : all_normalisers()) ids.push_back(normaliser->id);
  return ids;
}

std::vector<Metric> metrics() {
  std::vector<Metric> all = transcript::word_metrics();
  for (const Metric& metric : transcript::clinical_metrics()) all.push_back(metric);
  return all;
}

std::size_t columns_counted(const Settings& settings) {
  return static_cast<std::size_t>(settings.terms.empty() ? transcript::word_column_count
                                                         : transcript::column_count);
}

}  // namespace

const Family& transcript_family() {
  static const Family family{
      .kind = "transcript",
      .title = "what was said against what was written down",
      .case_fields = {{"reference", "the field that holds what was said", true}},
      .output_fields = {{"text", "the field that holds what the tool wrote", true}},
      .choices = {{normalise, "what makes two written forms the same word", normaliser_ids(),
                   true}},
      .columns = transcript::columns(),
      .metrics = metrics(),
      .counter = counter,
      .warnings = warnings,
      .takes_terms = true,
      .columns_counted = columns_counted,
  };
  return family;
}

}  // namespace keur
