// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/diarisation.h"

#include <algorithm>
#include <cmath>

#include "metrics/alignment/assignment.h"

namespace keur {
namespace {

// At `at`, one more or one fewer reason for what `of` says.
struct Event {
  enum Of : unsigned char { reference, output, collar, scored };
  std::int64_t at;  // half microseconds
  Of of;
  std::uint32_t speaker;
  int change;
};

using Events = std::vector<Event>;

void add_span(Events& events, std::int64_t start, std::int64_t end, Event::Of of,
              std::uint32_t speaker = 0) {
  if (start >= end) return;
  events.push_back({start, of, speaker, 1});
  events.push_back({end, of, speaker, -1});
}

std::uint32_t speakers_of(std::span<const SpeakerTurn> turns) {
  std::uint32_t count = 0;
  for (const SpeakerTurn& turn : turns) count = std::max(count, turn.speaker + 1);
  return count;
}

// What is known after one sweep: times by how many speak, and by who speaks with whom.
struct Sweep {
  std::int64_t reference = 0, missed = 0, false_alarm = 0, both = 0;
  std::vector<std::int64_t> reference_time, output_time;
  std::vector<std::vector<std::int64_t>> common;      // [reference speaker][output speaker]
  std::vector<std::vector<std::int64_t>> all_common;  // also where nothing is scored

  Sweep(std::uint32_t speakers, std::uint32_t others)
      : reference_time(speakers),
        output_time(others),
        common(speakers, std::vector<std::int64_t>(others)),
        all_common(common) {}

  void add(std::int64_t time, const std::vector<std::uint32_t>& speaking,
           const std::vector<std::uint32_t>& heard) {
    const auto r = static_cast<std::int64_t>(speaking.size()),
               o = static_cast<std::int64_t>(heard.size());
    reference += r * time;
    missed += std::max<std::int64_t>(r - o, 0) * time;
    false_alarm += std::max<std::int64_t>(o - r, 0) * time;
    both += std::min(r, o) * time;
    for (const std::uint32_t speaker : speaking) {
      reference_time[speaker] += time;
      for (const std::uint32_t other : heard) common[speaker][other] += time;
    }
    for (const std::uint32_t other : heard) output_time[other] += time;
  }
};

class Active {
 public:
  explicit Active(std::uint32_t speakers) : turns_(speakers) {}
  void change(std::uint32_t speaker, int by) {
    const bool before = turns_[speaker] > 0;
    turns_[speaker] += by;
    const bool now = turns_[speaker] > 0;
    if (now && !before) speaking_.push_back(speaker);
    if (before && !now) std::erase(speaking_, speaker);
  }
  const std::vector<std::uint32_t>& speaking() const { return speaking_; }

