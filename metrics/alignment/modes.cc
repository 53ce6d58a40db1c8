// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/modes.h"

#include <algorithm>

#include "metrics/alignment/mode_rules.h"

namespace keur {
namespace {

using mode_rules::one_cost;

constexpr std::uint64_t one_removal = 1;
constexpr std::uint64_t unreachable = std::uint64_t{1} << 62;

// The value of the last cell of the table, of which only the ranges are filled, one a row; neither
// end of them falls. Only costs are compared; the count of removals travels along.
template <class Rule>
std::uint64_t last_cell(SymbolView reference, SymbolView output, std::span<const RowRange> ranges,
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

}  // namespace

EditCounts ModeAligner::count_in_band(AlignmentMode mode, SymbolView reference, SymbolView output,
                                      long most_gaps) {
  const auto rows = static_cast<long>(reference.size()), columns = static_cast<long>(output.size());
  const auto [left, right] = mode_rules::reach(reference, output, most_gaps);
  ranges_.clear();
  for (long row = 0; row <= rows; ++row)
    ranges_.push_back({static_cast<std::uint32_t>(std::max(row - left, 0l)),
                       static_cast<std::uint32_t>(std::min(row + right, columns))});
  return count_in_ranges(mode, reference, output);
}

EditCounts ModeAligner::count_in_ranges(AlignmentMode mode, SymbolView reference,
                                        SymbolView output) {
  const auto rows = static_cast<long>(reference.size()), columns = static_cast<long>(output.size());
  const std::uint64_t cell = mode_rules::with_rule(mode, [&](auto rule) {
    return last_cell<decltype(rule)>(reference, output, ranges_, row_);
  });
  const long removed = static_cast<long>(cell & (one_cost - 1));
  const long inserted = removed + columns - rows;
  const long cost = static_cast<long>(cell >> 32);
  const long substituted = mode == AlignmentMode::sclite ? (cost - 3 * (removed + inserted)) / 4
                                                         : cost - removed - inserted;
  return {rows - removed - substituted, substituted, removed, inserted};
}

EditCounts ModeAligner::count_rapidfuzz(SymbolView reference, SymbolView output,
                                        std::size_t errors) {
  EditCounts counts;
  mode_rules::halve(
      reference, output, errors, std::max(reference.size(), output.size()),
      [&](std::size_t words) { counts.matched += static_cast<long>(words); },
      [&](SymbolView one, SymbolView other, std::size_t its_errors) {
        counts += count_in_band(AlignmentMode::rapidfuzz, one, other, static_cast<long>(its_errors));
      });
  return counts;
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
    return count_rapidfuzz(reference_, output_, static_cast<std::size_t>(plain.errors()));
  if (in_corridor) {
    corridor_.around(guide_, reference_, output_, {{1, 2, 3, 4}}, ranges_);
    return count_in_ranges(mode, reference_, output_);
  }
  return count_in_band(mode, reference_, output_, mode_rules::most_gaps(mode, plain));
}

}  // namespace keur
