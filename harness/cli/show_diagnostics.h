// SPDX-License-Identifier: Apache-2.0
// Diagnostics as a compiler shows them: file, line, column, the line itself, a caret, a label, a
// hint. The first line of each can be clicked and searched for.
#pragma once
#include <map>
#include <string>

#include "harness/cli/terminal.h"
#include "metrics/core/diagnostic.h"

namespace keur {

// Files whose lines may be shown, by the name used in the spans. Data files are never among them:
// their lines hold what patients said.
using SourceTexts = std::map<std::string, std::string>;

inline constexpr std::size_t most_shown = 20;
// Of those with the same file, code and message.
inline constexpr std::size_t most_alike = 5;

// Ends with a line that counts them: "4 errors; nothing was judged".
std::string show_diagnostics(const Diagnostics& problems, const SourceTexts& sources,
                             const Terminal& terminal);

}  // namespace keur
