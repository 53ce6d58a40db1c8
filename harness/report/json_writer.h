// SPDX-License-Identifier: Apache-2.0
// Indented JSON text with shortest round-trip numbers; nlohmann's own writer prints 10.0 for 10
// and does not always find the shortest digits.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace keur {

// One space per level, members and elements on lines of their own, empty containers closed at
// once, a line break at the end. A number that is not finite becomes null, minus zero becomes 0.
std::string json_text(const nlohmann::ordered_json& document);

}  // namespace keur
