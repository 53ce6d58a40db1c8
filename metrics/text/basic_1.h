// SPDX-License-Identifier: Apache-2.0
// The two ways through basic-1 (normaliser.h). They agree wherever the first one answers; the tests
// hold them against each other and against a plain reading of the rule.
#pragma once
#include <string>
#include <string_view>

namespace keur::basic_1 {

// By table, about a nanosecond a byte. False, and `out` of no use, when some code point is not in
// the table.
bool normalise_by_table(std::string_view text, std::string& out);

// Any text, about twenty times slower.
void normalise_by_icu(std::string_view text, std::string& out);

}  // namespace keur::basic_1
