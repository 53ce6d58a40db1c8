// SPDX-License-Identifier: Apache-2.0
// The tables of a language, to look up.
#pragma once
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "metrics/quantity/quantity.h"
#include "metrics/text/clinical_tables.h"

namespace keur {

class ClinicalIndex {
 public:
  static const ClinicalIndex& of(Language language);

  const ClinicalTables& tables() const { return tables_; }

  // Empty or nullptr: the word is not in the table.
  std::string_view clitic(std::string_view word, bool after_apostrophe) const;
  std::string_view abbreviation(std::string_view word) const;
  const ContextWord* context(std::string_view word) const;

  bool goes_after_s(std::string_view word) const { return after_s_.count(word) != 0; }
  bool is_body_part(std::string_view word) const { return body_parts_.count(word) != 0; }

 private:
  explicit ClinicalIndex(const ClinicalTables& tables);

  using Index = std::unordered_map<std::string_view, std::string_view>;
  const ClinicalTables& tables_;
  Index after_apostrophe_, clitics_, abbreviations_;
  std::unordered_map<std::string_view, const ContextWord*> contexts_;
  std::unordered_set<std::string_view> after_s_, body_parts_;
};

}  // namespace keur
