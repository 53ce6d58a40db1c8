// SPDX-License-Identifier: Apache-2.0
// Aligner::distance. Ukkonen 1985 ("Algorithms for approximate string matching", Information and
// Control 64:100): a way of at most k edits strays from the diagonal by at most k, so only a band
// of the table is computed; when the result does not bear out the guess for k, the next guess is
// larger. Text of up to 256 code points is one strip and takes no guess.
#include <algorithm>
#include <bit>
#include <utility>

#include "metrics/text/alignment.h"

namespace keur {

std::size_t Aligner::distance(std::span<const char32_t> reference,
                              std::span<const char32_t> output) {
  // Shared ends never cost anything, on either side.
  while (!reference.empty() && !output.empty() && reference.back() == output.back()) {
    reference = reference.first(reference.size() - 1);
    output = output.first(output.size() - 1);
  }
  while (!reference.empty() && !output.empty() && reference.front() == output.front()) {
    reference = reference.subspan(1);
    output = output.subspan(1);
  }
  // The distance is symmetric; fewer rows are fewer strips.
  if (reference.size() > output.size()) std::swap(reference, output);
  if (reference.empty()) return output.size();

  rows_.clear();
  for (const char32_t c : reference) rows_.push_back(code_point_numbers_.number(c));
  columns_.clear();
  for (const char32_t c : output) columns_.push_back(code_point_numbers_.number(c));

  std::size_t bound = rows_.size() <= rows_per_strip
                          ? columns_.size()
                          : columns_.size() - rows_.size() + 2 * rows_per_strip;
  for (;;) {
    const std::size_t found = distance_within(bound);
    if (found <= bound) return found;
    // A way of `found` edits exists, so that is always a bound that holds.
    bound = std::min(found, 4 * bound);
  }
}

// The cost of some way from corner to corner, and of a cheapest one if that costs at most `bound`.
// What lies outside the band is taken to rise by one a step, as along a way of edits alone.
std::size_t Aligner::distance_within(std::size_t bound) {
  const std::span<const std::uint32_t> rows = rows_, columns = columns_;
  // To go `left` columns below the diagonal and still end `surplus` above it takes 2 left +
  // surplus.
  const std::size_t surplus = columns.size() - rows.size();
  const std::size_t left = (bound - surplus) / 2 + 1, right = left + surplus;

  steps_.assign(words_for(columns.size()), HorizontalSteps{});
  const auto sum_of_steps = [this](std::size_t from, std::size_t to) {
    std::ptrdiff_t sum = 0;
    for (; from < to; from += bits_per_word) {
      const HorizontalSteps& steps = steps_[from / bits_per_word];
      const Bits mask = to - from < bits_per_word ? (Bits{1} << (to - from)) - 1 : ~Bits{0};
      sum += std::popcount(steps.up & mask) - std::popcount(steps.down & mask);
    }
    return sum;
  };

  std::ptrdiff_t corner = 0;  // D at the row above the strip and the first column of the band
  std::size_t begin = 0;      // that column, a multiple of 64
  for (std::size_t top = 0;; top += rows_per_strip) {
    const auto strip_rows = rows.subspan(top, std::min(rows_per_strip, rows.size() - top));
    const std::size_t bottom = top + strip_rows.size();
    const std::size_t next_begin = (top > left ? top - left : 0) / bits_per_word * bits_per_word;
    corner += sum_of_steps(begin, next_begin);
    begin = next_begin;
    const std::size_t end = std::min(columns.size(), words_for(bottom + right) * bits_per_word);

    HorizontalSteps* const above = steps_.data() + begin / bits_per_word;
    equal_.set(strip_rows, code_point_numbers_.count());
    const Strip strip{equal_, columns.subspan(begin, end - begin), above};
    if (bottom < rows.size()) {
      cross(strip, above);
      equal_.clear(strip_rows);
      corner += static_cast<std::ptrdiff_t>(strip_rows.size());
      continue;
    }

    VerticalSteps at_end[words_per_strip];
    finish(strip, at_end);
    equal_.clear(strip_rows);
    std::ptrdiff_t result = corner + sum_of_steps(begin, end);
    for (std::size_t row = 0; row < strip_rows.size(); row += bits_per_word)
      result += at_end[row / bits_per_word].sum(strip_rows.size() - row);
    return static_cast<std::size_t>(result);
  }
}

}  // namespace keur
