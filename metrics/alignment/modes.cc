// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/modes.h"

#include <algorithm>

namespace keur {
namespace {

constexpr std::uint64_t one_cost = std::uint64_t{1} << 32, one_removal = 1;
constexpr std::uint64_t unreachable = std::uint64_t{1} << 62;

struct Sclite {
  static constexpr std::uint64_t substitution = 4, gap = 3;
  static std::uint64_t choose(std::uint64_t diagonal, std::uint64_t removal,
                              std::uint64_t insertion, bool) {
    const std::uint64_t d = diagonal >> 32, r = removal >> 32, i = insertion >> 32;
    return d <= r && d <= i ? diagonal : r < i ? removal : insertion;
  }
};

struct Kaldi {
  static constexpr std::uint64_t substitution = 1, gap = 1;
  static std::uint64_t choose(std::uint64_t diagonal, std::uint64_t removal,
                              std::uint64_t insertion, bool) {
    const std::uint64_t d = diagonal >> 32, r = removal >> 32, i = insertion >> 32;
    return d < r && d < i ? diagonal : r < i ? removal : insertion;
  }
};

struct Rapidfuzz {
  static constexpr std::uint64_t substitution = 1, gap = 1;
  static std::uint64_t choose(std::uint64_t diagonal, std::uint64_t removal,
                              std::uint64_t insertion, bool equal) {
    const std::uint64_t d = diagonal >> 32, r = removal >> 32, i = insertion >> 32;
    const std::uint64_t least = std::min({d, r, i});
    if (r == least) return removal;
    return d == least && (!equal || i > least) ? diagonal : insertion;
  }
};

// The value of the last cell of the table, of which only the ranges are filled, one a row; neither
// end of them falls. Only costs are compared; the count of removals travels along.
template <class Rule>
std::uint64_t last_cell(std::span<const std::uint32_t> reference,
                        std::span<const std::uint32_t> output, std::span<const RowRange> ranges,
                        std::vector<std::uint64_t>& row) {
  constexpr std::uint64_t gap = Rule::gap * one_cost;
  const std::size_t columns = output.size();
  row.assign(columns + 2, unreachable);
  for (std::size_t j = 0; j <= ranges[0].last; ++j) row[j] = j * gap;
  for (std::size_t i = 1; i <= reference.size(); ++i) {
    const std::size_t begin = ranges[i].first, end = ranges[i].last;
    std::uint64_t diagonal = begin > 0 ? row[begin - 1] : row[0];
    std::uint64_t before = unreachable;
    std::size_t j = begin;
    if (begin == 0) {
      row[0] = before = row[0] + gap + one_removal;
      j = 1;
    } else {
      std::fill(row.begin() + static_cast<std::ptrdiff_t>(ranges[i - 1].first),
                row.begin() + static_cast<std::ptrdiff_t>(begin), unreachable);
    }
    const std::uint32_t word = reference[i - 1];
    for (; j <= end; ++j) {
      const std::uint64_t above = row[j];
      const bool equal = output[j - 1] == word;
      before = Rule::choose(diagonal + (equal ? 0 : Rule::substitution * one_cost),
                            above + gap + one_removal, before + gap, equal);
      row[j] = before;
      diagonal = above;
    }
  }
  return row[columns];
}

EditCounts operator+(const EditCounts& one, const EditCounts& other) {
  return {one.matched + other.matched, one.substituted + other.substituted,
          one.removed + other.removed, one.inserted + other.inserted};
}

std::uint64_t last_cell(AlignmentMode mode, std::span<const std::uint32_t> reference,
                        std::span<const std::uint32_t> output, std::span<const RowRange> ranges,
                        std::vector<std::uint64_t>& row) {
  switch (mode) {
    case AlignmentMode::sclite:
      return last_cell<Sclite>(reference, output, ranges, row);
    case AlignmentMode::kaldi:
      return last_cell<Kaldi>(reference, output, ranges, row);
    default:
      return last_cell<Rapidfuzz>(reference, output, ranges, row);
  }
}

// distances[i]: the edit distance of the first i words of `from` and all of `to`.
std::vector<std::uint32_t> distances_of_beginnings(std::span<const std::uint32_t> from,
                                                   std::span<const std::uint32_t> to,
                                                   bool backwards) {
  const std::size_t rows = from.size();
  std::vector<std::uint32_t> source(from.begin(), from.end());
  if (backwards) std::reverse(source.begin(), source.end());
  std::vector<std::uint32_t> column(rows + 1), next(rows + 1);
  for (std::size_t i = 0; i <= rows; ++i) column[i] = static_cast<std::uint32_t>(i);
  for (std::size_t j = 0; j < to.size(); ++j) {
    const std::uint32_t word = to[backwards ? to.size() - 1 - j : j];
    next[0] = static_cast<std::uint32_t>(j + 1);
    for (std::size_t i = 1; i <= rows; ++i)
      next[i] = std::min(column[i - 1] + (source[i - 1] == word ? 0u : 1u), column[i] + 1);
    std::uint32_t before = next[0];
    for (std::size_t i = 1; i <= rows; ++i) next[i] = before = std::min(next[i], before + 1);
    column.swap(next);
  }
  return column;
}

}  // namespace

// A way with `most_gaps` removals and insertions ends `surplus` right of the diagonal, so it is
// never further right of it than half of both together.
EditCounts ModeAligner::count_in_band(AlignmentMode mode, Numbers reference, Numbers output,
                                      long most_gaps) {
  const auto rows = static_cast<long>(reference.size()), columns = static_cast<long>(output.size());
  const long right = (most_gaps + columns - rows) / 2, left = (most_gaps - columns + rows) / 2;
  ranges_.clear();
  for (long row = 0; row <= rows; ++row)
    ranges_.push_back({static_cast<std::uint32_t>(std::max(row - left, 0l)),
                       static_cast<std::uint32_t>(std::min(row + right, columns))});
  return count_in_ranges(mode, reference, output);
}

EditCounts ModeAligner::count_in_ranges(AlignmentMode mode, Numbers reference, Numbers output) {
  const auto rows = static_cast<long>(reference.size()), columns = static_cast<long>(output.size());
  const std::uint64_t cell = last_cell(mode, reference, output, ranges_, row_);
  const long removed = static_cast<long>(cell & (one_cost - 1));
  const long inserted = removed + columns - rows;
  const long cost = static_cast<long>(cell >> 32);
  const long substituted = mode == AlignmentMode::sclite ? (cost - 3 * (removed + inserted)) / 4
                                                         : cost - removed - inserted;
  return {rows - removed - substituted, substituted, removed, inserted};
}

// The first row, after the one above all words, at which a shortest way may pass from the left half
// of the output to the right one.
std::size_t ModeAligner::split_at(Numbers reference, Numbers left, Numbers right,
                                  std::size_t& left_errors, std::size_t& right_errors) {
  const auto before = distances_of_beginnings(reference, left, false);
  const auto after = distances_of_beginnings(reference, right, true);
  const std::size_t rows = reference.size();
  std::size_t best = 1;
  for (std::size_t i = 2; i <= rows; ++i)
    if (before[i] + after[rows - i] < before[best] + after[rows - best]) best = i;
  left_errors = before[best];
  right_errors = after[rows - best];
  return best;
}

EditCounts ModeAligner::count_rapidfuzz(Numbers reference, Numbers output, std::size_t errors,
                                        std::size_t bound) {
  EditCounts ends;
  const auto match_ends = [&](bool at_front) {
    while (!reference.empty() && !output.empty() &&
           (at_front ? reference.front() == output.front() : reference.back() == output.back())) {
      reference = at_front ? reference.subspan(1) : reference.first(reference.size() - 1);
      output = at_front ? output.subspan(1) : output.first(output.size() - 1);
      ++ends.matched;
    }
  };
  match_ends(true);
  match_ends(false);

  bound = std::min(bound, std::max(reference.size(), output.size()));
  const std::size_t band = std::min(reference.size(), 2 * bound + 1);
  constexpr std::size_t megabyte = 1024 * 1024;
  if (2 * band * output.size() / 8 < megabyte || reference.size() < 65 || output.size() < 10)
    return ends +
           count_in_band(AlignmentMode::rapidfuzz, reference, output, static_cast<long>(errors));
  const std::size_t middle = output.size() / 2;
  std::size_t left_errors = 0, right_errors = 0;
  const std::size_t row =
      split_at(reference, output.first(middle), output.subspan(middle), left_errors, right_errors);
  return ends +
         count_rapidfuzz(reference.first(row), output.first(middle), left_errors, left_errors) +
         count_rapidfuzz(reference.subspan(row), output.subspan(middle), right_errors,
                         right_errors);
}

EditCounts ModeAligner::count(AlignmentMode mode, Words reference, Words output) {
  // kaldi takes one of the cheapest ways, so that the cells they pass are enough for it: at each of
  // them it asks which neighbours are on a cheapest way.
  const bool in_corridor =
      mode == AlignmentMode::kaldi && std::min(reference.size(), output.size()) >= long_from_;
  EditCounts plain;
  if (in_corridor) {
    const std::vector<Edit>& trace = aligner_.trace(reference, output);
    for (const Edit edit : trace) plain.add(edit);
    follow(trace, guide_);
  } else {
    plain = aligner_.count(reference, output);
  }
  // One way only: all rules agree.
  if (plain.errors() == 0) return plain;
  word_numbers_.start(reference.size());
  reference_.clear();
  for (const auto word : reference) reference_.push_back(word_numbers_.add(word));
  output_.clear();
  for (const auto word : output) output_.push_back(word_numbers_.find(word));
  if (mode == AlignmentMode::rapidfuzz)
    return count_rapidfuzz(reference_, output_, static_cast<std::size_t>(plain.errors()),
                           std::max(reference.size(), output.size()));
  if (in_corridor) {
    corridor_.around(guide_, reference_, output_, {{1, 2, 3, 4}}, ranges_);
    return count_in_ranges(mode, reference_, output_);
  }
  // sclite's cheapest way costs no more than this one, and each of its gaps costs 3.
  const long gaps = plain.removed + plain.inserted;
  const long most_gaps =
      mode == AlignmentMode::sclite ? (3 * gaps + 4 * plain.substituted) / 3 : plain.errors();
  return count_in_band(mode, reference_, output_, most_gaps);
}

}  // namespace keur
