// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/diarisation.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

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

    // Moments are half microseconds, looked at in their middle: in quarters, odd ones.
    std::int64_t time = 0, missed = 0, false_alarm = 0, both = 0;
    std::int64_t common[3][3] = {}, mapped[3][3] = {}, speaks[3] = {}, heard[3] = {};
    const double side = static_cast<double>(options.collar) / (options.convention == total ? 2 : 1);
    for (double now = -9.75; now < 60; now += 0.5) {
      const auto active = [now](const Turns& all) {
        std::set<std::uint32_t> speakers;
        for (const auto& turn : all)
          if (static_cast<double>(turn.start) < now && now < static_cast<double>(turn.end))
            speakers.insert(turn.speaker);
        return speakers;
      };
      const bool in_collar = std::any_of(reference.begin(), reference.end(), [&](const auto& turn) {
        return turn.start < turn.end && (std::abs(now - static_cast<double>(turn.start)) < side ||
                                         std::abs(now - static_cast<double>(turn.end)) < side);
      });
      const auto one = active(reference), other = active(output);
      const bool scored = !in_collar && !(options.skip_overlap && one.size() > 1);
      if (scored || options.convention == each_side)
        for (const auto i : one)
          for (const auto j : other) ++mapped[i][j];
      if (!scored) continue;
      const auto r = static_cast<std::int64_t>(one.size()),
                 o = static_cast<std::int64_t>(other.size());
      time += r, missed += std::max<std::int64_t>(r - o, 0);
      false_alarm += std::max<std::int64_t>(o - r, 0), both += std::min(r, o);
      for (const auto i : one) ++speaks[i];
      for (const auto j : other) ++heard[j];
      for (const auto i : one)
        for (const auto j : other) ++common[i][j];
    }
    std::int64_t most = -1;
    std::set<std::int64_t> confused;  // of each mapping with the most time
    double least_jaccard = 3;
    std::size_t speakers = 0, map[3] = {0, 1, 2};
    for (const auto spoken : speaks) speakers += spoken > 0;
    do {
      std::int64_t sum = 0, correct = 0;
      double jaccard = 0;
      for (std::size_t i = 0; i < 3; ++i) {
        const std::int64_t shared = common[i][map[i]];
        sum += mapped[i][map[i]], correct += shared;
        if (speaks[i] > 0)
          jaccard += 1 - static_cast<double>(shared) /
                             static_cast<double>(speaks[i] + heard[map[i]] - shared);
      }
      if (sum > most) confused.clear();
      most = std::max(most, sum);
      if (sum == most) confused.insert(both - correct);
      least_jaccard = std::min(least_jaccard, jaccard);
    } while (std::next_permutation(map, map + 3));
    REQUIRE(counts.reference == time);
    REQUIRE(counts.missed == missed);
    REQUIRE(counts.false_alarm == false_alarm);
    REQUIRE(confused.count(counts.confused) == 1);
    if (options.convention == total) REQUIRE(confused.size() == 1);
    REQUIRE(counts.jaccard_speakers == speakers);
    if (speakers > 0) REQUIRE(std::abs(counts.jaccard_error_sum - least_jaccard) < 1e-9);
  }
}
