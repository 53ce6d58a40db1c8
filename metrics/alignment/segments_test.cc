// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/segments.h"

#include <numeric>
#include <random>
#include <string>

#include "metrics/alignment/network.h"
#include "tests/catch.h"

using namespace keur;

namespace {

// Of letters C, S, D, I.
std::vector<Edit> trace(std::string_view letters) {
  std::vector<Edit> edits;
  for (const char letter : letters)
    edits.push_back(static_cast<Edit>(std::string_view("CSDI").find(letter)));
  return edits;
}

using Segments = std::vector<SegmentErrors>;

Segments segments(std::string_view first, std::string_view second, std::size_t boundary = 2) {
  return error_segments(trace(first), trace(second), boundary);
}

// The walk as SCTK writes it, for two plain traces: indices, a letter for the state. The second
// output is read to its end.
Segments textbook(std::string_view one, std::string_view other, long boundary) {
  Segments result;
  const long size_one = static_cast<long>(one.size()), size_other = static_cast<long>(other.size());
  long i = 0, j = 0, good_i = 0, good_j = 0, count = 0;
  char state = 'b';
  const auto emit = [&](long end_i, long end_j) {
    const auto errors = [](std::string_view steps, long from, long to) {
      long sum = 0;
      for (long at = std::max(from, 0L); at <= to; ++at)
        sum += steps[static_cast<std::size_t>(at)] != 'C';
      return sum;
    };
    const SegmentErrors segment{errors(one, good_i - (boundary - 1), end_i),
                                errors(other, good_j - (boundary - 1), end_j)};
    if (segment.first + segment.second > 0) result.push_back(segment);
  };
  while (i < size_one || j < size_other) {
    while (i < size_one && one[static_cast<std::size_t>(i)] == 'I') ++i, state = 'e';
    while (j < size_other && other[static_cast<std::size_t>(j)] == 'I') ++j, state = 'e';
    const bool both = i < size_one && j < size_other && one[static_cast<std::size_t>(i)] == 'C' &&
                      other[static_cast<std::size_t>(j)] == 'C';
    if (state == 'b') {
      if (both)
        good_i = i, good_j = j;
      else
        state = 'e';
    } else if (!both) {
      state = 'e';
    } else {
      count = state == 'e' ? 1 : count + 1;
      state = 'g';
      if (count == boundary) {
        emit(i, j);
        good_i = i, good_j = j, state = 'b';
      }
    }
    if (i < size_one) ++i;
    if (j < size_other) ++j;
  }
  if (state != 'b') emit(size_one - 1, size_other - 1);
  return result;
}

}  // namespace

TEST_CASE("errors far enough apart are in segments of their own") {
  CHECK(segments("", "").empty());
  CHECK(segments("CCCC", "CCCC").empty());
  CHECK(segments("CSCCSC", "CCCCCC") == Segments{{1, 0}, {1, 0}});
  // One word both have right does not set errors apart, but with a boundary of one it does.
  CHECK(segments("CSCSC", "CCCCC") == Segments{{2, 0}});
  CHECK(segments("CSCSC", "CCCCC", 1) == Segments{{1, 0}, {1, 0}});
  CHECK(segments("SCCCC", "CCCCD") == Segments{{1, 0}, {0, 1}});
  // The insertion between two good words is an error.
  CHECK(segments("SCICC", "CCCC") == Segments{{2, 0}});
  // After a boundary it belongs to the next segment, at the end of either output to the last.
  CHECK(segments("SCCICC", "CCCCC") == Segments{{1, 0}, {1, 0}});
  CHECK(segments("CCI", "CC") == Segments{{1, 0}});
  CHECK(segments("CC", "CCII") == Segments{{0, 2}});
  CHECK(segments("I", "") == Segments{{1, 0}});
}

TEST_CASE("equals the walk written with indices, and loses no error") {
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    std::string one, other;
    const auto insert = [&random](std::string& steps) {
      while (random() % 8 == 0) steps += 'I';
    };
    for (auto words = random() % 20; words > 0; --words) {
      insert(one), insert(other);
      one += "CCCCCSD"[random() % 7];
      other += "CCCCCSD"[random() % 7];
    }
    insert(one), insert(other);
    for (const std::size_t boundary : {1u, 2u, 3u}) {
      const Segments found = segments(one, other, boundary);
      INFO(one << " " << other << " " << boundary);
      REQUIRE(found == textbook(one, other, static_cast<long>(boundary)));
      SegmentErrors sum;
      for (const auto& segment : found) sum.first += segment.first, sum.second += segment.second;
      const auto errors = [](const std::string& steps) {
        return static_cast<long>(steps.size()) - std::count(steps.begin(), steps.end(), 'C');
      };
      REQUIRE(sum == SegmentErrors{errors(one), errors(other)});
    }
  }
}

TEST_CASE("after alternatives of different lengths the walk meets again") {
  const auto network = [](std::string_view text) {
    NetworkError error;
    return *WordNetwork::parse(text, {}, error);
  };
  const WordNetwork reference = network("a b { c / d e f } g h i j");
  NetworkAligner aligner;
  const auto one = aligner.trace(reference, network("a b c g h x j"));
  const auto other = aligner.trace(reference, network("a b d e f g h i j"));
  // The alternatives are no error, but not the same words either; g and h end that stretch, which
  // holds none and is left out. The x is alone.
  CHECK(error_segments(one, other) == Segments{{1, 0}});
  const auto late = aligner.trace(reference, network("a b d e f g h x x"));
  CHECK(error_segments(one, late) == Segments{{1, 2}});
}
