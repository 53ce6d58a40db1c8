// SPDX-License-Identifier: Apache-2.0
// What Whisper's two normalisers have in common (openai-whisper 20250625, normalizers/), and what
// Python's regular expressions call a word and a space. Texts are valid UTF-8; places are bytes.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace keur::whisper {

// Full lower case, in no language.
std::string lower_case(std::string_view text);

// Deletes `[<\[][^>\]]*[>\]]`, from the first opening mark to the first closing mark of either
// kind, and then `\(([^)]+?)\)`, which wants something between the two: () stays.
std::string without_brackets(std::string_view text);

// `\s`: White_Space and the four information separators.
bool is_space(char32_t c);

// Whether `\w`, a letter, a number or _, ends at a place or begins there. `\b` is where one does
// and the other does not.
bool word_before(std::string_view text, std::size_t at);
bool word_at(std::string_view text, std::size_t at);

// The first place from `at` on that is no space.
std::size_t skip_space(std::string_view text, std::size_t at);

// The place behind the character at `at`; `at` itself at the end and before a line feed.
std::size_t next_character(std::string_view text, std::size_t at);

// What stands between spaces.
std::vector<std::string_view> words_of(std::string_view text);

}  // namespace keur::whisper
