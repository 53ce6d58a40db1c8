// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/guide.h"

#include <algorithm>
#include <bit>

namespace keur {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0}, several = none - 1;
// Odd, with evenly spread bits: the fractional part of the golden ratio.
constexpr std::uint64_t golden = 0x9e3779b97f4a7c15;

// The hash of each stretch of `gram` symbols, one after the other: sum of symbol x golden^place.
class RollingHash {
 public:
  RollingHash(SymbolView symbols, std::size_t gram) : symbols_(symbols), gram_(gram) {
    for (std::size_t at = 0; at < gram; ++at) {
      hash_ = hash_ * golden + symbols[at];
      if (at > 0) leaving_ *= golden;
    }
  }
  std::uint64_t value() const { return (hash_ ^ hash_ >> 32) * golden; }
  // Of the stretch that begins at `at`, after that at `at` - 1.
  void move_to(std::size_t at) {
    hash_ = (hash_ - leaving_ * symbols_[at - 1]) * golden + symbols_[at + gram_ - 1];
  }

 private:
  SymbolView symbols_;
  std::size_t gram_;
  std::uint64_t hash_ = 0, leaving_ = 1;
};

}  // namespace

std::size_t cost_of(const Guide& guide, SymbolView rows, SymbolView columns) {
  std::size_t cost = guide.last[0];
  for (std::size_t row = 1; row < guide.first.size(); ++row) {
    const std::uint32_t from = guide.last[row - 1], to = guide.first[row];
    cost += (from == to || rows[row - 1] != columns[from] ? 1 : 0) + guide.last[row] - to;
  }
  return cost;
}

void follow(std::span<const Edit> trace, Guide& guide) {
  guide.first.assign(1, 0);
  guide.last.assign(1, 0);
  std::uint32_t column = 0;
  for (const Edit edit : trace) {
    if (edit != Edit::remove) ++column;
    if (edit == Edit::insert) {
      guide.last.back() = column;
    } else {
      guide.first.push_back(column);
      guide.last.push_back(column);
    }
  }
}

void GuideFinder::find_anchors(SymbolView rows, SymbolView columns, Manner manner) {
  anchors_.clear();
  const std::size_t gram = manner.gram;
  if (rows.size() < gram || columns.size() < gram) return;
  const std::size_t stretches = (rows.size() - gram) / manner.stride + 1;
  const int bits = static_cast<int>(std::bit_width(2 * stretches));
  slots_.assign(std::size_t{1} << bits, {0, none, none});
  // Asked first: it is small, and most stretches of the output are not in it.
  const int seen_bits = bits + 3;
  seen_.assign((std::size_t{1} << seen_bits) / 64 + 1, 0);
  const auto slot_of = [&](std::uint64_t hash) -> Slot& { return slots_[hash >> (64 - bits)]; };

  RollingHash hash(rows, gram);
  for (std::size_t row = 0;; ++row) {
    if (row > 0) hash.move_to(row);
    if (row % manner.stride == 0) {
      const std::uint64_t value = hash.value(), bit = value >> (64 - seen_bits);
      seen_[bit / 64] |= std::uint64_t{1} << bit % 64;
      Slot& slot = slot_of(value);
      slot.row = slot.row == none ? static_cast<std::uint32_t>(row) : several;
      slot.check = static_cast<std::uint32_t>(value);
    }
    if (row + gram == rows.size()) break;
  }
  hash = RollingHash(columns, gram);
  for (std::size_t column = 0;; ++column) {
    if (column > 0) hash.move_to(column);
    const std::uint64_t value = hash.value(), bit = value >> (64 - seen_bits);
    if ((seen_[bit / 64] >> bit % 64 & 1) != 0) {
      Slot& slot = slot_of(value);
      if (slot.row < several && slot.check == static_cast<std::uint32_t>(value))
        slot.column = slot.column == none ? static_cast<std::uint32_t>(column) : several;
    }
    if (column + gram == columns.size()) break;
  }
  hash = RollingHash(rows, gram);
  for (std::size_t row = 0;; ++row) {
    if (row > 0) hash.move_to(row);
    if (row % manner.stride == 0) {
      const Slot& slot = slot_of(hash.value());
      if (slot.row == row && slot.column < several) anchors_.push_back({slot.row, slot.column});
    }
    if (row + gram == rows.size()) break;
  }
}

