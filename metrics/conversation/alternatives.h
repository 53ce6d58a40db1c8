// SPDX-License-Identifier: Apache-2.0
// Turns in which a stretch may read in several ways, { a / b c / @ } (alignment/network_text.h).
// One reading is chosen before anything is counted: of each speaker the one on sclite's way from
// the reference speaker to the output speaker it fits best, over all readings of both. So the words
// of the reference may depend on the output.
//
// Cost: what network_aligner.h says, for each pair of speakers.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "metrics/core/turns.h"
#include "metrics/text/normaliser.h"

namespace keur::conversation {

// "turn 3: this brace is never closed", of the first turn whose notation is wrong.
std::optional<std::string> notation_fault(std::span<const Turn> turns);

// What each turn says, normalised.
struct Readings {
  std::vector<std::string> reference, output;
};

// No turn may have a fault.
Readings choose_readings(std::span<const Turn> reference, std::span<const Turn> output,
                         const Normaliser& normaliser);

}  // namespace keur::conversation
