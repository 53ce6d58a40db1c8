// SPDX-License-Identifier: Apache-2.0
// Several people who speak at once against one stream of words without names: each word of the
// output stands beside a word of any one of them, or of nobody, and every speaker's words keep
// their order. This is the alignment in many dimensions of NIST's asclite (Fiscus and others 2006,
// SCTK), with its costs: 4 for two words that differ, 3 for a word left out or put in.
//
// Of several cheapest ways the one is taken that asclite walks, from the end back: two words side
// by side if that is on a cheapest way, of the last speaker for whom it is; else an insertion; else
// a word left out, of the last speaker.
//
// Cost: the product of (words + 1) of the output and of each speaker is the number of cells, at
// about 3 ns a speaker each. Memory: a byte a cell, and of the costs no more than a window of two
// layers across the longest side.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "metrics/alignment/aligner.h"
#include "metrics/alignment/edit.h"
#include "metrics/alignment/speakers.h"
#include "metrics/alignment/word_numbers.h"

namespace keur {

struct OverlapEdit {
  Edit edit;
  std::size_t speaker;  // whose word it is; of an insertion 0
  bool operator==(const OverlapEdit&) const = default;
};

// asclite by default leaves out, with a warning, what takes more than twice this.
constexpr std::size_t most_overlap_cells = std::size_t{1} << 27;

// How many cells it takes; the largest number where they are more. 1 where one side is silent:
// nothing has to be computed.
std::size_t overlap_cells(std::span<const Stream> reference, const Stream& output);

// Scratch space: one per thread.
class OverlapAligner {
 public:
  // A stream a speaker, in the order of the rule above. From first to last; valid until the next
  // call. nullptr if it takes more than `most_cells`.
  const std::vector<OverlapEdit>* trace(std::span<const Stream> reference, const Stream& output,
                                        std::size_t most_cells = most_overlap_cells);

  std::optional<EditCounts> count(std::span<const Stream> reference, const Stream& output,
                                  std::size_t most_cells = most_overlap_cells);

 private:
  // A side with words: the output, or a speaker.
  struct Side {
    std::size_t speaker;
    std::vector<std::uint32_t> words;
    std::size_t stride = 0;  // between cells that differ by one of its words
    std::size_t at = 0;      // how many of its words are behind the cell
  };

  void number(std::span<const Stream> reference, const Stream& output);
  void lay_out();
  void fill();
  std::uint8_t best_step(std::size_t cell);
  void walk_back();

  WordNumbers numbers_;
  std::vector<Side> sides_;      // speakers in order, then the output
  std::vector<Side*> by_stride_;  // the smallest stride first
  std::vector<std::uint8_t> steps_;
  std::vector<std::uint32_t> costs_;  // a ring of the last cells
  std::vector<OverlapEdit> edits_;
};

}  // namespace keur
