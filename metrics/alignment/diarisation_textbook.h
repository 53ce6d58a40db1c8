// SPDX-License-Identifier: Apache-2.0
// The slow twin of diarisation.h: a clock that ticks every half microsecond, and every mapping
// tried. For tests only.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <set>
#include <span>
#include <vector>

#include "metrics/alignment/diarisation.h"

namespace keur {

struct TextbookDiarisation {
  std::int64_t reference = 0, missed = 0, false_alarm = 0;
  std::set<std::int64_t> confused;  // of each mapping with the most time
  std::size_t jaccard_speakers = 0;
  double jaccard_error_sum = 0;
};

// Of turns within [0, end) of speakers below `most_speakers`.
inline TextbookDiarisation textbook_diarisation(std::span<const SpeakerTurn> reference,
                                                std::span<const SpeakerTurn> output,
                                                const DiarisationOptions& options, Microseconds end,
                                                std::size_t most_speakers = 3) {
  TextbookDiarisation counts;
  // Moments are half microseconds, looked at in their middle: in quarters, odd ones.
  std::int64_t both = 0;
  std::vector<std::vector<std::int64_t>> common(most_speakers,
                                                std::vector<std::int64_t>(most_speakers));
  auto mapped = common;
  std::vector<std::int64_t> speaks(most_speakers), heard(most_speakers);
  const double side = static_cast<double>(options.collar) /
                      (options.convention == CollarConvention::pyannote_total ? 2 : 1);
  for (double now = 0.25; now < static_cast<double>(end); now += 0.5) {
    const auto active = [now](std::span<const SpeakerTurn> all) {
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
    if (scored || options.convention == CollarConvention::md_eval_each_side)
      for (const auto i : one)
        for (const auto j : other) ++mapped[i][j];
    if (!scored) continue;
    const auto r = static_cast<std::int64_t>(one.size()),
               o = static_cast<std::int64_t>(other.size());
    counts.reference += r;
    counts.missed += std::max<std::int64_t>(r - o, 0);
    counts.false_alarm += std::max<std::int64_t>(o - r, 0);
    both += std::min(r, o);
    for (const auto i : one) ++speaks[i];
    for (const auto j : other) ++heard[j];
    for (const auto i : one)
      for (const auto j : other) ++common[i][j];
  }
  for (const auto spoken : speaks) counts.jaccard_speakers += spoken > 0;
  std::vector<std::size_t> map(most_speakers);
  std::iota(map.begin(), map.end(), std::size_t{0});
  std::int64_t most = -1;
  counts.jaccard_error_sum = static_cast<double>(most_speakers);
  do {
    std::int64_t sum = 0, correct = 0;
    double jaccard = 0;
    for (std::size_t i = 0; i < most_speakers; ++i) {
      const std::int64_t shared = common[i][map[i]];
      sum += mapped[i][map[i]], correct += shared;
      if (speaks[i] > 0)
        jaccard += 1 - static_cast<double>(shared) /
                           static_cast<double>(speaks[i] + heard[map[i]] - shared);
    }
    if (sum > most) counts.confused.clear();
    most = std::max(most, sum);
    if (sum == most) counts.confused.insert(both - correct);
    counts.jaccard_error_sum = std::min(counts.jaccard_error_sum, jaccard);
  } while (std::next_permutation(map.begin(), map.end()));
  return counts;
}

}  // namespace keur
