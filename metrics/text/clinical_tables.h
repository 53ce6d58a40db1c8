// SPDX-License-Identifier: Apache-2.0
// What one language brings to the clinical pipeline: words and what they become. Only spellings of
// one word, never two words of which one could mean something else (ca is circa, carcinoma and
// calcium, so it stays).
#pragma once
#include <span>
#include <string_view>

namespace keur {

struct Replacement {
  std::string_view from, to;
};

// Stands for something only between certain neighbours.
struct ContextWord {
  enum class Context { before_pressure, not_before_quantity, before_body_part };
  std::string_view from, to;
  Context context;
};

struct ClinicalTables {
  std::span<const Replacement> after_apostrophe;  // 't het; the apostrophe starts the word
  std::span<const Replacement> clitics;           // z'n zijn
  std::span<const std::string_view> after_s;      // 's morgens becomes one word
  std::span<const Replacement> abbreviations;     // with dots, or without where that is safe
  std::span<const ContextWord> contexts;
  std::span<const std::string_view> body_parts;
  std::span<const std::string_view> commands;      // longest first
  std::span<const std::string_view> kept_accents;  // één: these words keep theirs
};

const ClinicalTables& clinical_dutch();
const ClinicalTables& clinical_english();

}  // namespace keur
