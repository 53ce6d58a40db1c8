// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/compound.h"

#include <algorithm>
#include <utility>

namespace keur {
namespace {

constexpr std::uint32_t unreachable = 1u << 30;

}  // namespace

std::vector<Merge> merges(std::span<const CompoundStep> trace) {
  std::vector<Merge> result;
  std::size_t reference_at = 0, output_at = 0;
  for (const CompoundStep& step : trace) {
    if (step.edit == CompoundEdit::merge)
      result.push_back({reference_at, step.reference_words, output_at, step.output_words});
    reference_at += step.reference_words;
    output_at += step.output_words;
  }
  return result;
}

EditCounts CompoundAligner::count_plain(Words reference, Words output) {
  is_long_ = std::min(reference.size(), output.size()) >= long_from_;
  plain_way_ = {};
  if (!is_long_) return aligner_.count(reference, output);
  const std::vector<Edit>& trace = aligner_.trace(reference, output);
  plain_way_ = trace;
  follow(trace, guide_);
  EditCounts counts;
  for (const Edit edit : trace) counts.add(edit);
  return counts;
}

bool CompoundAligner::is_inside(std::size_t row, std::size_t column) const {
  return column >= ranges_[row].first && column <= ranges_[row].last;
}

bool CompoundAligner::keep_edges_inside() {
  return std::erase_if(edges_, [this](const MergeEdge& edge) {
           return !is_inside(edge.row, edge.column) ||
                  !is_inside(edge.row - edge.rows, edge.column - edge.columns);
         }) > 0;
}

// A way that costs at most the plain errors e and is x right of the diagonal has gone right at
// least x and, to end `surplus` right of it, left at least x - surplus. Insertions and removals
// together are at most e, and merges move it no further than they could if all that end in
// different rows were made: 2 x - surplus <= e + reach. Likewise to the left. Returns whether edges
// were left out, which may make the band narrower.
bool CompoundAligner::find_band(long plain_errors) {
  std::size_t reach = 0;
  for (std::size_t at = 0; at < edges_.size();) {
    const std::uint32_t row = edges_[at].row;
    std::size_t rightwards = 0, leftwards = 0;
    for (; at < edges_.size() && edges_[at].row == row; ++at) {
      rightwards = std::max<std::size_t>(rightwards, edges_[at].columns - 1u);
      leftwards = std::max<std::size_t>(leftwards, edges_[at].rows - 1u);
    }
    reach += rightwards + leftwards;
  }
  const auto moves = static_cast<std::ptrdiff_t>(reach) + plain_errors;
  const auto columns = static_cast<std::ptrdiff_t>(output_.size());
  const auto surplus = columns - static_cast<std::ptrdiff_t>(reference_.size());
  const std::ptrdiff_t right = (moves + surplus) / 2, left = (moves - surplus) / 2;
  ranges_.clear();
  for (std::ptrdiff_t row = 0; row <= static_cast<std::ptrdiff_t>(reference_.size()); ++row)
    ranges_.push_back({static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(row - left, 0)),
                       static_cast<std::uint32_t>(std::min(row + right, columns))});
  return keep_edges_inside();
}

// The same for long pairs.
bool CompoundAligner::find_corridor() {
  merged_.assign(reference_.size(), {});
  for (const MergeEdge& edge : edges_) {
    std::uint8_t& shift = merged_[edge.row - 1].shift;
    shift = std::max(shift, static_cast<std::uint8_t>(std::max(edge.rows, edge.columns) - 1));
    for (std::size_t row = edge.row - edge.rows; row < edge.row; ++row) merged_[row].covered = true;
  }
  corridor_.around(guide_, reference_, output_, {{1, 2, 3, 4}}, ranges_, merged_);
  return keep_edges_inside();
}

// Whether a merge could be on a cheapest way.
bool CompoundAligner::find_edges(Words reference, Words output, long plain_errors) {
  if (plain_errors == 0) return false;
  edges_ = finder_.find(reference, output);
  if (edges_.empty()) return false;
  number(reference, output);
  while (!edges_.empty() && (is_long_ ? find_corridor() : find_band(plain_errors))) {
  }
  return !edges_.empty();
}

