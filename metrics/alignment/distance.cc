// SPDX-License-Identifier: Apache-2.0
// Aligner::distance. Ukkonen 1985 ("Algorithms for approximate string matching", Information and
// Control 64:100): a way of at most k edits strays from the diagonal by at most k, so only a band
// of the table is computed; when the result does not bear out the guess for k, the next guess is
// larger. Text of up to 256 code points is one strip and takes no guess.
#include <algorithm>
#include <bit>
#include <utility>

#include "metrics/alignment/aligner.h"
#include "metrics/text/eight_bytes.h"
#include "metrics/text/tokens.h"

namespace keur {
namespace {

bool is_ascii(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8)
    if (load_eight(text.data() + at) & top_bits) return false;
  for (; at < text.size(); ++at)
    if (static_cast<unsigned char>(text[at]) >= 0x80) return false;
  return true;
}

}  // namespace

// `number` gives a symbol its number, below most_symbols_ when all have one.
template <class Symbol, class Number>
std::size_t Aligner::distance_of(std::span<const Symbol> reference, std::span<const Symbol> output,
                                 Number number) {
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

  rows_.resize(reference.size());
  std::transform(reference.begin(), reference.end(), rows_.begin(), number);
  columns_.resize(output.size());
  std::transform(output.begin(), output.end(), columns_.begin(), number);

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

std::size_t Aligner::distance(std::span<const char32_t> reference,
                              std::span<const char32_t> output) {
  return distance_of(reference, output, [this](char32_t c) {
    const std::uint32_t number = code_point_numbers_.number(c);
    most_symbols_ = code_point_numbers_.count();
    return number;
  });
}

std::size_t Aligner::distance(std::string_view reference, std::string_view output) {
  if (is_ascii(reference) && is_ascii(output)) {
    most_symbols_ = 0x80;
    return distance_of(std::span<const char>(reference), std::span<const char>(output),
                       [](char c) { return static_cast<std::uint32_t>(c); });
  }
  code_points(reference, reference_points_);
  code_points(output, output_points_);
  return distance(std::span<const char32_t>(reference_points_),
                  std::span<const char32_t>(output_points_));
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
    equal_.set(strip_rows, most_symbols_);
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
