// SPDX-License-Identifier: Apache-2.0
// Aligner::distance. Ukkonen 1985 ("Algorithms for approximate string matching", Information and
// Control 64:100): a way of at most k edits strays from the diagonal by at most k, so only a band
// of the table is computed; when the result does not bear out the guess for k, the next guess is
// larger. Text of up to 256 code points is one strip and takes no guess. For long text a guide
// gives the bound, and a corridor around it (corridor.h) is narrower still. What has cost too much
// already for the bound is left out on the way.
#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

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
  const std::size_t size = reference.size();
  while (!reference.empty() && !output.empty() && reference.front() == output.front()) {
    reference = reference.subspan(1);
    output = output.subspan(1);
  }
  const auto left_out = static_cast<std::uint32_t>(size - reference.size());
  std::erase_if(anchors_, [left_out](const auto& anchor) {
    return std::min(anchor.row, anchor.column) < left_out;
  });
  for (auto& [row, column] : anchors_) row -= left_out, column -= left_out;
  // The distance is symmetric; fewer rows are fewer strips.
  if (reference.size() > output.size()) {
    std::swap(reference, output);
    for (auto& [row, column] : anchors_) std::swap(row, column);
  }
  if (reference.empty()) return output.size();

  rows_.resize(reference.size());
  std::transform(reference.begin(), reference.end(), rows_.begin(), number);
  columns_.resize(output.size());
  std::transform(output.begin(), output.end(), columns_.begin(), number);

  if (rows_.size() >= long_from_.code_points) return distance_by_guide();

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

std::size_t Aligner::distance(std::string_view reference, std::string_view output,
                              std::span<const Edit> way_of_words) {
  if (std::min(reference.size(), output.size()) >= long_from_.code_points)
    find_anchors(reference, output, way_of_words);
  const std::size_t result = distance(reference, output);
  anchors_.clear();
  return result;
}

// Where equal words begin, in code points.
void Aligner::find_anchors(std::string_view reference, std::string_view output,
                           std::span<const Edit> way_of_words) {
  const auto pass_word = [](std::string_view& rest) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    return static_cast<std::uint32_t>(count_code_points(word) + 1);
  };
  std::uint32_t row = 0, column = 0;
  bool equal_before = false;  // then the anchor before leads here
  for (const Edit edit : way_of_words) {
    if (edit == Edit::match && !equal_before) anchors_.push_back({row, column});
    equal_before = edit == Edit::match;
    if (edit != Edit::insert) row += pass_word(reference);
    if (edit != Edit::remove) column += pass_word(output);
  }
}

// ranges_: all columns that a way of at most `bound` edits can reach.
void Aligner::set_band(std::size_t bound) {
  // To go `left` columns below the diagonal and still end `surplus` above it takes 2 left +
  // surplus.
  const std::size_t surplus = columns_.size() - rows_.size();
  const std::size_t left = (bound - surplus) / 2 + 1, right = left + surplus;
  ranges_.clear();
  for (std::size_t top = 0; top < rows_.size(); top += rows_per_strip) {
    const std::size_t bottom = std::min(top + rows_per_strip, rows_.size());
    ranges_.push_back({(top > left ? top - left : 0) / bits_per_word * bits_per_word,
                       std::min(columns_.size(), words_for(bottom + right) * bits_per_word)});
  }
}

// The cost of some way from corner to corner, and of a cheapest one if that costs at most `bound`.
std::size_t Aligner::distance_within(std::size_t bound) {
  set_band(bound);
  return table_.distance({rows_, columns_, most_symbols_, ranges_}, bound);
}

// The guide's cost is a bound that holds. Where the band is wide, a corridor around the guide takes
// less.
std::size_t Aligner::distance_by_guide() {
  if (anchors_.empty())
    guide_finder_.find(rows_, columns_, most_symbols_, {16, 8}, guide_);
  else
    guide_finder_.find(rows_, columns_, most_symbols_, anchors_, guide_);
  const std::size_t bound = cost_of(guide_, rows_, columns_);
  set_band(bound);
  if (bound >= long_from_.edits) {
    const auto corridor = corridor_.around(guide_, rows_, columns_, {{4, 5, 6, 8}, 64}, {});
    for (std::size_t strip = 0; strip < ranges_.size(); ++strip)
      ranges_[strip] = {std::max(ranges_[strip].begin, corridor[strip].begin),
                        std::min(ranges_[strip].end, corridor[strip].end)};
  }
  return table_.distance({rows_, columns_, most_symbols_, ranges_}, bound);
}

}  // namespace keur
