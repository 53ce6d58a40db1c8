// SPDX-License-Identifier: Apache-2.0
// Edit counts as other scorers give them, for a comparison with their figures. The rule of
// aligner.h is what Kaldi's align-text, texterrors and werpy mostly agree on; these are the
// others:
//
//   sclite     (NIST SCTK, net_dp.c) substitution 4, removal 3, insertion 3. Going forward, a cell
//              takes the diagonal if that costs no more than either gap, else a removal if that is
//              strictly cheaper, else an insertion. The errors may exceed the edit distance.
//   kaldi      (Kaldi compute-wer, kaldialign, meeteval's wer) all cost 1. The diagonal only if
//              strictly cheaper than both gaps, else a removal if strictly cheaper, else an
//              insertion.
//   rapidfuzz  (RapidFuzz's editops, jiwer) all cost 1. Equal beginnings, then equal endings are
//              matched; back from the end a removal if that is on a shortest way, else a
//              substitution, else an insertion, else a match. A pair whose matrix would take a
//              megabyte (2 bits a cell) is first halved at the middle of the output, where the
//              first cell on a shortest way is passed (Hirschberg 1975), each half by itself again
//              so.
//
// Both sides are plain words; for alternatives see network.h.
//
// Cost: reference words x 4/3 errors (sclite; errors for the others) steps of about 2 ns, and a row
// of memory; kaldi on long pairs that are alike about a microsecond a word; for rapidfuzz on pairs
// of a megabyte also words x words x 2 steps of about a nanosecond.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "metrics/alignment/aligner.h"
#include "metrics/alignment/edit.h"

namespace keur {

enum class AlignmentMode : unsigned char { sclite, kaldi, rapidfuzz };

// Scratch space: one per thread.
class ModeAligner {
 public:
  using Words = Aligner::Words;

  // From `long_from` words on, kaldi looks for a corridor.
  explicit ModeAligner(std::size_t long_from = 500) : long_from_(long_from) {}

  // Either side may be empty: all of the other is then removed or inserted.
  EditCounts count(AlignmentMode mode, Words reference, Words output);

 private:
  EditCounts count_in_band(AlignmentMode mode, SymbolView reference, SymbolView output,
                           long most_gaps);
  EditCounts count_in_ranges(AlignmentMode mode, SymbolView reference, SymbolView output);
  EditCounts count_rapidfuzz(SymbolView reference, SymbolView output, std::size_t errors);

  std::size_t long_from_;
  Aligner aligner_;
  WordNumbers word_numbers_;
  std::vector<std::uint32_t> reference_, output_;  // numbers for words
  Guide guide_;
  Corridor corridor_;
  std::vector<RowRange> ranges_;
  std::vector<std::uint64_t> row_;  // cost in the upper half, removals in the lower
};

}  // namespace keur
