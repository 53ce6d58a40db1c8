// SPDX-License-Identifier: Apache-2.0
// What the tests of the clinical counts share: two texts laid along each other, and small lists.
#pragma once
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/core/term_list.h"
#include "metrics/text/normaliser.h"
#include "metrics/text/tokens.h"
#include "metrics/transcript/layout.h"
#include "metrics/transcript/terms.h"
#include "tests/catch.h"

namespace keur::transcript {

// Two texts after basic-1, and everything that is found by laying them along each other.
struct Pair {
  std::string reference_text, output_text;
  std::vector<std::string_view> reference, output;
  Layout layout;

  Pair(std::string_view said, std::string_view written) {
    const Normaliser& normaliser = *find_normaliser("basic-1");
    normaliser.normalise(said, reference_text);
    normaliser.normalise(written, output_text);
    split(reference_text, reference);
    split(output_text, output);
    Aligner aligner;
    layout = lay_out(reference, output, aligner.trace(reference, output));
  }
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;
};

// The words of a range, for messages and expectations.
inline std::string said(const std::vector<std::string_view>& words, const WordRange& range) {
  std::string text;
  for (std::size_t i = range.first; i < range.last; ++i)
    text += (text.empty() ? "" : " ") + std::string(words[i]);
  return text;
}

inline TermList terms_of(std::vector<Concept> concepts, std::string language = "nl") {
  return {std::move(language), std::move(concepts)};
}

inline nlohmann::json cases_of(const std::string& vector) {
  std::ifstream file(KEUR_SOURCE_DIR "/fixtures/vectors/" + vector + ".json");
  REQUIRE(file.good());
  return nlohmann::json::parse(file).at("cases");
}

}  // namespace keur::transcript