void CompoundAligner::number(Words reference, Words output) {
  word_numbers_.start(reference.size());
  reference_.clear();
  for (const auto word : reference) reference_.push_back(word_numbers_.add(word));
  output_.clear();
  for (const auto word : output) output_.push_back(word_numbers_.find(word));
}

// Each row of the table is kept by column, with nothing reachable outside its range.
void CompoundAligner::compute_row(std::size_t row) {
  const auto [first, last] = ranges_[row];
  std::uint32_t* const at = costs_of(row);
  if (row >= costs_.size())
    std::fill(at + ranges_[row - costs_.size()].first, at + first, unreachable);
  if (row == 0) {
    for (std::uint32_t column = 0; column <= last; ++column) at[column] = column;
    return;
  }
  // All that comes from the rows above, then insertions from left to right.
  const std::uint32_t* const above = costs_of(row - 1);
  const std::uint32_t word = reference_[row - 1];
  const std::uint32_t* const symbols = output_.data();
  if (first == 0) at[0] = static_cast<std::uint32_t>(row);
  const std::size_t begin = std::max<std::size_t>(first, 1), end = last + std::size_t{1};
  for (std::size_t column = begin; column < end; ++column)
    at[column] =
        std::min(above[column - 1] + (symbols[column - 1] == word ? 0u : 1u), above[column] + 1);
  const auto edges = std::equal_range(
      edges_.begin(), edges_.end(), MergeEdge{static_cast<std::uint32_t>(row), 0, 0, 0},
      [](const MergeEdge& one, const MergeEdge& other) { return one.row < other.row; });
  for (auto edge = edges.first; edge != edges.second; ++edge)
    at[edge->column] =
        std::min(at[edge->column], costs_of(row - edge->rows)[edge->column - edge->columns]);
  std::uint32_t previous = first == 0 ? at[0] : unreachable;
  for (std::size_t column = begin; column < end; ++column) {
    previous = std::min(at[column], previous + 1);
    at[column] = previous;
  }
}

// Back from the cell to the row above the block, or to the beginning. Costs of cells that one step
// connects differ by less than 128, so that their lowest bytes say whether they are as they must
// be.
void CompoundAligner::walk_block(std::size_t top, std::size_t& row, std::size_t& column) {
  const auto costs = [this](std::size_t at_row, std::size_t at_column, std::uint32_t cost) {
    return is_inside(at_row, at_column) &&
           cells_[cells_at_[at_row] + at_column - ranges_[at_row].first] ==
               static_cast<std::uint8_t>(cost);
  };
  while (row > 0 && row >= top) {
    const std::uint32_t cost = cells_[cells_at_[row] + column - ranges_[row].first];
    CompoundStep step{CompoundEdit::insert, 0, 1};
    const bool equal = column > 0 && reference_[row - 1] == output_[column - 1];
    const bool diagonal = column > 0 && costs(row - 1, column - 1, cost - (equal ? 0 : 1));
    const auto edges_here = std::equal_range(
        edges_.begin(), edges_.end(),
        MergeEdge{static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column), 0, 0},
        [](const MergeEdge& one, const MergeEdge& other) {
          return std::pair(one.row, one.column) < std::pair(other.row, other.column);
        });
    const auto merge = std::find_if(
        edges_here.first, edges_here.second,
        [&](const MergeEdge& edge) { return costs(row - edge.rows, column - edge.columns, cost); });
    if (equal && diagonal)
      step = {CompoundEdit::match, 1, 1};
    else if (merge != edges_here.second)
      step = {CompoundEdit::merge, merge->rows, merge->columns};
    else if (diagonal)
      step = {CompoundEdit::substitute, 1, 1};
    else if (costs(row - 1, column, cost - 1))
      step = {CompoundEdit::remove, 1, 0};
    trace_.push_back(step);
    row -= step.reference_words;
    column -= step.output_words;
  }
  if (row == 0)
    for (; column > 0; --column) trace_.push_back({CompoundEdit::insert, 0, 1});
}

