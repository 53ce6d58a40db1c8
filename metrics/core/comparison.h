// SPDX-License-Identifier: Apache-2.0
// A reference and an output laid side by side, for a person to read: what `keur show` and the
// worst-cases page print. Counting never goes through here.
#pragma once
#include <string>
#include <vector>

namespace keur {

enum class Mark { correct, substituted, removed, inserted };

struct Piece {
  Mark mark;
  std::string reference;  // empty when inserted
  std::string output;     // empty when removed
  // What a reader has to know before this piece and those after it: who speaks. Mostly empty.
  std::string heading = {};
};

using Comparison = std::vector<Piece>;

}  // namespace keur
