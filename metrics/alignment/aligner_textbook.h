// SPDX-License-Identifier: Apache-2.0
// The slow twin of aligner.h: the whole table (Wagner and Fischer 1974), then the tie rule read
// out loud. For tests only.
#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

#include "metrics/alignment/aligner.h"

namespace keur {

using Table = std::vector<std::vector<std::size_t>>;

template <class Sequence>
Table edit_table(const Sequence& reference, const Sequence& output) {
  Table d(reference.size() + 1, std::vector<std::size_t>(output.size() + 1));
  for (std::size_t i = 0; i <= reference.size(); ++i)
    for (std::size_t j = 0; j <= output.size(); ++j) {
      if (i == 0 || j == 0)
        d[i][j] = i + j;
      else
        d[i][j] = std::min({d[i - 1][j - 1] + (reference[i - 1] == output[j - 1] ? 0 : 1),
                            d[i - 1][j] + 1, d[i][j - 1] + 1});
    }
  return d;
}

template <class Sequence>
std::vector<Edit> textbook_trace(const Sequence& reference, const Sequence& output) {
  const Table d = edit_table(reference, output);
  std::vector<Edit> trace;
  std::size_t i = reference.size(), j = output.size();
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && reference[i - 1] == output[j - 1]) {
      trace.push_back(Edit::match);
      --i, --j;
    } else if (i > 0 && j > 0 && d[i - 1][j - 1] + 1 == d[i][j]) {
      trace.push_back(Edit::substitute);
      --i, --j;
    } else if (i > 0 && d[i - 1][j] + 1 == d[i][j]) {
      trace.push_back(Edit::remove);
      --i;
    } else {
      trace.push_back(Edit::insert);
      --j;
    }
  }
  std::reverse(trace.begin(), trace.end());
  return trace;
}

}  // namespace keur
