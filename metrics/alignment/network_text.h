// SPDX-License-Identifier: Apache-2.0
// The notation of network.h in a text as it was given, and the same text with its words normalised.
//
// What stands between two pieces of notation is normalised by itself. An alternative of which the
// normaliser leaves nothing (uh, with nl-clinical-1) is @. Against sclite's notation two characters
// are text here, because they hide some where nobody meant it: ; begins no tag, and * is not
// dropped. A word with a digit is never a fragment: -5 stands for no 15. And a slash between digits
// within braces is a fault: a pressure there is written 120\/80, alternatives 1 / 2.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "metrics/alignment/network.h"
#include "metrics/text/normaliser.h"

namespace keur {

// What is wrong with the notation, and at which byte; nullopt where nothing is. The options have no
// tags, here and below.
std::optional<NetworkError> network_text_fault(std::string_view text, const NetworkOptions& options);

// The notation of a text without a fault, its words normalised.
std::string normalised_network_text(std::string_view text, const Normaliser& normaliser,
                                    const NetworkOptions& options);

// Of a text without a fault.
WordNetwork network_of(std::string_view text, const NetworkOptions& options);

}  // namespace keur
