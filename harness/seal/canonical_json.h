// SPDX-License-Identifier: Apache-2.0
// The canonical form of a JSON value: RFC 8785 (JSON Canonicalization Scheme), for values whose
// numbers are integers. Fractions travel as decimal strings, so no two programs round differently.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "harness/seal/refusal.h"

namespace keur {

// Members sorted by their names as UTF-16, no white space, the shortest escapes. E_STATEMENT for a
// floating-point number, an integer beyond 2^53 - 1, a string that is not UTF-8, binary data, or
// more levels than strict_json.h reads. Read back with strict_json.h it gives the same value.
Checked<std::string> canonical_json(const nlohmann::json& value);

}  // namespace keur
