// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/polarity.h"

#include <algorithm>

namespace keur::transcript {
namespace {

struct Reading {
  Polarity polarity = Polarity::affirmed;
  WordRange trigger;  // empty where affirmed
};

bool is_before(TriggerKind kind) {
  return kind == TriggerKind::negation_before || kind == TriggerKind::doubt_before;
}
bool is_negation(TriggerKind kind) {
  return kind == TriggerKind::negation_before || kind == TriggerKind::negation_after;
}

// Whether some clause ends between the two words.
bool clause_between(const std::vector<Trigger>& triggers, std::size_t from, std::size_t to) {
  return std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& trigger) {
    return trigger.kind == TriggerKind::clause_end && trigger.words.first >= from &&
           trigger.words.first < to;
  });
}

bool governs(const Trigger& trigger, const WordRange& words, const std::vector<Trigger>& triggers) {
  if (trigger.kind == TriggerKind::pseudo || trigger.kind == TriggerKind::clause_end) return false;
  const WordRange &first = is_before(trigger.kind) ? trigger.words : words,
                  &then = is_before(trigger.kind) ? words : trigger.words;
  return then.first >= first.last && then.first - first.last < trigger_scope &&
         !clause_between(triggers, first.last, then.first);
}

std::vector<Reading> read(Words words, const std::vector<Occurrence>& occurrences) {
  const auto triggers = find_triggers(words);
  std::vector<Reading> readings;
  for (const Occurrence& one : occurrences) {
    Reading reading;
    for (const Trigger& trigger : triggers) {
      // A term that holds its own negation (niet reanimeren) is not denied by it.
      if (trigger.words.overlaps(one.words) || !governs(trigger, one.words, triggers)) continue;
      if (is_negation(trigger.kind))
        reading = {Polarity::negated, trigger.words};
      else if (reading.polarity == Polarity::affirmed)
        reading = {Polarity::uncertain, trigger.words};
    }
    readings.push_back(reading);
  }
  return readings;
}

WordRange hull(const WordRange& a, const WordRange& b) {
  if (b.empty()) return a;
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

FlipKind flip_between(Polarity reference, Polarity output) {
  if (reference == Polarity::negated) return FlipKind::negation_lost;
  if (output == Polarity::negated) return FlipKind::negation_added;
  return FlipKind::certainty_flip;
}

class Comparer {
 public:
  Comparer(Words reference, Words output, const Layout& layout)
      : reference_(reference), output_(output), layout_(layout) {}

  void concepts(const std::vector<Occurrence>& in_reference,
                const std::vector<Occurrence>& in_output, const std::vector<Hit>& hits) {
    const auto left = read(reference_, in_reference), right = read(output_, in_output);
    for (const Hit& hit : hits) {
      ++report_.counts.matched;
      const Reading &said = left[hit.reference], &written = right[hit.output];
      if (said.polarity == written.polarity) continue;
      const WordRange left_range = hull(in_reference[hit.reference].words, said.trigger),
                      right_range = hull(in_output[hit.output].words, written.trigger);
      // Words added elsewhere can push a concept out of a scope; that turns nothing round.
      if (layout_.same_in_output(left_range) && layout_.same_in_reference(right_range)) continue;
      add(flip_between(said.polarity, written.polarity), left_range, right_range);
    }
  }

  // Words with an opposite, where the texts differ.
  void opposites() {
    for (const Segment& segment : layout_.segments) {
      if (segment.same) continue;
      for (std::size_t r = segment.reference.first; r < segment.reference.last; ++r)
        for (std::size_t o = segment.output.first; o < segment.output.last; ++o) {
          const auto found = opposite(reference_[r], output_[o]);
          if (!found) continue;
          ++report_.counts.matched;
          add(*found == Opposite::denies    ? FlipKind::negation_added
              : *found == Opposite::affirms ? FlipKind::negation_lost
                                            : FlipKind::opposite,
              {r, r + 1}, {o, o + 1});
          break;
        }
    }
  }

  PolarityReport take() { return std::move(report_); }

 private:
  void add(FlipKind kind, const WordRange& reference, const WordRange& output) {
    report_.flips.push_back({kind, reference, output});
    PolarityCounts& counts = report_.counts;
    (kind == FlipKind::negation_lost    ? counts.negation_lost
     : kind == FlipKind::negation_added ? counts.negation_added
     : kind == FlipKind::certainty_flip ? counts.certainty
                                        : counts.opposites) += 1;
  }

  Words reference_, output_;
  const Layout& layout_;
  PolarityReport report_;
};

}  // namespace

std::vector<Polarity> polarities(Words words, const std::vector<Occurrence>& occurrences) {
  std::vector<Polarity> found;
  for (const Reading& reading : read(words, occurrences)) found.push_back(reading.polarity);
  return found;
}

PolarityReport compare_polarity(Words reference, Words output,
                                const std::vector<Occurrence>& in_reference,
                                const std::vector<Occurrence>& in_output,
                                const std::vector<Hit>& hits, const Layout& layout) {
  Comparer comparer(reference, output, layout);
  comparer.concepts(in_reference, in_output, hits);
  comparer.opposites();
  return comparer.take();
}

}  // namespace keur::transcript
