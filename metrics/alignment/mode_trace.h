// SPDX-License-Identifier: Apache-2.0
// The edits behind the counts of modes.h, one by one, for a reader. Their sums are those counts.
//
// Cost: reference words x 8/3 errors (sclite; twice the errors for the others) steps of about 2 ns,
// and as many bytes; rapidfuzz halves a pair of more than a megabyte and so never takes more.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "metrics/alignment/aligner.h"
#include "metrics/alignment/edit.h"
#include "metrics/alignment/modes.h"
#include "metrics/alignment/word_numbers.h"

namespace keur {

// Scratch space: one per thread.
class ModeTracer {
 public:
  using Words = Aligner::Words;

  // Of sclite and kaldi, more cells than this are not kept.
  explicit ModeTracer(std::size_t most_cells = std::size_t{1} << 28) : most_cells_(most_cells) {}

  // From first to last. std::nullopt where it would take too many cells.
  std::optional<std::vector<Edit>> trace(AlignmentMode mode, Words reference, Words output);

 private:
  template <class Rule>
  void append(SymbolView reference, SymbolView output, long most_gaps);

  std::size_t most_cells_;
  Aligner aligner_;
  WordNumbers numbers_;
  std::vector<std::uint64_t> costs_;
  std::vector<Edit> steps_;  // of every cell of the band
  std::vector<Edit> edits_;
};

}  // namespace keur
