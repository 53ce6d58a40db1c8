// SPDX-License-Identifier: Apache-2.0
// Turns in which a stretch may read in several ways, as NIST writes them: { a / b c / @ }, word;tag
// and a backslash before what is no mark (network.h). One reading is chosen before anything is
// counted: of each speaker the one on sclite's way from the reference speaker to the output speaker
// it fits best, over all readings of both. So the words of the reference may depend on the output.
//
// Cost: what network_aligner.h says, for each pair of speakers.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "metrics/core/turns.h"
#include "metrics/text/normaliser.h"

namespace keur::conversation {

// What each turn says, normalised.
struct Readings {
  std::vector<std::string> reference, output;
};

// Every stretch between two marks is normalised by itself; an alternative of which nothing is left
// is @. A turn whose braces do not fit each other is plain text.
Readings choose_readings(std::span<const Turn> reference, std::span<const Turn> output,
                         const Normaliser& normaliser);

}  // namespace keur::conversation
