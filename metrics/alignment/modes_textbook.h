// SPDX-License-Identifier: Apache-2.0
// The slow twin of modes.h: the whole table, and each tool's rule read out loud. For
// tests only. `rapidfuzz` without the halving of long pairs.
#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

#include "metrics/alignment/modes.h"

namespace keur {

inline EditCounts textbook_mode_counts(AlignmentMode mode, Aligner::Words reference,
                                       Aligner::Words output) {
  EditCounts counts;
  if (mode == AlignmentMode::rapidfuzz) {
    while (!reference.empty() && !output.empty() && reference.front() == output.front()) {
      reference = reference.subspan(1), output = output.subspan(1);
      ++counts.matched;
    }
    while (!reference.empty() && !output.empty() && reference.back() == output.back()) {
      reference = reference.first(reference.size() - 1), output = output.first(output.size() - 1);
      ++counts.matched;
    }
  }
  const bool sclite = mode == AlignmentMode::sclite;
  const long gap = sclite ? 3 : 1, substitution = sclite ? 4 : 1;
  std::vector<std::vector<long>> d(reference.size() + 1, std::vector<long>(output.size() + 1));
  std::vector<std::vector<char>> step = {};
  step.assign(reference.size() + 1, std::vector<char>(output.size() + 1));
  for (std::size_t i = 0; i <= reference.size(); ++i)
    for (std::size_t j = 0; j <= output.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = gap * static_cast<long>(i + j);
        step[i][j] = i == 0 ? 'I' : 'D';
        continue;
      }
      const bool equal = reference[i - 1] == output[j - 1];
      const long sub = d[i - 1][j - 1] + (equal ? 0 : substitution);
      const long del = d[i - 1][j] + gap, ins = d[i][j - 1] + gap;
      d[i][j] = std::min({sub, del, ins});
      switch (mode) {
        case AlignmentMode::sclite:
          step[i][j] = sub <= del && sub <= ins ? 'S' : del < ins ? 'D' : 'I';
          break;
        case AlignmentMode::kaldi:
          step[i][j] = sub < ins && sub < del ? 'S' : del < ins ? 'D' : 'I';
          break;
        case AlignmentMode::rapidfuzz:
          // Read off differences, as its bit vectors are.
          step[i][j] = d[i][j] == d[i - 1][j] + 1                    ? 'D'
                       : j > 1 && d[i][j - 1] == d[i - 1][j - 1] - 1 ? 'I'
                                                                     : 'S';
          break;
      }
    }
  for (std::size_t i = reference.size(), j = output.size(); i > 0 || j > 0;) {
    const char taken = step[i][j];
    if (taken == 'D') ++counts.removed;
    if (taken == 'I') ++counts.inserted;
    if (taken == 'S') ++(reference[i - 1] == output[j - 1] ? counts.matched : counts.substituted);
    if (taken != 'I') --i;
    if (taken != 'D') --j;
  }
  return counts;
}

}  // namespace keur
