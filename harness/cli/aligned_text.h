// SPDX-License-Identifier: Apache-2.0
// A reference above an output, word below word, with what happened to each word under it.
#pragma once
#include <string>

#include "harness/cli/terminal.h"
#include "metrics/core/comparison.h"

namespace keur {

// Lines of at most the terminal's width. Colour repeats what the letters S, R and I say.
// The heading of a piece is a line of its own before it.
std::string aligned_text(const Comparison& comparison, const Terminal& terminal);

}  // namespace keur
