// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/time.h"

#include "tests/catch.h"

using namespace keur;

TEST_CASE("a word belongs to the segment before whose end its middle lies") {
  const std::vector<TimedSegment> segments{{10, 20}, {20, 30, true}, {40, 50}};
  const std::vector<TimedWord> words{
      {0, 4, "before"},   // before the first segment: pulled in
      {16, 22, "early"},  // its middle is 19
      {18, 22, "at"},     // its middle is 20, the end: it belongs to the next, which is ignored
      {29, 30, "in"},     // its middle is 29.5
      {32, 34, "gap"},    // between two segments: goes to the later one
      {60, 70, "after"},  // after the last segment: pulled in
  };
  CHECK(words_of_segments(segments, words) ==
        std::vector<SegmentWords>{{0, 2, false}, {2, 4, true}, {4, 6, false}});
}

TEST_CASE("words are dealt out in the order in which they come") {
  // The second word is late, so the third waits behind it.
  const std::vector<TimedSegment> segments{{0, 10}, {10, 20}, {20, 30}};
  const std::vector<TimedWord> words{{0, 2, "a"}, {24, 26, "b"}, {4, 6, "c"}};
  CHECK(words_of_segments(segments, words) ==
        std::vector<SegmentWords>{{0, 1, false}, {1, 1, false}, {1, 3, false}});
}

TEST_CASE("readings of one stretch stay together, by the latest of their middles") {
  const std::vector<TimedSegment> segments{{0, 10}, {10, 20}};
  CHECK(words_of_segments(segments,
                          std::vector<TimedWord>{{2, 4, "a", 1}, {8, 14, "b", 1}, {5, 6, "c"}}) ==
        std::vector<SegmentWords>{{0, 0, false}, {0, 3, false}});
  CHECK(words_of_segments(
            segments, std::vector<TimedWord>{{2, 4, "a", 1}, {8, 10, "b", 1}, {12, 14, "c", 2}}) ==
        std::vector<SegmentWords>{{0, 2, false}, {2, 3, false}});
}

TEST_CASE("no words and no segments") {
  CHECK(words_of_segments(std::vector<TimedSegment>{{0, 10}}, {}) ==
        std::vector<SegmentWords>{{0, 0, false}});
  CHECK(words_of_segments({}, std::vector<TimedWord>{{0, 1, "a"}}).empty());
}
