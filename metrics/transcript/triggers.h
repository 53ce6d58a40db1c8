// SPDX-License-Identifier: Apache-2.0
// The words that turn a finding into its opposite, into a doubt, or to the other side: Dutch and
// English in one table each, since the two do not collide in a way that matters here and dictation
// mixes them. Written as a normaliser leaves them: small letters, no punctuation.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "metrics/transcript/layout.h"

namespace keur::transcript {

enum class TriggerKind {
  negation_before,  // geen koorts: what follows is denied
  negation_after,   // koorts afwezig: what comes before is denied
  doubt_before,     // mogelijk pneumonie
  doubt_after,      // pneumonie niet uitgesloten
  pseudo,           // geen verandering: not a negation of a finding
  clause_end,       // maar, echter: no trigger reaches beyond
};

struct Trigger {
  TriggerKind kind;
  WordRange words;
};

// Longest first, no overlap, in the order of the text.
std::vector<Trigger> find_triggers(Words words);

// Whether the word alone denies: geen, niet, without. For words no concept is near.
bool is_negation(std::string_view word);

enum class Opposite { denies, affirms, swaps };

// What the second word is to the first where the two are opposites by a prefix: stabiel against
// instabiel denies, instabiel against stabiel affirms, hypotensie against hypertensie swaps.
// Inflected forms count (stabiele, instabiele).
std::optional<Opposite> opposite(std::string_view from, std::string_view to);

}  // namespace keur::transcript
