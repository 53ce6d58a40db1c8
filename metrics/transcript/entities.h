// SPDX-License-Identifier: Apache-2.0
// Entities found against entities there are, by the four measures of SemEval-2013 task 9.1 (Segura-
// Bedmar, Martínez, Herrero-Zazo 2013), after MUC-5. For each pair of entities one is
//
//   strict   correct when boundaries and type are equal (and the concept, where both name one)
//   exact    correct when the boundaries are equal
//   partial  correct when the boundaries are equal, else half correct when they overlap
//   type     correct when they overlap and the type is equal
//
// precision = correct / output entities, recall = correct / reference entities; over several texts
// the counts are added first. Which entity pairs with which is decided once, for the best total:
// as many strict pairs as can be, then exact, then type, then overlapping ones. Pairing from left
// to right instead makes the score depend on the order of the list.
//
// Boundaries are places on the ruler of a layout, so that an inserted word elsewhere moves none.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "metrics/transcript/terms.h"

namespace keur::transcript {

struct Entity {
  int type;
  std::size_t first, last;  // both within
  int value = -1;           // the concept; -1: none named
};

struct EntityCounts {
  std::int64_t reference = 0, output = 0;
  std::int64_t strict = 0, exact = 0, type = 0;  // correct
  std::int64_t partial = 0;  // overlapping with other boundaries: half correct each
  std::int64_t paired = 0;   // all pairs; what is not paired is missing or spurious
};

struct EntityScore {
  EntityCounts counts;
  std::vector<std::pair<std::size_t, std::size_t>> pairs;  // reference, output; in order
};

// Cost: cubic in the entities that overlap each other, which are few.
EntityScore score_entities(const std::vector<Entity>& reference, const std::vector<Entity>& output);

// Occurrences as entities on the ruler.
std::vector<Entity> entities_of(const std::vector<Occurrence>& occurrences,
                                const std::vector<std::size_t>& columns);

}  // namespace keur::transcript
