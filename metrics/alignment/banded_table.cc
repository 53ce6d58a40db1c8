// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/banded_table.h"

#include <bit>

namespace keur {

std::size_t BandedTable::distance(const Band& band) {
  steps_.assign(words_for(band.columns.size()), HorizontalSteps{});
  const auto sum_of_steps = [this](std::size_t from, std::size_t to) {
    std::ptrdiff_t sum = 0;
    for (; from < to; from += bits_per_word) {
      const HorizontalSteps& steps = steps_[from / bits_per_word];
      const Bits mask = to - from < bits_per_word ? (Bits{1} << (to - from)) - 1 : ~Bits{0};
      sum += std::popcount(steps.up & mask) - std::popcount(steps.down & mask);
    }
    return sum;
  };

  std::ptrdiff_t corner = 0;  // D at the row above the strip and the first column of its range
  std::size_t begin = 0;      // that column
  for (std::size_t strip = 0;; ++strip) {
    const auto [next_begin, end] = band.ranges[strip];
    const SymbolView rows = rows_of(band, strip);
    corner += sum_of_steps(begin, next_begin);
    begin = next_begin;

    HorizontalSteps* const above = steps_.data() + begin / bits_per_word;
    equal_.set(rows, band.largest_symbol);
    const Strip cells{equal_, band.columns.subspan(begin, end - begin), above};
    if (strip + 1 < band.ranges.size()) {
      cross(cells, above);
      equal_.clear(rows);
      corner += static_cast<std::ptrdiff_t>(rows.size());
      continue;
    }

    VerticalSteps at_end[words_per_strip];
    finish(cells, at_end);
    equal_.clear(rows);
    std::ptrdiff_t result = corner + sum_of_steps(begin, end);
    for (std::size_t row = 0; row < rows.size(); row += bits_per_word)
      result += at_end[row / bits_per_word].sum(rows.size() - row);
    return static_cast<std::size_t>(result);
  }
}

// Only the steps between strips are kept.
void BandedTable::go_down(const Band& band) {
  steps_at_.clear();
  std::size_t total = 0;
  for (const ColumnRange& range : band.ranges) {
    steps_at_.push_back(total);
    total += words_for(range.end - range.begin);
  }
  if (steps_.size() < total) steps_.resize(total);
  std::fill_n(steps_.begin(), words_for(band.ranges[0].end), HorizontalSteps{});
  for (std::size_t strip = 0; strip + 1 < band.ranges.size(); ++strip) {
    const auto [begin, end] = band.ranges[strip];
    const auto [next_begin, next_end] = band.ranges[strip + 1];
    const std::size_t width = words_for(end - begin), next = words_for(next_end - next_begin);
    below_.resize(width);
    equal_.set(rows_of(band, strip), band.largest_symbol);
    cross({equal_, band.columns.subspan(begin, end - begin), steps_.data() + steps_at_[strip]},
          below_.data());
    equal_.clear(rows_of(band, strip));

    const std::size_t left_out = (next_begin - begin) / bits_per_word;
    HorizontalSteps* const into = steps_.data() + steps_at_[strip + 1];
    std::copy(below_.begin() + static_cast<std::ptrdiff_t>(left_out), below_.end(), into);
    std::fill(into + (width - left_out), into + next, HorizontalSteps{});
  }
}

}  // namespace keur
