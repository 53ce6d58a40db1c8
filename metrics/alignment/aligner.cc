// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/aligner.h"

#include <algorithm>

namespace keur {
void Aligner::number(Words reference, Words output) {
  word_numbers_.start(reference.size());
  rows_.clear();
  for (const auto word : reference) rows_.push_back(word_numbers_.add(word));
  columns_.clear();
  for (const auto word : output) columns_.push_back(word_numbers_.find(word));
}

// Every cheapest way lies inside. It is all of the table where that takes less than a corridor, or
// where the guide says that the two sides are not alike.
std::span<const ColumnRange> Aligner::corridor_of_words() {
  ranges_.assign(strips_for(rows_.size()), {0, columns_.size()});
  if (std::min(rows_.size(), columns_.size()) < long_from_.words) return ranges_;
  guide_finder_.find(rows_, columns_, word_numbers_.count(), {3, 1}, guide_);
  if (2 * cost_of(guide_, rows_, columns_) > std::max(rows_.size(), columns_.size()))
    return ranges_;
  return corridor_.around(guide_, rows_, columns_, {{1, 2, 3, 4}}, {});
}

template <class Step>
void Aligner::walk(Words reference, Words output, Step step) {
  // Equal last words may go at once. The rule matches them whatever came before, and D of what is
  // left, on which the rest of the walk depends, does not look at them. Equal first words may not:
  // in "a" against "a a" the rule matches the second a.
  std::size_t i = reference.size(), j = output.size();
  for (; i > 0 && j > 0 && reference[i - 1] == output[j - 1]; --i, --j) step(Edit::match);

  if (i > 0 && j > 0) {
    number(reference.first(i), output.first(j));
    const BandedTable::Rest rest =
        table_.trace({rows_, columns_, word_numbers_.count(), corridor_of_words()}, step);
    i = rest.rows, j = rest.columns;
  }

  for (; i > 0; --i) step(Edit::remove);
  for (; j > 0; --j) step(Edit::insert);
}

std::size_t Aligner::distance(Words reference, Words output) {
  while (!reference.empty() && !output.empty() && reference.back() == output.back()) {
    reference = reference.first(reference.size() - 1);
    output = output.first(output.size() - 1);
  }
  if (reference.empty() || output.empty()) return reference.size() + output.size();
  number(reference, output);
  return table_.distance({rows_, columns_, word_numbers_.count(), corridor_of_words()},
                         std::max(rows_.size(), columns_.size()));
}

EditCounts Aligner::count(Words reference, Words output) {
  long counts[4] = {};
  walk(reference, output, [&counts](Edit edit) { ++counts[static_cast<std::size_t>(edit)]; });
  return {counts[0], counts[1], counts[2], counts[3]};
}

const std::vector<Edit>& Aligner::trace(Words reference, Words output) {
  trace_.clear();
  walk(reference, output, [this](Edit edit) { trace_.push_back(edit); });
  std::reverse(trace_.begin(), trace_.end());
  return trace_;
}

}  // namespace keur
