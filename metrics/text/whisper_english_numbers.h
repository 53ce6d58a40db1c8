// SPDX-License-Identifier: Apache-2.0
// The number words of Whisper's English normaliser, which reads from left to right and keeps one
// number in hand: "twenty one" 21, "one oh five" 105, "two point five" 2.5, "minus five" -5.
#pragma once
#include <string>
#include <string_view>

namespace keur {

// `text` holds lower-case words. Every number is written in digits, except 1, which becomes "one".
std::string whisper_english_numbers(std::string_view text);

}  // namespace keur
