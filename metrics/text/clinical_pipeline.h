// SPDX-License-Identifier: Apache-2.0
// nl-clinical-1 and en-clinical-1, step by step. Each step has a name, can be switched off and says
// how much it did; every word of the result knows where in the input it came from. The rule of each
// step stands in normaliser.h; its words in clinical_dutch.cc and clinical_english.cc.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/quantity/quantity.h"

namespace keur {

// In the order in which they are done.
enum class ClinicalStep : std::uint8_t {
  characters,
  hyphens,
  accents,
  commands,
  hesitations,
  clitics,
  abbreviations,
  quantities,
  contexts,
};
inline constexpr std::size_t clinical_step_count = 9;

struct ClinicalStepTitle {
  std::string_view id, title;
};
std::span<const ClinicalStepTitle, clinical_step_count> clinical_steps();

struct ClinicalOptions {
  Language language = Language::dutch;
  // One bit a step. Dictated commands are words like any other unless somebody says otherwise.
  std::uint32_t steps = ~(1u << static_cast<unsigned>(ClinicalStep::commands));

  bool does(ClinicalStep step) const { return steps >> static_cast<unsigned>(step) & 1u; }
  void set(ClinicalStep step, bool on) {
    const std::uint32_t bit = 1u << static_cast<unsigned>(step);
    steps = on ? steps | bit : steps & ~bit;
  }
};

struct ClinicalToken {
  std::size_t begin = 0, end = 0;                // in the normalised text
  std::size_t source_begin = 0, source_end = 0;  // in the input, at the ends of what it is made of
};

struct ClinicalText {
  std::string text;  // words with single spaces
  std::vector<ClinicalToken> tokens;
  // How many words each step changed, joined or removed.
  std::array<std::size_t, clinical_step_count> counts{};
};

// Replaces `out`. `text` is valid UTF-8. Any thread may call. A few microseconds a sentence.
void normalise_clinical(std::string_view text, const ClinicalOptions& options, ClinicalText& out);

}  // namespace keur
