// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/banded_table.h"

#include <algorithm>
#include <bit>

namespace keur {

namespace {

std::ptrdiff_t sum_of(const HorizontalSteps& steps, std::size_t columns) {
  const Bits mask = columns < bits_per_word ? (Bits{1} << columns) - 1 : ~Bits{0};
  return std::popcount(steps.up & mask) - std::popcount(steps.down & mask);
}

}  // namespace

// A cell is left out when it costs more to come to it than `bound` less what the rest must cost:
// to get back to the diagonal that ends in the corner. Of 64 columns it is known what the two at
// their sides cost, and between neighbours it changes by at most one.
std::size_t BandedTable::distance(const Band& band, std::size_t most) {
  const auto rows_of_all = static_cast<std::ptrdiff_t>(band.rows.size());
  const auto columns_of_all = static_cast<std::ptrdiff_t>(band.columns.size());
  const std::ptrdiff_t surplus = columns_of_all - rows_of_all;
  const auto bound = static_cast<std::ptrdiff_t>(std::min(most, max_distance(band)));
  steps_.assign(words_for(band.columns.size()), HorizontalSteps{});

  std::ptrdiff_t corner = 0;  // D at the row above the strip and the first column of its range
  std::ptrdiff_t bottom = 0;  // that row
  std::size_t begin = 0;      // that column
  std::size_t last_alive = band.columns.size(), end_before = 0;
  for (std::size_t strip = 0;; ++strip) {
    const std::size_t next_begin = std::max(begin, band.ranges[strip].begin);
    const std::size_t end = std::min(last_alive, band.ranges[strip].end);
    if (next_begin >= end) return max_distance(band);
    const SymbolView rows = rows_of(band, strip);
    for (; begin < next_begin; begin += bits_per_word)
      corner += sum_of(steps_[begin / bits_per_word], bits_per_word);

    HorizontalSteps* const above = steps_.data() + begin / bits_per_word;
    // Beyond the range the row rises by one a step.
    for (std::size_t at = words_for(end); at < words_for(end_before); ++at)
      steps_[at] = HorizontalSteps{};
    end_before = end;
    equal_.set(rows, band.largest_symbol);
    const Strip cells{equal_, band.columns.subspan(begin, end - begin), above};
    if (strip + 1 == band.ranges.size()) {
      if (end < band.columns.size()) {
        equal_.clear(rows);
        return max_distance(band);
      }
      VerticalSteps at_end[words_per_strip];
      finish(cells, at_end);
      equal_.clear(rows);
      std::ptrdiff_t result = corner;
      for (; begin < end; begin += bits_per_word)
        result += sum_of(steps_[begin / bits_per_word], end - begin);
      for (std::size_t row = 0; row < rows.size(); row += bits_per_word)
        result += at_end[row / bits_per_word].sum(rows.size() - row);
      return static_cast<std::size_t>(result);
    }

    cross(cells, above);
    equal_.clear(rows);
    corner += static_cast<std::ptrdiff_t>(rows.size());
    bottom += static_cast<std::ptrdiff_t>(rows.size());
    const auto height = static_cast<std::ptrdiff_t>(rows_of(band, strip + 1).size());
    std::ptrdiff_t left_cost = corner, farthest = 0;
    std::size_t first_alive = end;
    for (std::size_t at = begin; at < end; at += bits_per_word) {
      const std::size_t width = std::min(bits_per_word, end - at);
      const std::ptrdiff_t right_cost = left_cost + sum_of(steps_[at / bits_per_word], width);
      const auto left = static_cast<std::ptrdiff_t>(at);
      const auto right = left + static_cast<std::ptrdiff_t>(width);
      const std::ptrdiff_t cost = (left_cost + right_cost - static_cast<std::ptrdiff_t>(width)) / 2;
      const std::ptrdiff_t diagonal = bottom + surplus;
      const std::ptrdiff_t rest = std::max<std::ptrdiff_t>({left - diagonal, diagonal - right, 0});
      left_cost = right_cost;
      if (cost + rest > bound) continue;
      first_alive = std::min(first_alive, at);
      // To the right of it cells of the next strip cost as much more as they are farther away than
      // the strip is high, and then have to get back.
      farthest = std::max(farthest, std::min(bound - cost + right + height,
                                             (bound - cost + right + diagonal + 2 * height) / 2));
    }
    last_alive = std::min(band.columns.size(),
                          words_for(static_cast<std::size_t>(farthest)) * bits_per_word);
    for (; begin < first_alive && begin + bits_per_word < end; begin += bits_per_word)
      corner += sum_of(steps_[begin / bits_per_word], bits_per_word);
    if (first_alive == end) return max_distance(band);
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
