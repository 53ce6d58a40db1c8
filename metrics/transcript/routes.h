// SPDX-License-Identifier: Apache-2.0
// The ways a drug is given, Dutch and English, abbreviated or not.
#pragma once
#include <string_view>

namespace keur::transcript {

// The canonical name of the route a word means; empty when it means none.
std::string_view route_of(std::string_view word);

}  // namespace keur::transcript
