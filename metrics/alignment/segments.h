// SPDX-License-Identifier: Apache-2.0
// Where two outputs for one reference err, in segments that may be taken for independent: stretches
// with at least one error, set apart by words that both have right (Gillick and Cox 1989, "Some
// statistical issues in the comparison of speech recognition algorithms"). The walk is that of NIST
// SCTK (mtchprs.c):
//   b  both right so far; the last word both have right is remembered
//   e  an error has been seen; an insertion of either output leads here from everywhere
//   g  words right in both are counted; an error leads back to e
// At the `boundary`-th such word the segment ends: it reaches from boundary - 1 steps before the
// remembered word, where there are so many, to this one. At the end of the utterance what is left
// is a segment unless all of it is right. An insertion right after a boundary is of the next
// segment.
//
// Two differences: insertions of the second output after the last reference word count, as those of
// the first do (SCTK leaves them out); and where the outputs took alternatives of different
// lengths, the walk meets again at the next shared arc of the reference (SCTK compares the wrong
// bytes there).
//
// Cost: one look at each step.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "metrics/alignment/aligner.h"
#include "metrics/alignment/network_aligner.h"

namespace keur {

struct SegmentErrors {
  long first = 0, second = 0;  // steps that are no match; at least one of them is not 0
  bool operator==(const SegmentErrors&) const = default;
};

// Traces of two outputs against one reference, with the same number of reference words. `boundary`:
// at least 1.
std::vector<SegmentErrors> error_segments(std::span<const Edit> first, std::span<const Edit> second,
                                          std::size_t boundary = 2);

// Ways of two outputs through one network of the reference.
std::vector<SegmentErrors> error_segments(std::span<const NetworkStep> first,
                                          std::span<const NetworkStep> second,
                                          std::size_t boundary = 2);

}  // namespace keur