 private:
  std::vector<int> turns_;
  std::vector<std::uint32_t> speaking_;
};

Sweep sweep(Events& events, std::uint32_t speakers, std::uint32_t others, bool skip_overlap) {
  std::sort(events.begin(), events.end(),
            [](const Event& one, const Event& other) { return one.at < other.at; });
  Sweep result(speakers, others);
  Active speaking(speakers), heard(others);
  int collars = 0, scored = 0;
  for (std::size_t at = 0; at < events.size();) {
    const std::int64_t now = events[at].at;
    for (; at < events.size() && events[at].at == now; ++at) switch (events[at].of) {
        case Event::reference:
          speaking.change(events[at].speaker, events[at].change);
          break;
        case Event::output:
          heard.change(events[at].speaker, events[at].change);
          break;
        case Event::collar:
          collars += events[at].change;
          break;
        case Event::scored:
          scored += events[at].change;
          break;
      }
    if (at == events.size() || scored == 0) continue;
    const std::int64_t time = events[at].at - now;
    for (const std::uint32_t speaker : speaking.speaking())
      for (const std::uint32_t other : heard.speaking()) result.all_common[speaker][other] += time;
    if (collars > 0 || (skip_overlap && speaking.speaking().size() > 1)) continue;
    result.add(time, speaking.speaking(), heard.speaking());
  }
  return result;
}

// cost(i, j): of a reference and an output speaker; where there are fewer of either, nobody costs
// `nobody`.
template <class Cost>
std::vector<std::optional<std::uint32_t>> mapping(std::size_t speakers, std::size_t others,
                                                  std::int64_t nobody, Cost cost) {
  const std::size_t size = std::max(speakers, others);
  std::vector<std::vector<std::int64_t>> costs(size, std::vector<std::int64_t>(size, nobody));
  for (std::size_t i = 0; i < speakers; ++i)
    for (std::size_t j = 0; j < others; ++j) costs[i][j] = cost(i, j);
  std::vector<std::size_t> columns = least_cost_assignment(costs);
  std::vector<std::optional<std::uint32_t>> result;
  for (std::size_t i = 0; i < speakers; ++i)
    result.push_back(columns[i] < others ? std::optional(static_cast<std::uint32_t>(columns[i]))
                                         : std::nullopt);
  return result;
}

void add_jaccard(const Sweep& times, DiarisationCounts& counts) {
  const auto error = [&times](std::size_t i, std::size_t j) {
    const std::int64_t common = times.common[i][j];
    const std::int64_t either = times.reference_time[i] + times.output_time[j] - common;
    return either > 0 ? 1.0 - static_cast<double>(common) / static_cast<double>(either) : 1.0;
  };
  // Whole numbers for the assignment: 2^40 is an error of 1.
  constexpr double one = 1099511627776.0;
  const auto other_of =
      mapping(times.reference_time.size(), times.output_time.size(), static_cast<std::int64_t>(one),
              [&error](std::size_t i, std::size_t j) {
                return static_cast<std::int64_t>(std::llround(error(i, j) * one));
              });
  for (std::size_t i = 0; i < other_of.size(); ++i) {
    if (times.reference_time[i] == 0) continue;
    ++counts.jaccard_speakers;
    counts.jaccard_error_sum += other_of[i] ? error(i, *other_of[i]) : 1.0;
  }
}

}  // namespace

std::optional<double> DiarisationCounts::diarisation_error_rate() const {
  if (reference == 0) return std::nullopt;
  return static_cast<double>(missed + false_alarm + confused) / static_cast<double>(reference);
}

std::optional<double> DiarisationCounts::jaccard_error_rate() const {
  if (jaccard_speakers == 0) return std::nullopt;
  return jaccard_error_sum / static_cast<double>(jaccard_speakers);
}

DiarisationCounts compare_speakers(std::span<const SpeakerTurn> reference,
                                   std::span<const SpeakerTurn> output,
                                   const DiarisationOptions& options,
                                   std::span<const TimeSpan> scored) {
  const std::int64_t side = options.convention == CollarConvention::md_eval_each_side
                                ? 2 * options.collar
                                : options.collar;
  Events events;
  for (const SpeakerTurn& turn : reference) {
    add_span(events, 2 * turn.start, 2 * turn.end, Event::reference, turn.speaker);
    if (turn.start >= turn.end) continue;
    add_span(events, 2 * turn.start - side, 2 * turn.start + side, Event::collar);
    add_span(events, 2 * turn.end - side, 2 * turn.end + side, Event::collar);
  }
  for (const SpeakerTurn& turn : output)
    add_span(events, 2 * turn.start, 2 * turn.end, Event::output, turn.speaker);
  if (scored.empty() && !events.empty()) {
    const auto [first, last] =
        std::minmax_element(events.begin(), events.end(),
                            [](const Event& one, const Event& other) { return one.at < other.at; });
    add_span(events, first->at, last->at, Event::scored);
  }
  for (const TimeSpan& span : scored) add_span(events, 2 * span.start, 2 * span.end, Event::scored);

  const Sweep times =
      sweep(events, speakers_of(reference), speakers_of(output), options.skip_overlap);
  DiarisationCounts counts;
  counts.reference = times.reference;
  counts.missed = times.missed;
  counts.false_alarm = times.false_alarm;
  const auto& mapped =
      options.convention == CollarConvention::md_eval_each_side ? times.all_common : times.common;
  counts.output_of = mapping(times.reference_time.size(), times.output_time.size(), 0,
                             [&mapped](std::size_t i, std::size_t j) { return -mapped[i][j]; });
  std::int64_t correct = 0;
  for (std::size_t i = 0; i < counts.output_of.size(); ++i) {
    auto& other = counts.output_of[i];
    if (other && mapped[i][*other] == 0) other.reset();
    if (other) correct += times.common[i][*other];
  }
  counts.confused = times.both - correct;
  add_jaccard(times, counts);
  return counts;
}

}  // namespace keur
