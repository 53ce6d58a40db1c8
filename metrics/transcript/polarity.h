// SPDX-License-Identifier: Apache-2.0
// Whether a finding is affirmed, denied or doubted, in both texts, and where that turned round.
// By triggers and scopes as in NegEx (Chapman et al. 2001) and ConText (Harkema et al. 2009): a
// trigger governs what begins within six words of it, up to the end of its clause. Words that end a
// clause are the only ends known here: punctuation is gone, on purpose, because a recogniser that
// leaves out a comma has not denied anything.
//
// The rules may read a sentence wrongly; both texts are then read wrongly alike, and no flip is
// counted. A flip needs a trigger, or an opposite by prefix, that the other text does not have.
#pragma once
#include <cstdint>
#include <vector>

#include "metrics/transcript/terms.h"
#include "metrics/transcript/triggers.h"

namespace keur::transcript {

enum class Polarity { affirmed, negated, uncertain };

inline constexpr std::size_t trigger_scope = 6;  // words

// Of each occurrence. A denial outweighs a doubt.
std::vector<Polarity> polarities(Words words, const std::vector<Occurrence>& occurrences);

enum class FlipKind {
  negation_lost,   // denied in the reference, not in the output
  negation_added,  // the reverse
  certainty_flip,  // doubted against affirmed, either way
  opposite,        // hypotensie against hypertensie
};

struct Flip {
  FlipKind kind;
  WordRange reference, output;  // the concept with its trigger, or the pair of opposites
};

struct PolarityCounts {
  std::int64_t matched = 0;  // concepts at their place in both, and words that have an opposite
  std::int64_t negation_lost = 0, negation_added = 0, certainty = 0, opposites = 0;
};

struct PolarityReport {
  PolarityCounts counts;
  std::vector<Flip> flips;
};

PolarityReport compare_polarity(Words reference, Words output,
                                const std::vector<Occurrence>& in_reference,
                                const std::vector<Occurrence>& in_output,
                                const std::vector<Hit>& hits, const Layout& layout);

}  // namespace keur::transcript
