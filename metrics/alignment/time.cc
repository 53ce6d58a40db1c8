// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/time.h"

#include <algorithm>

namespace keur {

std::vector<SegmentWords> words_of_segments(std::span<const TimedSegment> segments,
                                            std::span<const TimedWord> words) {
  std::vector<SegmentWords> result;
  std::size_t next = 0;
  for (std::size_t at = 0; at < segments.size(); ++at) {
    const TimedSegment& segment = segments[at];
    const std::size_t begin = next;
    if (at + 1 == segments.size()) {
      next = words.size();
    }
    while (next < words.size()) {
      // Twice the middle: whole numbers stay whole.
      std::size_t end = next + 1;
      Microseconds middle = words[next].start + words[next].end;
      for (; words[next].alternation != 0 && end < words.size() &&
             words[end].alternation == words[next].alternation;
           ++end)
        middle = std::max(middle, words[end].start + words[end].end);
      if (middle >= 2 * segment.end) break;
      next = end;
    }
    result.push_back({begin, next, segment.ignored});
  }
  return result;
}

}  // namespace keur
