// SPDX-License-Identifier: Apache-2.0
// The numbers of Whisper's English normaliser (EnglishNumberNormalizer of openai-whisper 20250625),
// which reads words from left to right and keeps one number in hand: "twenty one" 21, "one oh five"
// 105, "two point five" 2.5, "minus five" -5, "two dollars and seven cents" $2.07. A quirk is kept
// as well: every 1 between word boundaries becomes "one", so 1.5 is one.5.
#pragma once
#include <string>
#include <string_view>

namespace keur {

// `text` holds lower-case words. Every number is written in digits.
std::string whisper_english_numbers(std::string_view text);

}  // namespace keur
