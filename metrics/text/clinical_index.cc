// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/clinical_index.h"

namespace keur {

ClinicalIndex::ClinicalIndex(const ClinicalTables& tables) : tables_(tables) {
  const auto add = [](Index& index, std::span<const Replacement> replacements) {
    for (const auto& [from, to] : replacements) index.emplace(from, to);
  };
  add(after_apostrophe_, tables.after_apostrophe);
  add(clitics_, tables.clitics);
  add(abbreviations_, tables.abbreviations);
  for (const ContextWord& word : tables.contexts) contexts_.emplace(word.from, &word);
  after_s_.insert(tables.after_s.begin(), tables.after_s.end());
  body_parts_.insert(tables.body_parts.begin(), tables.body_parts.end());
}

const ClinicalIndex& ClinicalIndex::of(Language language) {
  static const ClinicalIndex dutch(clinical_dutch()), english(clinical_english());
  return language == Language::dutch ? dutch : english;
}

std::string_view ClinicalIndex::clitic(std::string_view word, bool after_apostrophe) const {
  if (after_apostrophe)
    if (const auto found = after_apostrophe_.find(word); found != after_apostrophe_.end())
      return found->second;
  const auto found = clitics_.find(word);
  return found == clitics_.end() ? std::string_view{} : found->second;
}

std::string_view ClinicalIndex::abbreviation(std::string_view word) const {
  const auto found = abbreviations_.find(word);
  return found == abbreviations_.end() ? std::string_view{} : found->second;
}

const ContextWord* ClinicalIndex::context(std::string_view word) const {
  const auto found = contexts_.find(word);
  return found == contexts_.end() ? nullptr : found->second;
}

}  // namespace keur
