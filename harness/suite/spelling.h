// SPDX-License-Identifier: Apache-2.0
// "Did you mean": the candidate nearest to what was written.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace keur {

// The nearest candidate within two edits (one for words under five letters), ties to the earlier;
// empty when none is near. Cost: product of the lengths, for each candidate.
std::string nearest(std::string_view written, std::span<const std::string> candidates);

// "a, b, c" in the order given.
std::string listed(std::span<const std::string> words);

}  // namespace keur
