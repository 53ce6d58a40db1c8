// SPDX-License-Identifier: Apache-2.0
// What Whisper's two normalisers have in common (openai/whisper, normalizers/ at c0d2f62).
#pragma once
#include <string>
#include <string_view>

namespace keur::whisper {

// Full lower case, in no language.
std::string lower_case(std::string_view text);

// Deletes `[<\[][^>\]]*[>\]]`, from the first opening mark to the first closing mark of either
// kind, and then `\(([^)]+?)\)`, which wants something between the two: () stays.
std::string without_brackets(std::string_view text);

}  // namespace keur::whisper
