// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/entities.h"

#include <algorithm>

#include "metrics/transcript/assignment.h"

namespace keur::transcript {
namespace {

bool overlap(const Entity& a, const Entity& b) { return a.first <= b.last && b.first <= a.last; }
bool exact(const Entity& a, const Entity& b) { return a.first == b.first && a.last == b.last; }
bool strict(const Entity& a, const Entity& b) {
  return exact(a, b) && a.type == b.type && (a.value < 0 || b.value < 0 || a.value == b.value);
}

// Pairs worth more come first whatever the number of the lesser ones: each grade is one digit to a
// base larger than any number of pairs. A pair that is exact is not also counted as overlapping
// with the right type; the grades are those of the best word for it.
std::int64_t worth(const Entity& a, const Entity& b, std::int64_t base) {
  if (!overlap(a, b)) return 0;
  if (strict(a, b)) return base * base * base;
  if (exact(a, b)) return base * base;
  if (a.type == b.type) return base;
  return 1;
}

class Scorer {
 public:
  Scorer(const std::vector<Entity>& reference, const std::vector<Entity>& output)
      : reference_(reference), output_(output) {
    score_.counts.reference = static_cast<std::int64_t>(reference.size());
    score_.counts.output = static_cast<std::int64_t>(output.size());
  }

  // Entities that overlap, directly or through others, are matched together; between such groups
  // nothing can pair.
  EntityScore run() {
    std::vector<bool> seen(reference_.size());
    for (std::size_t i = 0; i < reference_.size(); ++i)
      if (!seen[i]) match(group_of(i, seen));
    std::sort(score_.pairs.begin(), score_.pairs.end());
    return std::move(score_);
  }

 private:
  struct Group {
    std::vector<std::size_t> reference, output;
  };

  Group group_of(std::size_t start, std::vector<bool>& seen) {
    Group group;
    group.reference.push_back(start);
    seen[start] = true;
    for (std::size_t next = 0; next < group.reference.size(); ++next)
      for (std::size_t j = 0; j < output_.size(); ++j) {
        if (!overlap(reference_[group.reference[next]], output_[j])) continue;
        if (std::find(group.output.begin(), group.output.end(), j) != group.output.end()) continue;
        group.output.push_back(j);
        for (std::size_t i = 0; i < reference_.size(); ++i)
          if (!seen[i] && overlap(reference_[i], output_[j])) {
            seen[i] = true;
            group.reference.push_back(i);
          }
      }
    std::sort(group.reference.begin(), group.reference.end());
    std::sort(group.output.begin(), group.output.end());
    return group;
  }

  void match(const Group& group) {
    if (group.output.empty()) return;
    const auto base =
        static_cast<std::int64_t>(std::min(group.reference.size(), group.output.size())) + 1;
    std::vector<std::vector<std::int64_t>> gain;
    for (const std::size_t i : group.reference) {
      gain.emplace_back();
      for (const std::size_t j : group.output)
        gain.back().push_back(worth(reference_[i], output_[j], base));
    }
    const auto chosen = best_assignment(gain);
    for (std::size_t row = 0; row < chosen.size(); ++row)
      if (chosen[row]) count(group.reference[row], group.output[*chosen[row]]);
  }

  void count(std::size_t i, std::size_t j) {
    const Entity &a = reference_[i], &b = output_[j];
    score_.pairs.emplace_back(i, j);
    ++score_.counts.paired;
    score_.counts.strict += strict(a, b);
    score_.counts.exact += exact(a, b);
    score_.counts.partial += !exact(a, b);
    score_.counts.type += a.type == b.type;
  }

  const std::vector<Entity>&reference_, &output_;
  EntityScore score_;
};

}  // namespace

EntityScore score_entities(const std::vector<Entity>& reference,
                           const std::vector<Entity>& output) {
  return Scorer(reference, output).run();
}

std::vector<Entity> entities_of(const std::vector<Occurrence>& occurrences,
                                const std::vector<std::size_t>& columns) {
  std::vector<Entity> entities;
  for (const Occurrence& one : occurrences)
    entities.push_back({static_cast<int>(one.type), columns[one.words.first],
                        columns[one.words.last - 1], static_cast<int>(one.concept_number)});
  return entities;
}

}  // namespace keur::transcript
