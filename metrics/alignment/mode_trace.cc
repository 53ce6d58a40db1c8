// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/mode_trace.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace keur {
namespace {

constexpr std::uint32_t unreachable = std::uint32_t{1} << 30;

// The step into a cell, of what the three cost. A match is a substitution of equal words.
Edit step(AlignmentMode mode, std::uint32_t diagonal, std::uint32_t removal,
          std::uint32_t insertion, bool equal) {
  const Edit beside = equal ? Edit::match : Edit::substitute;
  const Edit gap = removal < insertion ? Edit::remove : Edit::insert;
  switch (mode) {
    case AlignmentMode::sclite:
      return diagonal <= removal && diagonal <= insertion ? beside : gap;
    case AlignmentMode::kaldi:
      return diagonal < removal && diagonal < insertion ? beside : gap;
    default: {
      const std::uint32_t least = std::min({diagonal, removal, insertion});
      if (removal == least) return Edit::remove;
      return diagonal == least && (!equal || insertion > least) ? beside : Edit::insert;
    }
  }
}

// distances[i]: the edit distance of the first i words of `from` and all of `to`, both read from
// the end where `backwards`.
std::vector<std::size_t> distances(SymbolView from, SymbolView to, bool backwards) {
  const auto at = [backwards](SymbolView words, std::size_t i) {
    return words[backwards ? words.size() - 1 - i : i];
  };
  std::vector<std::size_t> column(from.size() + 1);
  std::iota(column.begin(), column.end(), std::size_t{0});
  for (std::size_t j = 0; j < to.size(); ++j) {
    std::size_t diagonal = column[0];
    ++column[0];
    for (std::size_t i = 1; i <= from.size(); ++i) {
      const std::size_t beside = diagonal + (at(from, i - 1) == at(to, j) ? 0 : 1);
      diagonal = column[i];
      column[i] = std::min({beside, column[i] + 1, column[i - 1] + 1});
    }
  }
  return column;
}

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
    append_halved(left, right, static_cast<std::size_t>(plain.errors()),
                  std::max(left.size(), right.size()));
    return edits_;
  }
  // The bands of modes.cc: no way that the rule can take leaves them.
  const long most_gaps = mode == AlignmentMode::sclite
                             ? (3 * (plain.removed + plain.inserted) + 4 * plain.substituted) / 3
                             : plain.errors();
  if (!append(mode, left, right, most_gaps, most_cells_)) return std::nullopt;
  return edits_;
}

bool ModeTracer::append(AlignmentMode mode, SymbolView reference, SymbolView output,
                        long most_gaps, std::size_t most_cells) {
  const auto rows = static_cast<long>(reference.size()), columns = static_cast<long>(output.size());
  const long right = (most_gaps + columns - rows) / 2, left = (most_gaps - columns + rows) / 2;
  const auto width = static_cast<std::size_t>(left + right + 1);
  if (width > most_cells / (reference.size() + 1)) return false;
  const bool sclite = mode == AlignmentMode::sclite;
  const std::uint32_t gap = sclite ? 3 : 1, substitution = sclite ? 4 : 1;

  // Cell (i, j) stands at j - i + left of its row, so the one above it at the next place.
  steps_.resize(width * (reference.size() + 1));
  costs_.assign(width + 1, unreachable);
  for (long i = 0; i <= rows; ++i) {
    Edit* const steps = &steps_[static_cast<std::size_t>(i) * width];
    std::uint32_t before = unreachable;
    for (std::size_t place = 0; place < width; ++place) {
      const long j = static_cast<long>(place) + i - left;
      std::uint32_t& cell = costs_[place];
      if (j < 0 || j > columns) {
        cell = before = unreachable;
      } else if (i == 0 || j == 0) {
        steps[place] = i == 0 ? Edit::insert : Edit::remove;
        cell = before = gap * static_cast<std::uint32_t>(i + j);
      } else {
        const bool equal = reference[static_cast<std::size_t>(i - 1)] ==
                           output[static_cast<std::size_t>(j - 1)];
        const std::uint32_t beside = cell + (equal ? 0 : substitution),
                            removal = costs_[place + 1] + gap, insertion = before + gap;
        steps[place] = step(mode, beside, removal, insertion, equal);
        cell = before = std::min({beside, removal, insertion});
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
  return true;
}

// As RapidFuzz does (modes.h). `bound`: how large it knows the distance to be at most.
void ModeTracer::append_halved(SymbolView reference, SymbolView output, std::size_t errors,
                               std::size_t bound) {
  while (!reference.empty() && !output.empty() && reference.front() == output.front()) {
    edits_.push_back(Edit::match);
    reference = reference.subspan(1), output = output.subspan(1);
  }
  std::size_t at_end = 0;
  while (!reference.empty() && !output.empty() && reference.back() == output.back()) {
    ++at_end;
    reference = reference.first(reference.size() - 1), output = output.first(output.size() - 1);
  }
  bound = std::min(bound, std::max(reference.size(), output.size()));
  const std::size_t band = std::min(reference.size(), 2 * bound + 1);
  constexpr std::size_t megabyte = 1024 * 1024;
  if (2 * band * output.size() / 8 < megabyte || reference.size() < 65 || output.size() < 10) {
    append(AlignmentMode::rapidfuzz, reference, output, static_cast<long>(errors),
           std::numeric_limits<std::size_t>::max());
  } else {
    const SymbolView left = output.first(output.size() / 2), right = output.subspan(left.size());
    const auto before = distances(reference, left, false), after = distances(reference, right, true);
    const std::size_t rows = reference.size();
    std::size_t best = 1;
    for (std::size_t i = 2; i <= rows; ++i)
      if (before[i] + after[rows - i] < before[best] + after[rows - best]) best = i;
    append_halved(reference.first(best), left, before[best], before[best]);
    append_halved(reference.subspan(best), right, after[rows - best], after[rows - best]);
  }
  edits_.insert(edits_.end(), at_end, Edit::match);
}

}  // namespace keur
