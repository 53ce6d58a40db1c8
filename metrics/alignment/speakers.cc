// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/speakers.h"

#include <algorithm>

#include "metrics/alignment/assignment.h"

namespace keur {
namespace {

// errors(i, j): of reference speaker i and output speaker j, either of which may be beyond the
// last: then there is nobody.
template <class Errors>
std::vector<std::size_t> best_assignment(std::size_t speakers, std::size_t others, Errors errors) {
  const std::size_t size = std::max(speakers, others);
  std::vector<std::vector<std::int64_t>> costs(size, std::vector<std::int64_t>(size));
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j) costs[i][j] = errors(i, j);
  return least_cost_assignment(costs);
}

template <class Streams, class Count>
SpeakerCounts assigned(const Streams& reference, const Streams& output,
                       const std::vector<std::size_t>& assignment, Count count) {
  SpeakerCounts result;
  static const typename Streams::value_type nobody;
  for (std::size_t i = 0; i < assignment.size(); ++i) {
    const std::size_t j = assignment[i];
    if (i < reference.size())
      result.output_of.push_back(j < output.size() ? std::optional(j) : std::nullopt);
    result.edits += count(i < reference.size() ? reference[i] : nobody,
                          j < output.size() ? output[j] : nobody);
  }
  return result;
}

}  // namespace

SpeakerCounts SpeakerAligner::cp(std::span<const Stream> reference,
                                 std::span<const Stream> output) {
  const auto best = best_assignment(
      reference.size(), output.size(), [&](std::size_t i, std::size_t j) -> std::int64_t {
        if (i >= reference.size()) return static_cast<std::int64_t>(output[j].size());
        if (j >= output.size()) return static_cast<std::int64_t>(reference[i].size());
        return static_cast<std::int64_t>(aligner_.distance(reference[i], output[j]));
      });
  return assigned(reference, output, best, [this](const Stream& one, const Stream& other) {
    return mode_aligner_.count(AlignmentMode::kaldi, one, other);
  });
}

SpeakerCounts SpeakerAligner::tcp(std::span<const SpokenStream> reference,
                                  std::span<const SpokenStream> output, Microseconds collar) {
  const SpokenStream nobody;
  const auto best = best_assignment(
      reference.size(), output.size(), [&](std::size_t i, std::size_t j) -> std::int64_t {
        return count_overlapping(i < reference.size() ? reference[i] : nobody,
                                 j < output.size() ? output[j] : nobody, collar)
            .errors();
      });
  return assigned(reference, output, best,
                  [collar](const SpokenStream& one, const SpokenStream& other) {
                    return count_overlapping(one, other, collar);
                  });
}

OrcCounts SpeakerAligner::orc_counts(std::span<const Stream> utterances,
                                     std::span<const Stream> output,
                                     std::vector<std::size_t> stream_of) {
  OrcCounts result;
  std::vector<Stream> joined(std::max<std::size_t>(output.size(), 1));
  for (std::size_t at = 0; at < utterances.size(); ++at) {
    Stream& stream = joined[output.empty() ? 0 : stream_of[at]];
    stream.insert(stream.end(), utterances[at].begin(), utterances[at].end());
  }
  for (std::size_t at = 0; at < joined.size(); ++at)
    result.edits += mode_aligner_.count(AlignmentMode::kaldi, joined[at],
                                        at < output.size() ? output[at] : Stream{});
  result.stream_of = std::move(stream_of);
  return result;
}

}  // namespace keur
