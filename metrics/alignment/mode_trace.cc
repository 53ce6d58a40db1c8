// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/mode_trace.h"

#include <algorithm>

#include "metrics/alignment/mode_rules.h"

namespace keur {
namespace {

using mode_rules::one_cost;

constexpr std::uint64_t unreachable = std::uint64_t{1} << 30;

// What travels along with the costs into a cell.
enum Step : std::uint64_t { diagonal, removal, insertion };

}  // namespace

std::optional<std::vector<Edit>> ModeTracer::trace(AlignmentMode mode, Words reference,
                                                   Words output) {
  const EditCounts plain = aligner_.count(reference, output);
  std::vector<std::uint32_t> left, right;
  numbers_.start(reference.size() + output.size());
  for (const auto word : reference) left.push_back(numbers_.add(word));
  for (const auto word : output) right.push_back(numbers_.add(word));
  edits_.clear();
  if (mode == AlignmentMode::rapidfuzz) {
    mode_rules::halve(
        left, right, static_cast<std::size_t>(plain.errors()), std::max(left.size(), right.size()),
        [&](std::size_t words) { edits_.insert(edits_.end(), words, Edit::match); },
        [&](SymbolView one, SymbolView other, std::size_t errors) {
          append<mode_rules::Rapidfuzz>(one, other, static_cast<long>(errors));
        });
    return edits_;
  }
  const long gaps = mode_rules::most_gaps(mode, plain);
  const auto [to_left, to_right] = mode_rules::reach(left, right, gaps);
  if (static_cast<std::size_t>(to_left + to_right + 1) > most_cells_ / (left.size() + 1))
    return std::nullopt;
  mode_rules::with_rule(mode, [&](auto rule) { append<decltype(rule)>(left, right, gaps); });
  return edits_;
}

template <class Rule>
void ModeTracer::append(SymbolView reference, SymbolView output, long most_gaps) {
  const auto rows = static_cast<long>(reference.size()), columns = static_cast<long>(output.size());
  const auto [left, right] = mode_rules::reach(reference, output, most_gaps);
  const auto width = static_cast<std::size_t>(left + right + 1);

  // Cell (i, j) stands at j - i + left of its row, so the one above it at the next place.
  steps_.resize(width * (reference.size() + 1));
  costs_.assign(width + 1, unreachable);
  for (long i = 0; i <= rows; ++i) {
    Edit* const steps = &steps_[static_cast<std::size_t>(i) * width];
    std::uint64_t before = unreachable;
    for (std::size_t place = 0; place < width; ++place) {
      const long j = static_cast<long>(place) + i - left;
      std::uint64_t& cell = costs_[place];
      if (j < 0 || j > columns) {
        cell = before = unreachable;
      } else if (i == 0 || j == 0) {
        steps[place] = i == 0 ? Edit::insert : Edit::remove;
        cell = before = Rule::gap * static_cast<std::uint64_t>(i + j);
      } else {
        const bool equal = reference[static_cast<std::size_t>(i - 1)] ==
                           output[static_cast<std::size_t>(j - 1)];
        const std::uint64_t chosen =
            Rule::choose((cell + (equal ? 0 : Rule::substitution)) * one_cost + diagonal,
                         (costs_[place + 1] + Rule::gap) * one_cost + removal,
                         (before + Rule::gap) * one_cost + insertion, equal);
        const auto step = static_cast<Step>(chosen % one_cost);
        steps[place] = step == removal     ? Edit::remove
                       : step == insertion ? Edit::insert
                       : equal             ? Edit::match
                                           : Edit::substitute;
        cell = before = chosen / one_cost;
      }
    }
  }
  const auto begin = static_cast<std::ptrdiff_t>(edits_.size());
  for (long i = rows, j = columns; i > 0 || j > 0;) {
    const Edit taken =
        steps_[static_cast<std::size_t>(i) * width + static_cast<std::size_t>(j - i + left)];
    edits_.push_back(taken);
    if (taken != Edit::insert) --i;
    if (taken != Edit::remove) --j;
  }
  std::reverse(edits_.begin() + begin, edits_.end());
}

}  // namespace keur
