// SPDX-License-Identifier: Apache-2.0
// Text in columns of a terminal: how wide it is, shortened, padded, wrapped. Input is UTF-8 that
// has been made safe already; bytes that are not UTF-8 count one column each.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace keur {

// Columns taken: 0 for combining marks, 2 for East Asian wide characters and emoji, else 1.
// An approximation of Unicode Standard Annex 11 by blocks, enough to keep columns straight.
int display_width(std::string_view text);

// At most `width` columns; what is too long loses its middle, because ids differ at both ends.
// `mark` stands where text was taken out; when even that does not fit the text is cut.
std::string elide_middle(std::string_view text, int width, std::string_view mark);

std::string pad_right(std::string_view text, int width);
std::string pad_left(std::string_view text, int width);

// Lines of at most `width` columns (at least 1), broken at spaces, inside a word only when the
// word alone is too long. Every line after the first starts with `indent` spaces. An empty text
// is one empty line.
std::vector<std::string> wrap(std::string_view text, int width, int indent = 0);

}  // namespace keur
