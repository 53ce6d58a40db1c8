// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/overlap.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace keur {
namespace {

constexpr std::uint32_t differ = 4, alone = 3;

// How a cell is reached: by a word of the output alone, by a word of speaker k beside one of the
// output, or by that word alone.
constexpr std::uint8_t insertion = 0;
std::uint8_t beside(std::size_t k) { return static_cast<std::uint8_t>(2 * k + 1); }
std::uint8_t left_out(std::size_t k) { return static_cast<std::uint8_t>(2 * k + 2); }

}  // namespace

std::size_t overlap_cells(std::span<const Stream> reference, const Stream& output) {
  const bool silent = std::all_of(reference.begin(), reference.end(),
                                  [](const Stream& stream) { return stream.empty(); });
  if (silent || output.empty()) return 1;
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
  std::size_t cells = output.size() + 1;
  for (const Stream& stream : reference) {
    if (cells > most / (stream.size() + 1)) return most;
    cells *= stream.size() + 1;
  }
  return cells;
}

const std::vector<OverlapEdit>* OverlapAligner::trace(std::span<const Stream> reference,
                                                      const Stream& output,
                                                      std::size_t most_cells) {
  const std::size_t cells = overlap_cells(reference, output);
  if (cells > most_cells) return nullptr;
  edits_.clear();
  if (cells == 1) {
    for (std::size_t k = 0; k < reference.size(); ++k)
      edits_.insert(edits_.end(), reference[k].size(), {Edit::remove, k});
    edits_.insert(edits_.end(), output.size(), {Edit::insert, 0});
    return &edits_;
  }
  number(reference, output);
  lay_out();
  fill();
  walk_back();
  return &edits_;
}

std::optional<EditCounts> OverlapAligner::count(std::span<const Stream> reference,
                                                const Stream& output, std::size_t most_cells) {
  const auto* edits = trace(reference, output, most_cells);
  if (!edits) return std::nullopt;
  EditCounts counts;
  for (const OverlapEdit& edit : *edits) counts.add(edit.edit);
  return counts;
}

void OverlapAligner::number(std::span<const Stream> reference, const Stream& output) {
  std::size_t words = output.size();
  for (const Stream& stream : reference) words += stream.size();
  numbers_.start(words);
  sides_.clear();
  const auto add = [this](std::size_t speaker, const Stream& stream) {
    if (stream.empty()) return;
    sides_.push_back({speaker, {}});
    for (const auto word : stream) sides_.back().words.push_back(numbers_.add(word));
  };
  for (std::size_t k = 0; k < reference.size(); ++k) add(k, reference[k]);
  add(0, output);
}

// The longest side changes last: a window of two of its layers holds all a cell looks back to.
void OverlapAligner::lay_out() {
  by_stride_.clear();
  for (Side& side : sides_) by_stride_.push_back(&side);
  std::stable_sort(by_stride_.begin(), by_stride_.end(), [](const Side* one, const Side* other) {
    return one->words.size() < other->words.size();
  });
  std::size_t cells = 1;
  for (Side* side : by_stride_) {
    side->stride = cells;
    cells *= side->words.size() + 1;
  }
  steps_.resize(cells);
  std::size_t back = 0;
  for (const Side& side : std::span(sides_).first(sides_.size() - 1))
    back = std::max(back, side.stride + sides_.back().stride);
  costs_.resize(std::bit_ceil(back + 1));
}

void OverlapAligner::fill() {
  for (Side& side : sides_) side.at = 0;
  costs_[0] = 0;
  for (std::size_t cell = 1; cell < steps_.size(); ++cell) {
    for (Side* side : by_stride_) {
      if (++side->at <= side->words.size()) break;
      side->at = 0;
    }
    steps_[cell] = best_step(cell);
  }
}

// The best step into the cell, whose cost it writes.
std::uint8_t OverlapAligner::best_step(std::size_t cell) {
  const std::size_t mask = costs_.size() - 1;
  const Side& output = sides_.back();
  std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
  std::uint8_t step = insertion;
  bool pairs = false;
  if (output.at > 0) least = costs_[(cell - output.stride) & mask] + alone;
  for (std::size_t k = sides_.size() - 1; k-- > 0;) {
    const Side& side = sides_[k];
    if (side.at == 0) continue;
    if (output.at > 0) {
      const bool same = side.words[side.at - 1] == output.words[output.at - 1];
      const std::uint32_t cost =
          costs_[(cell - side.stride - output.stride) & mask] + (same ? 0 : differ);
      if (cost < least || (cost == least && !pairs)) {
        least = cost;
        step = beside(k);
        pairs = true;
      }
    }
    const std::uint32_t cost = costs_[(cell - side.stride) & mask] + alone;
    if (cost < least) {
      least = cost;
      step = left_out(k);
      pairs = false;
    }
  }
  costs_[cell & mask] = least;
  return step;
}

void OverlapAligner::walk_back() {
  for (Side& side : sides_) side.at = side.words.size();
  Side& output = sides_.back();
  for (std::size_t cell = steps_.size() - 1; cell > 0;) {
    const std::uint8_t step = steps_[cell];
    if (step == insertion) {
      edits_.push_back({Edit::insert, 0});
      cell -= output.stride;
      --output.at;
      continue;
    }
    Side& side = sides_[(step - 1u) / 2];
    cell -= side.stride;
    --side.at;
    if (step == left_out((step - 1u) / 2)) {
      edits_.push_back({Edit::remove, side.speaker});
      continue;
    }
    cell -= output.stride;
    --output.at;
    const bool same = side.words[side.at] == output.words[output.at];
    edits_.push_back({same ? Edit::match : Edit::substitute, side.speaker});
  }
  std::reverse(edits_.begin(), edits_.end());
}

}  // namespace keur
