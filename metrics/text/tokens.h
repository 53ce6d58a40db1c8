// SPDX-License-Identifier: Apache-2.0
// The two ways in which normalised text is counted: as words and as code points.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace keur {

// Replaces `words` by views of the words in `text`, which stand between single spaces, as a
// normaliser leaves them. Empty text has no words. The views live as long as the text.
void split(std::string_view text, std::vector<std::string_view>& words);

// Replaces `points` by the code points of `text` (valid UTF-8), spaces among them.
void code_points(std::string_view text, std::vector<char32_t>& points);

// How many code points `text` (valid UTF-8) has.
std::size_t count_code_points(std::string_view text);

}  // namespace keur
