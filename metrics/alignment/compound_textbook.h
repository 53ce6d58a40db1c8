// SPDX-License-Identifier: Apache-2.0
// The slow twin of compound.h: the whole table, every merge tried by joining the words.
// For tests only.
#pragma once
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "metrics/alignment/compound.h"

namespace keur {

inline std::string joined_without_hyphens(std::span<const std::string_view> words) {
  std::string result;
  for (const auto word : words)
    for (const char letter : word)
      if (letter != '-') result += letter;
  return result;
}

inline std::vector<CompoundStep> textbook_compound_trace(Aligner::Words reference,
                                                         Aligner::Words output,
                                                         IsNumberWord is_number_word) {
  struct Cell {
    std::size_t cost = 0;
    CompoundStep step{CompoundEdit::match, 0, 0};
  };
  std::vector<std::vector<Cell>> table(reference.size() + 1, std::vector<Cell>(output.size() + 1));
  for (std::size_t i = 0; i <= reference.size(); ++i)
    for (std::size_t j = 0; j <= output.size(); ++j) {
      if (i == 0 && j == 0) continue;
      bool first = true;
      const auto offer = [&](CompoundStep step, std::size_t cost) {
        const std::size_t total =
            table[i - step.reference_words][j - step.output_words].cost + cost;
        if (first || total < table[i][j].cost) table[i][j] = {total, step};
        first = false;
      };
      // In the order of preference: a later one has to be cheaper.
      const bool both = i > 0 && j > 0;
      const bool equal = both && reference[i - 1] == output[j - 1];
      if (equal) offer({CompoundEdit::match, 1, 1}, 0);
      for (std::size_t k = 2; k <= 4; ++k) {
        const auto span = static_cast<unsigned char>(k);
        const auto allowed = [&](Aligner::Words parts, std::string_view whole) {
          return may_merge(parts, is_number_word) &&
                 joined_without_hyphens(parts) == joined_without_hyphens({&whole, 1});
        };
        if (i > 0 && j >= k && allowed(output.subspan(j - k, k), reference[i - 1]))
          offer({CompoundEdit::merge, 1, span}, 0);
        if (j > 0 && i >= k && allowed(reference.subspan(i - k, k), output[j - 1]))
          offer({CompoundEdit::merge, span, 1}, 0);
      }
      if (both && !equal) offer({CompoundEdit::substitute, 1, 1}, 1);
      if (i > 0) offer({CompoundEdit::remove, 1, 0}, 1);
      if (j > 0) offer({CompoundEdit::insert, 0, 1}, 1);
    }
  std::vector<CompoundStep> trace;
  for (std::size_t i = reference.size(), j = output.size(); i > 0 || j > 0;) {
    trace.push_back(table[i][j].step);
    i -= trace.back().reference_words;
    j -= trace.back().output_words;
  }
  std::reverse(trace.begin(), trace.end());
  return trace;
}

}  // namespace keur
