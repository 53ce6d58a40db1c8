// SPDX-License-Identifier: Apache-2.0
// Text from data, made safe inside HTML and XML: case ids, speaker names and paths are written by
// strangers. Everything a page shows that it does not itself say goes through here.
#pragma once
#include <string>
#include <string_view>

namespace keur {

// & < > " ' become references, control characters, bidirectional controls and bytes that are not
// UTF-8 become visible escapes (harness/seal/escape.h), and the two code points XML 1.0 forbids
// although they are well-formed (U+FFFE, U+FFFF) become U+FFFD. Safe as text and between quotes.
// Line breaks are controls: text that has them on purpose goes through line by line.
std::string escape_markup(std::string_view text);

// The same, with line breaks kept. For the suite file shown as it was written.
std::string escape_lines(std::string_view text);

// An element id from data: letters, digits, '-' and '.' stay, every other byte becomes _hh.
// Different names give different ids, and the result needs no quoting in a link to it.
std::string anchor(std::string_view prefix, std::string_view name);

}  // namespace keur