void CompoundAligner::walk() {
  trace_.clear();
  const std::size_t rows = reference_.size() + 1;
  for (auto& costs : costs_) costs.assign(output_.size() + 1, unreachable);

  // Blocks begin with the rows that a step from their first own row can come from.
  std::vector<std::size_t> tops{0};
  std::size_t size = 0, largest = 0;
  cells_at_.resize(rows);
  const auto width = [this](std::size_t row) {
    return ranges_[row].last - ranges_[row].first + std::size_t{1};
  };
  for (std::size_t row = 0; row < rows; ++row) {
    if (size + width(row) > most_cells_ && row >= tops.back() + most_parts) {
      tops.push_back(row);
      size = 0;
      for (std::size_t before = row - most_parts; before < row; ++before) size += width(before);
    }
    size += width(row);
    largest = std::max(largest, size);
  }
  if (cells_.size() < largest) cells_.resize(largest);
  kept_costs_.resize(tops.size() * most_parts);

  const auto note = [this](std::size_t row, std::size_t& place) {
    const auto [first, last] = ranges_[row];
    cells_at_[row] = place;
    const std::uint32_t* const costs = costs_of(row);
    for (std::uint32_t column = first; column <= last; ++column)
      cells_[place++] = static_cast<std::uint8_t>(costs[column]);
  };
  const auto end_of = [&](std::size_t block) {
    return block + 1 < tops.size() ? tops[block + 1] : rows;
  };
  const auto compute = [&](std::size_t block) {
    std::size_t place = 0;
    if (block > 0)
      for (std::size_t row = tops[block] - most_parts; row < tops[block]; ++row) note(row, place);
    for (std::size_t row = tops[block]; row < end_of(block); ++row) {
      compute_row(row);
      note(row, place);
    }
  };
  for (std::size_t block = 0; block < tops.size(); ++block) {
    for (std::size_t at = 0; block > 0 && at < most_parts; ++at) {
      const std::size_t row = tops[block] - most_parts + at;
      const std::uint32_t* const costs = costs_of(row);
      kept_costs_[block * most_parts + at].assign(costs + ranges_[row].first,
                                                  costs + ranges_[row].last + 1);
    }
    compute(block);
  }

  std::size_t row = reference_.size(), column = output_.size();
  for (std::size_t block = tops.size(); block-- > 0;) {
    if (block + 1 < tops.size()) {
      for (auto& costs : costs_) std::fill(costs.begin(), costs.end(), unreachable);
      for (std::size_t at = 0; block > 0 && at < most_parts; ++at) {
        const std::size_t above = tops[block] - most_parts + at;
        const auto& kept = kept_costs_[block * most_parts + at];
        std::copy(kept.begin(), kept.end(), costs_of(above) + ranges_[above].first);
      }
      compute(block);
    }
    walk_block(tops[block], row, column);
  }
  std::reverse(trace_.begin(), trace_.end());
}

CompoundCounts CompoundAligner::count(Words reference, Words output) {
  const EditCounts plain = count_plain(reference, output);
  if (!find_edges(reference, output, plain.errors())) return {plain, plain, 0, 0};
  walk();
  CompoundCounts counts{plain, {}, 0, 0};
  for (const CompoundStep& step : trace_) switch (step.edit) {
      case CompoundEdit::match:
        ++counts.edits.matched;
        break;
      case CompoundEdit::merge:
        ++counts.forgiven;
        counts.forgiven_reference_words += step.reference_words;
        break;
      case CompoundEdit::substitute:
        ++counts.edits.substituted;
        break;
      case CompoundEdit::remove:
        ++counts.edits.removed;
        break;
      case CompoundEdit::insert:
        ++counts.edits.inserted;
        break;
    }
  return counts;
}

const std::vector<CompoundStep>& CompoundAligner::trace(Words reference, Words output) {
  if (find_edges(reference, output, count_plain(reference, output).errors())) {
    walk();
    return trace_;
  }
  trace_.clear();
  for (const Edit edit : aligner_.trace(reference, output)) switch (edit) {
      case Edit::match:
        trace_.push_back({CompoundEdit::match, 1, 1});
        break;
      case Edit::substitute:
        trace_.push_back({CompoundEdit::substitute, 1, 1});
        break;
      case Edit::remove:
        trace_.push_back({CompoundEdit::remove, 1, 0});
        break;
      case Edit::insert:
        trace_.push_back({CompoundEdit::insert, 0, 1});
        break;
    }
  return trace_;
}

}  // namespace keur
