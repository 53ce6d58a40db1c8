// SPDX-License-Identifier: Apache-2.0
// What Whisper's English normaliser does to a text before it looks for numbers, and to the numbers
// after that (EnglishNumberNormalizer.preprocess and .postprocess of openai-whisper 20250625).
#pragma once
#include <string>
#include <string_view>

namespace keur::whisper {

// "and a half" after a number word is "point five"; digits and letters are set apart, but for 2nd.
std::string before_numbers(std::string_view text);

// "$2 and ¢7" is "$2.07", "$0.07" is "¢7"; each 1 that stands alone is "one".
std::string after_numbers(std::string_view text);

}  // namespace keur::whisper
