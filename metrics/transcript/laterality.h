// SPDX-License-Identifier: Apache-2.0
// Sides and directions: links, rechts, beiderzijds; mediaal, lateraal; proximaal, distaal; and the
// English for them, alone or as the first part of a word (linkerheup, rechtsonder).
//
// Compared by place. Where the texts differ, a side of the reference pairs with one of the output
// that is of its axis, in order; what then differs is flipped, what is left over lost or added. A
// compound written apart (linker heup, linkerheup) holds the same side twice.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "metrics/transcript/terms.h"

namespace keur::transcript {

enum class Side { left, right, both, medial, lateral, proximal, distal };

std::optional<Side> side_of(std::string_view word);

enum class SideChange { flipped, lost, added };

struct SideDifference {
  SideChange change;
  WordRange reference, output;  // the word; empty on the side where there is none
  // The occurrence of the reference nearest to it (of the output for an added one); ties to the
  // one after it. nullopt where the text has no concept.
  std::optional<std::size_t> occurrence;
};

struct SideCounts {
  std::int64_t reference = 0;  // words of the reference with a side
  std::int64_t flipped = 0, lost = 0, added = 0;
};

struct SideReport {
  SideCounts counts;
  std::vector<SideDifference> differences;
};

SideReport compare_sides(Words reference, Words output, const std::vector<Occurrence>& in_reference,
                         const std::vector<Occurrence>& in_output, const Layout& layout);

}  // namespace keur::transcript
