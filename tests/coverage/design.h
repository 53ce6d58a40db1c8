// SPDX-License-Identifier: Apache-2.0
// Made-up studies whose true value is known: speakers with rates of their own around it, and words
// that are wrong at that rate.
#pragma once
#include <cstdint>
#include <vector>

namespace keur {

enum class Sizes {
  alike,     // 300 words a speaker: 20 utterances of 15 words
  uneven,    // log-normal around 300 with a spread of 0.8 on the log scale: 60 to 1,100, mostly
  one_large  // one speaker says as much as all the others
};

struct Design {
  const char* name;
  double rate;  // the true error rate, the mean over speakers
  Sizes sizes;
};

// Rates of speakers follow a gamma distribution with a coefficient of variation of 0.5, as in
// fixtures/vectors/evidence_coverage_simulation.json.
inline constexpr double between_speakers = 0.5;
inline constexpr double words_a_speaker = 300;

struct Speaker {
  double errors, words;
};

// The same study for the same number, on every machine: the engine is the standard's, the
// distributions are Boost's.
std::vector<Speaker> study(const Design& design, int speakers, std::uint64_t number);

}  // namespace keur
