// SPDX-License-Identifier: Apache-2.0
// Word errors of a conversation whose speakers the output does not name as the reference does.
//
//   cpWER   (Watanabe and others 2020) all words of a speaker in one row; each reference speaker is
//           given the output speaker, or none, so that the errors are least. Who is left over
//           counts in full: all words removed or inserted.
//   tcpWER  (von Neumann and others 2023) the same, but words may only pair where they overlap in
//           time. A reference word lasts its share, by letters, of its segment; an output word is
//           the point in the middle of its share, widened by the collar on both sides; to touch is
//           not to overlap. Segments are taken in order of their start.
//   ORC WER (Sklyar and others 2022) each utterance of the reference, in order, is given to one
//   stream
//           of the output so that the errors are least.
//
// The totals are those of meeteval. Of several best divisions: cpWER and ORC take the rule `kaldi`
// of modes.h; tcpWER that rule too where words can overlap, and elsewhere insertions
// last.
//
// Cost: cpWER the alignment of each pair of speakers; tcpWER words x words within the collar a
// pair; orc_greedy a few times reference words x output words steps of about 2 ns.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "metrics/alignment/aligner.h"
#include "metrics/alignment/modes.h"
#include "metrics/alignment/time.h"

namespace keur {

using Stream = std::vector<std::string_view>;

struct SpokenSegment {
  Microseconds start = 0, end = 0;
  Stream words;
};
using SpokenStream = std::vector<SpokenSegment>;

struct SpeakerCounts {
  EditCounts edits;
  // Of each reference speaker, the output speaker it was given.
  std::vector<std::optional<std::size_t>> output_of;
};

struct OrcCounts {
  EditCounts edits;
  std::vector<std::size_t> stream_of;  // of each utterance; empty where there are no streams
};

// Scratch space: one per thread.
class SpeakerAligner {
 public:
  SpeakerCounts cp(std::span<const Stream> reference, std::span<const Stream> output);

  SpeakerCounts tcp(std::span<const SpokenStream> reference, std::span<const SpokenStream> output,
                    Microseconds collar);

  // Not always the least, never less: utterances move, one at a time, to the stream that is best
  // for all, until none moves.
  OrcCounts orc_greedy(std::span<const Stream> utterances, std::span<const Stream> output);

  // The least. std::nullopt if utterances x the product of (words + 1) of all streams is more than
  // `most_cells`, of eight bytes each.
  std::optional<OrcCounts> orc_exact(std::span<const Stream> utterances,
                                     std::span<const Stream> output,
                                     std::size_t most_cells = std::size_t{1} << 24);

 private:
  OrcCounts orc_counts(std::span<const Stream> utterances, std::span<const Stream> output,
                       std::vector<std::size_t> stream_of);

  Aligner aligner_;
  ModeAligner mode_aligner_;
};

// The edits between words of which only those that overlap may pair, as tcpWER has them.
EditCounts count_overlapping(const SpokenStream& reference, const SpokenStream& output,
                             Microseconds collar);

}  // namespace keur
