// SPDX-License-Identifier: Apache-2.0
// Text that a stranger wrote, made safe for a terminal or a log. A tool's name may hold escape
// sequences that repaint the screen, or bidirectional controls that make FAILED read as PASSED.
#pragma once
#include <string>
#include <string_view>

namespace keur {

// Control bytes (0x00-0x1F, so also line breaks, and 0x7F) and bytes that are not UTF-8 become
// \xNN; C1 controls (U+0080-009F) and bidirectional controls (U+061C, U+200E, U+200F,
// U+202A-202E, U+2066-2069) become \u{NNNN}. Everything else is kept, the backslash too: the result
// is for reading, it cannot be turned back.
std::string escape_untrusted(std::string_view text);

}  // namespace keur
