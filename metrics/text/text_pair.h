// SPDX-License-Identifier: Apache-2.0
// Tables of text that are kept as files beside the code and compiled in (cmake/text_table.cmake).
#pragma once
#include <span>
#include <string_view>

namespace keur {

struct TextPair {
  std::string_view first, second;
};

// whisper_spellings.tsv, sorted by `first`.
std::span<const TextPair> whisper_spellings();

}  // namespace keur
