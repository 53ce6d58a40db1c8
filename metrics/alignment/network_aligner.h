// SPDX-License-Identifier: Apache-2.0
// The alignment of two networks of words (network.h), as sclite makes it.
//
// Costs, in float as there (word.c:wwd_WORD): equal words 0, a substitution 4, a removal or
// insertion 3, of an optional word 2, of @ 0.001, @ for @ 1. In a cell, with the best of each kind
// over all predecessors: the diagonal if no dearer than both gaps, else a removal if strictly
// cheaper than an insertion, else an insertion; among predecessors the first that is cheapest
// (net_dp.c). What is only @ is then left out of the way. So how many words the reference has
// depends on the output.
//
// Cost: reference words x (4/3 errors of the first readings + differences in length between
// alternatives) cells of about 5 ns and 3 bytes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "metrics/alignment/aligner.h"
#include "metrics/alignment/network.h"

namespace keur {

struct NetworkStep {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  // `match` also for an optional word that stands alone: one of the arcs is `none` then.
  Edit edit;
  std::uint32_t reference_arc = none, output_arc = none;
  bool operator==(const NetworkStep&) const = default;
};

// Scratch space: one per thread.
class NetworkAligner {
 public:
  // `matched` includes optional words that stand alone, of either side, as sclite's "correct" does.
  EditCounts count(const WordNetwork& reference, const WordNetwork& output);

  // From first to last. Valid until the next call.
  const std::vector<NetworkStep>& trace(const WordNetwork& reference, const WordNetwork& output);

 private:
  struct Choice {  // how a cell was reached: by an edit, from which predecessors
    Edit edit;
    std::uint8_t reference, output;
  };
  struct Row {  // of one arc of the reference; columns are arcs of the output, from `begin` on
    std::size_t begin = 0;
    std::vector<float> costs;  // emptied when no arc can follow any more
    std::vector<Choice> choices;
    float cost(std::size_t column) const;
  };
  float dearest(const WordNetwork& reference, const WordNetwork& output);
  void fill(const WordNetwork& reference, const WordNetwork& output);
  void fill_row(const WordNetwork& reference, const WordNetwork& output, std::size_t row);

  Aligner aligner_;
  std::vector<Row> rows_;
  std::vector<NetworkStep> trace_;
};

}  // namespace keur
