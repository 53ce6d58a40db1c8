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

template <class Step>
void Aligner::walk(Words reference, Words output, Step step) {
  // Equal last words may go at once. The rule matches them whatever came before, and D of what is
  // left, on which the rest of the walk depends, does not look at them. Equal first words may not:
  // in "a" against "a a" the rule matches the second a.
  std::size_t i = reference.size(), j = output.size();
  for (; i > 0 && j > 0 && reference[i - 1] == output[j - 1]; --i, --j) step(Edit::match);

  if (i > 0 && j > 0) {
    number(reference.first(i), output.first(j));
    const std::span<const std::uint32_t> rows = rows_, columns = columns_;
    const auto rows_of = [rows](std::size_t strip) {
      const std::size_t top = strip * rows_per_strip;
      return rows.subspan(top, std::min(rows_per_strip, rows.size() - top));
    };

    // Down: only the steps between strips are kept.
    const std::size_t strips = (i + rows_per_strip - 1) / rows_per_strip;
    const std::size_t width = words_for(j);
    if (steps_.size() < strips * width) steps_.resize(strips * width);
    std::fill_n(steps_.begin(), width, HorizontalSteps{});
    for (std::size_t strip = 0; strip + 1 < strips; ++strip) {
      HorizontalSteps* const above = steps_.data() + strip * width;
      equal_.set(rows_of(strip), word_numbers_.count());
      cross({equal_, columns, above}, above + width);
      equal_.clear(rows_of(strip));
    }

    // Up: each strip once more, with all its cells, as far right as the way enters it.
    for (std::size_t strip = strips; strip-- > 0 && j > 0;) {
      const std::size_t top = strip * rows_per_strip;
      equal_.set(rows_of(strip), word_numbers_.count());
      const std::size_t words = equal_.words();
      if (cells_.size() < j * words) cells_.resize(j * words);
      record({equal_, columns.first(j), steps_.data() + strip * width}, cells_.data());
      equal_.clear(rows_of(strip));

      while (i > top && j > 0) {
        const std::size_t row = i - 1 - top;
        const Cells& cells = cells_[(j - 1) * words + row / bits_per_word];
        const auto bit = [row](Bits bits) { return (bits >> (row % bits_per_word) & 1) != 0; };
        if (rows[i - 1] == columns[j - 1]) {
          step(Edit::match);
          --i, --j;
        } else if (!bit(cells.diagonal_equal)) {
          step(Edit::substitute);
          --i, --j;
        } else if (bit(cells.vertical_up)) {
          step(Edit::remove);
          --i;
        } else {
          step(Edit::insert);
          --j;
        }
      }
    }
  }

  for (; i > 0; --i) step(Edit::remove);
  for (; j > 0; --j) step(Edit::insert);
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
