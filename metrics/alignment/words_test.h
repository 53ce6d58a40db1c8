// SPDX-License-Identifier: Apache-2.0
// The words of a text, for the tests of this folder. They lie in the text.
#pragma once
#include <string_view>
#include <vector>

#include "metrics/text/tokens.h"

namespace keur {

inline std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  split(text, words);
  return words;
}

}  // namespace keur
