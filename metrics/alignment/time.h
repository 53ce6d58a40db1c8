// SPDX-License-Identifier: Apache-2.0
// Words with times of their own, dealt out to the segments of a reference as sclite does (NIST
// SCTK, stm2ctm.c): a word belongs to the segment before whose end its middle lies. One pass in the
// order given: a segment takes words up to the first whose middle is at its end or later, so the
// first segment also takes what comes before it; the last segment takes all that is left.
//
// Cost: one look at each word and segment.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace keur {

using Microseconds = std::int64_t;

struct TimedWord {
  Microseconds start = 0, end = 0;
  std::string_view word;
  // Neighbours with the same number, other than 0, are readings of one stretch: they stay together,
  // and the latest of their middles counts.
  std::uint32_t alternation = 0;
};

struct TimedSegment {
  Microseconds start = 0, end = 0;
  bool ignored = false;  // its words are not to be scored
};

// Words [begin, end) of the output.
struct SegmentWords {
  std::size_t begin = 0, end = 0;
  bool dropped = false;  // those of an ignored segment
  bool operator==(const SegmentWords&) const = default;
};

// One entry a segment, of one recording and channel, both in order of time. Without segments no
// word has a place, and the result is empty.
std::vector<SegmentWords> words_of_segments(std::span<const TimedSegment> segments,
                                            std::span<const TimedWord> words);

}  // namespace keur
