// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/diarisation.h"

#include <cmath>
#include <random>

#include "metrics/alignment/diarisation_textbook.h"
#include "tests/catch.h"

using namespace keur;

namespace {

using Turns = std::vector<SpeakerTurn>;
constexpr auto each_side = CollarConvention::md_eval_each_side;
constexpr auto total = CollarConvention::pyannote_total;

}  // namespace

TEST_CASE("missed, false alarm and confused time, by hand") {
  // 0-10 speaker 0, 10-20 speaker 1; heard: 0-8 as 1, 8-14 as 0, 18-24 as 0.
  const Turns reference{{0, 10, 0}, {10, 20, 1}}, output{{0, 8, 1}, {8, 14, 0}, {18, 24, 0}};
  const DiarisationCounts counts = compare_speakers(reference, output);
  // In half microseconds: 8-10 is confused, 14-18 missed, 20-24 false alarm.
  CHECK(counts.reference == 40);
  CHECK(counts.confused == 4);
  CHECK(counts.missed == 8);
  CHECK(counts.false_alarm == 8);
  CHECK(counts.diarisation_error_rate() == 0.5);
  CHECK(counts.output_of == std::vector<std::optional<std::uint32_t>>{1, 0});
  // Speaker 0: 8 of 10 in common; speaker 1: 6 in common of 10 + 12 - 6.
  CHECK(std::abs(*counts.jaccard_error_rate() - (0.2 + 10.0 / 16) / 2) < 1e-15);
}

TEST_CASE("a collar of 0.5 s in pyannote is one of 0.25 s in md-eval") {
  const Turns reference{{0, 4000000, 0}}, output{{300000, 4100000, 0}};
  const DiarisationCounts none = compare_speakers(reference, output);
  CHECK(none.missed == 600000);
  CHECK(none.false_alarm == 200000);
  // Of the missed 0.3 s the first 0.25 s lie in the collar; the false alarm of 0.1 s lies in it.
  const DiarisationCounts half = compare_speakers(reference, output, {500000, total, false});
  CHECK(half.reference == 7000000);
  CHECK(half.missed == 100000);
  CHECK(half.false_alarm == 0);
  const DiarisationCounts quarter = compare_speakers(reference, output, {250000, each_side, false});
  CHECK(quarter.reference == half.reference);
  CHECK(quarter.missed == half.missed);
  // An odd collar is halved exactly.
  CHECK(compare_speakers(Turns{{0, 10, 0}}, {}, {3, total, false}).reference == 14);
}

TEST_CASE("md-eval maps speakers before its collar takes time out, pyannote after") {
  // Output 0 has all of reference 0 but the part that no collar touches, which output 1 has.
  const Turns reference{{0, 4, 0}, {4, 8, 0}, {8, 16, 0}};
  const Turns output{{0, 9, 0}, {9, 15, 1}};
  // Scored is 11-13 only: all of it is of output 1.
  CHECK(compare_speakers(reference, output, {3, each_side, false}).confused == 4);
  CHECK(compare_speakers(reference, output, {6, total, false}).confused == 0);
}

TEST_CASE("overlap, scored spans and recordings without speech") {
  const Turns reference{{0, 10, 0}, {6, 12, 1}}, output{{0, 12, 0}};
  CHECK(compare_speakers(reference, output).missed == 8);
  const DiarisationCounts alone = compare_speakers(reference, output, {0, each_side, true});
  CHECK(alone.reference == 16);  // 0-6 and 10-12
  CHECK(alone.missed == 0);
  CHECK(alone.confused == 4);
  const std::vector<TimeSpan> scored{{0, 4}, {2, 8}};
  CHECK(compare_speakers(reference, output, {}, scored).reference == 20);

  CHECK_FALSE(compare_speakers({}, output).diarisation_error_rate().has_value());
  CHECK_FALSE(compare_speakers({}, output).jaccard_error_rate().has_value());
  CHECK(compare_speakers({}, output).false_alarm == 24);
  CHECK(compare_speakers(reference, {}).diarisation_error_rate() == 1.0);
  CHECK(compare_speakers(reference, {}).jaccard_error_rate() == 1.0);
  // A speaker whose turns overlap speaks once; a turn without length says nothing.
  CHECK(compare_speakers(Turns{{0, 6, 0}, {4, 10, 0}, {20, 20, 0}}, {}).reference == 20);
}

TEST_CASE("equals a clock that ticks, and every mapping tried") {
  std::mt19937 random(12);
  for (int round = 0; round < 400; ++round) {
    const auto turns = [&random] {
      Turns result(random() % 7);
      for (auto& turn : result) {
        turn.start = static_cast<Microseconds>(random() % 30);
        turn.end = turn.start + static_cast<Microseconds>(random() % 9);
        turn.speaker = static_cast<std::uint32_t>(random() % 3);
      }
      return result;
    };
    const Turns reference = turns(), output = turns();
    const DiarisationOptions options{static_cast<Microseconds>(random() % 4),
                                     random() % 2 == 0 ? each_side : total, random() % 2 == 0};
    const DiarisationCounts counts = compare_speakers(reference, output, options);

    const auto twin = textbook_diarisation(reference, output, options, 60);
    REQUIRE(counts.reference == twin.reference);
    REQUIRE(counts.missed == twin.missed);
    REQUIRE(counts.false_alarm == twin.false_alarm);
    REQUIRE(twin.confused.count(counts.confused) == 1);
    if (options.convention == total) REQUIRE(twin.confused.size() == 1);
    REQUIRE(counts.jaccard_speakers == twin.jaccard_speakers);
    REQUIRE(std::abs(counts.jaccard_error_sum - twin.jaccard_error_sum) < 1e-9);
  }
}