// A longest one whose columns rise.
void GuideFinder::keep_longest_chain() {
  tails_.clear();  // of the chains of each length, the one that ends in the leftmost column
  before_.resize(anchors_.size());
  for (std::uint32_t at = 0; at < anchors_.size(); ++at) {
    const auto is_left = [this, at](std::uint32_t tail) {
      return anchors_[tail].column < anchors_[at].column;
    };
    const auto place = tails_.empty() || is_left(tails_.back())
                           ? tails_.end()
                           : std::partition_point(tails_.begin(), tails_.end(), is_left);
    before_[at] = place == tails_.begin() ? none : *(place - 1);
    if (place == tails_.end())
      tails_.push_back(at);
    else
      *place = at;
  }
  std::uint32_t at = tails_.empty() ? none : tails_.back();
  for (auto place = tails_.rbegin(); place != tails_.rend(); ++place, at = before_[at]) *place = at;
  for (std::size_t place = 0; place < tails_.size(); ++place)
    anchors_[place] = anchors_[tails_[place]];
  anchors_.resize(tails_.size());
}

void GuideFinder::fill(SymbolView rows, SymbolView columns, std::uint32_t largest_symbol,
                       std::size_t row, std::size_t column, Guide& guide) {
  std::size_t i = guide.first.size() - 1, j = guide.last.back();
  const auto diagonal = [&] {
    guide.first.push_back(static_cast<std::uint32_t>(++j));
    guide.last.push_back(static_cast<std::uint32_t>(j));
    ++i;
  };
  // Half a millisecond at most; what is longer is not worth it, as the two sides are not alike.
  constexpr std::size_t most_steps = std::size_t{1} << 18;
  const std::size_t height = row - i, width = column - j;
  edits_.clear();
  if (height > 0 && width > 0 && (height > 1 || width > 1) &&
      words_for(height) * width <= most_steps) {
    const ColumnRange all{0, width};
    const std::vector<ColumnRange> ranges(strips_for(height), all);
    const BandedTable::Rest rest =
        table_.trace({rows.subspan(i, height), columns.subspan(j, width), largest_symbol, ranges},
                     [this](Edit edit) { edits_.push_back(edit); });
    edits_.insert(edits_.end(), rest.rows, Edit::remove);
    edits_.insert(edits_.end(), rest.columns, Edit::insert);
    std::reverse(edits_.begin(), edits_.end());
  } else {
    edits_.assign(std::min(height, width), Edit::substitute);
    edits_.insert(edits_.end(), height - std::min(height, width), Edit::remove);
    edits_.insert(edits_.end(), width - std::min(height, width), Edit::insert);
  }
  for (const Edit edit : edits_)
    if (edit == Edit::remove) {
      guide.first.push_back(static_cast<std::uint32_t>(j));
      guide.last.push_back(static_cast<std::uint32_t>(j));
      ++i;
    } else if (edit == Edit::insert) {
      guide.last.back() = static_cast<std::uint32_t>(++j);
    } else {
      diagonal();
    }
}

void GuideFinder::find(SymbolView rows, SymbolView columns, std::uint32_t largest_symbol,
                       Manner manner, Guide& guide) {
  find_anchors(rows, columns, manner);
  keep_longest_chain();
  find(rows, columns, largest_symbol, anchors_, guide);
}

void GuideFinder::find(SymbolView rows, SymbolView columns, std::uint32_t largest_symbol,
                       std::span<const Anchor> anchors, Guide& guide) {
  guide.first.assign(1, 0);
  guide.last.assign(1, 0);
  guide.first.reserve(rows.size() + 1);
  guide.last.reserve(rows.size() + 1);
  for (const auto& [row, column] : anchors) {
    const std::size_t i = guide.first.size() - 1, j = guide.last.back();
    std::size_t top = row, left = column;
    if (top < i || left < j || top > rows.size() || left > columns.size()) continue;
    while (top > i && left > j && rows[top - 1] == columns[left - 1]) --top, --left;
    fill(rows, columns, largest_symbol, top, left, guide);
    for (; top < rows.size() && left < columns.size() && rows[top] == columns[left]; ++top) {
      guide.first.push_back(static_cast<std::uint32_t>(++left));
      guide.last.push_back(static_cast<std::uint32_t>(left));
    }
  }
  fill(rows, columns, largest_symbol, rows.size(), columns.size(), guide);
}

}  // namespace keur
