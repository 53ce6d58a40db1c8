// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/compound.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace keur {
namespace {

constexpr std::uint32_t unreachable = 1u << 30;
// A merge looks back four rows and, in the coordinates of the band, three columns either way.
constexpr std::size_t rows_in_front = most_parts, margin = most_parts;

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

// A way that costs at most the plain errors e and is x right of the diagonal has gone right at
// least x and, to end `surplus` right of it, left at least x - surplus. Insertions and removals
// together are at most e, and merges move it no further than they could if all that end in
// different rows were made: 2 x - surplus <= e + reach. Likewise to the left.
void CompoundAligner::set_band(long plain_errors) {
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
  const auto surplus =
      static_cast<std::ptrdiff_t>(output_.size()) - static_cast<std::ptrdiff_t>(reference_.size());
  right_ = static_cast<std::size_t>((moves + surplus) / 2);
  left_ = static_cast<std::size_t>((moves - surplus) / 2);
}

// Whether a merge could be on a cheapest way. Leaves out those outside the band, which may make the
// band narrower.
bool CompoundAligner::find_edges(Words reference, Words output, long plain_errors) {
  if (plain_errors == 0) return false;
  edges_ = finder_.find(reference, output);
  if (edges_.empty()) return false;
  number(reference, output);
  for (std::size_t before = edges_.size() + 1; before != edges_.size();) {
    before = edges_.size();
    set_band(plain_errors);
    std::erase_if(edges_, [this](const MergeEdge& edge) {
      const auto outside = [this](std::size_t row, std::size_t column) {
        return column + left_ < row || column > row + right_;
      };
      return outside(edge.row, edge.column) ||
             outside(edge.row - edge.rows, edge.column - edge.columns);
    });
  }
  return !edges_.empty();
}

void CompoundAligner::number(Words reference, Words output) {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  const auto numbered = [&numbers](Words words, std::vector<std::uint32_t>& into) {
    into.clear();
    for (const auto word : words)
      into.push_back(
          numbers.emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second);
  };
  numbered(reference, reference_);
  numbered(output, output_);
}

// Column j of row i stands at j - i + left_ + margin.
std::uint32_t* CompoundAligner::cells_of(std::size_t row) {
  return rows_.data() + (row + rows_in_front - block_ * block_rows_) * stride_;
}

void CompoundAligner::compute_row(std::size_t row) {
  std::uint32_t* const cells = cells_of(row);
  std::fill_n(cells, stride_, unreachable);
  const std::size_t columns = output_.size();
  const std::size_t begin = row > left_ ? row - left_ : 0, end = std::min(columns, row + right_);
  if (begin > columns) return;
  std::uint32_t* const at = cells + margin + left_;  // + column - row
  const auto offset = [row](std::size_t column) {
    return static_cast<std::ptrdiff_t>(column) - static_cast<std::ptrdiff_t>(row);
  };
  if (row == 0) {
    for (std::size_t column = 0; column <= end; ++column)
      at[offset(column)] = static_cast<std::uint32_t>(column);
    return;
  }
  if (begin == 0) at[offset(0)] = static_cast<std::uint32_t>(row);

  // All that comes from the rows above, then insertions from left to right.
  const std::uint32_t* const above = cells_of(row - 1) + margin + left_;
  const std::uint32_t word = reference_[row - 1];
  const std::size_t first = std::max<std::size_t>(begin, 1);
  const std::uint32_t* const symbols = output_.data() + first - 1;
  const std::ptrdiff_t from = offset(first);
  const std::size_t count = end + 1 - std::min(first, end + 1);
  for (std::size_t k = 0; k < count; ++k) {
    const std::ptrdiff_t here = from + static_cast<std::ptrdiff_t>(k);
    at[here] = std::min(above[here] + (symbols[k] == word ? 0u : 1u), above[here + 1] + 1);
  }
  const auto edges = std::equal_range(
      edges_.begin(), edges_.end(), MergeEdge{static_cast<std::uint32_t>(row), 0, 0, 0},
      [](const MergeEdge& one, const MergeEdge& other) { return one.row < other.row; });
  for (auto edge = edges.first; edge != edges.second; ++edge) {
    const std::uint32_t* const source = cells_of(row - edge->rows) + margin + left_;
    const std::ptrdiff_t here = offset(edge->column);
    at[here] = std::min(at[here], source[here + edge->rows - edge->columns]);
  }
  std::uint32_t previous = at[from - 1];
  for (std::size_t k = 0; k < count; ++k) {
    std::uint32_t& here = at[from + static_cast<std::ptrdiff_t>(k)];
    previous = std::min(here, previous + 1);
    here = previous;
  }
}

// The rows in front are expected to be those above the block.
void CompoundAligner::compute_block(std::size_t block) {
  block_ = block;
  const std::size_t end = std::min((block + 1) * block_rows_, reference_.size() + 1);
  for (std::size_t row = block * block_rows_; row < end; ++row) compute_row(row);
}

// Back from the cell to the row above the block, or to the beginning.
std::size_t CompoundAligner::walk_block(std::size_t block, std::size_t row, std::size_t& column) {
  const std::size_t top = block * block_rows_;
  while (row >= top && (row > 0 || column > 0)) {
    const std::uint32_t* const at = cells_of(row) + margin + left_;
    const auto here = static_cast<std::ptrdiff_t>(column) - static_cast<std::ptrdiff_t>(row);
    const std::uint32_t cost = at[here];
    CompoundStep step{CompoundEdit::insert, 0, 1};
    if (row > 0) {
      const std::uint32_t* const above = cells_of(row - 1) + margin + left_;
      const bool equal = column > 0 && reference_[row - 1] == output_[column - 1];
      const bool diagonal = column > 0 && above[here] + (equal ? 0 : 1) == cost;
      const auto merge = std::find_if(
          std::lower_bound(
              edges_.begin(), edges_.end(), std::pair(row, column),
              [](const MergeEdge& edge, const std::pair<std::size_t, std::size_t>& cell) {
                return std::pair<std::size_t, std::size_t>(edge.row, edge.column) < cell;
              }),
          edges_.end(), [&](const MergeEdge& edge) {
            return edge.row != row || edge.column != column ||
                   cells_of(row -
                            edge.rows)[margin + left_ +
                                       static_cast<std::size_t>(here + edge.rows - edge.columns)] ==
                       cost;
          });
      if (equal && diagonal)
        step = {CompoundEdit::match, 1, 1};
      else if (merge != edges_.end() && merge->row == row && merge->column == column)
        step = {CompoundEdit::merge, merge->rows, merge->columns};
      else if (diagonal)
        step = {CompoundEdit::substitute, 1, 1};
      else if (above[here + 1] + 1 == cost)
        step = {CompoundEdit::remove, 1, 0};
    }
    trace_.push_back(step);
    row -= step.reference_words;
    column -= step.output_words;
  }
  return row;
}

void CompoundAligner::walk() {
  trace_.clear();
  stride_ = left_ + right_ + 1 + 2 * margin;
  const std::size_t rows = reference_.size() + 1;
  block_rows_ = std::min(rows, std::max(most_cells_ / stride_, rows_in_front));
  const std::size_t blocks = (rows + block_rows_ - 1) / block_rows_;
  const std::size_t front = rows_in_front * stride_;
  if (rows_.size() < front + block_rows_ * stride_) rows_.resize(front + block_rows_ * stride_);
  kept_rows_.resize((blocks - 1) * front);

  for (std::size_t block = 0; block < blocks; ++block) {
    compute_block(block);
    if (block + 1 == blocks) break;
    std::uint32_t* const kept = kept_rows_.data() + block * front;
    std::copy_n(rows_.data() + block_rows_ * stride_, front, kept);
    std::copy_n(kept, front, rows_.data());
  }
  std::size_t row = reference_.size(), column = output_.size();
  for (std::size_t block = blocks; block-- > 0;) {
    if (block + 1 < blocks) {
      if (block > 0) std::copy_n(kept_rows_.data() + (block - 1) * front, front, rows_.data());
      compute_block(block);
    }
    row = walk_block(block, row, column);
  }
  std::reverse(trace_.begin(), trace_.end());
}

CompoundCounts CompoundAligner::count(Words reference, Words output, const EditCounts& plain) {
  if (!find_edges(reference, output, plain.errors())) return {plain, 0, 0};
  walk();
  CompoundCounts counts;
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

CompoundCounts CompoundAligner::count(Words reference, Words output) {
  return count(reference, output, aligner_.count(reference, output));
}

const std::vector<CompoundStep>& CompoundAligner::trace(Words reference, Words output) {
  if (find_edges(reference, output, aligner_.count(reference, output).errors())) {
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
