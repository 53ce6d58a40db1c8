// SPDX-License-Identifier: Apache-2.0
// Whole numbers in several words: "twee duizend vijf honderd", "one hundred and twenty-five".
#pragma once
#include <cstdint>
#include <optional>

#include "metrics/quantity/words.h"

namespace keur {

struct WholeNumber {
  std::int64_t value = 0;
  std::size_t next = 0;
};

// nullopt when no number word starts at `at`. Strict as in number_phrase.h.
std::optional<WholeNumber> read_whole_number(const Words& words, std::size_t at, bool strict);

// Whether the article at `at` is the number one, by what stands behind it.
bool article_counts(const Words& words, std::size_t at);

// Whether a unit starts at `at`.
bool starts_unit(const Words& words, std::size_t at);

}  // namespace keur
