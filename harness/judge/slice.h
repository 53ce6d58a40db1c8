// SPDX-License-Identifier: Apache-2.0
// A slice of a ledger, added up by cluster: the only way from rows to estimates.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "harness/run/ledger.h"
#include "metrics/estimate/cluster_sums.h"

namespace keur {

// Rows with this condition and these group levels, all by number; -1: any condition.
struct Slice {
  int condition = -1;
  std::vector<std::pair<std::size_t, int>> where = {};   // group field, level
  std::vector<std::pair<std::size_t, int>> except = {};  // rows with all of these are left out

  bool holds(const Ledger& ledger, std::size_t row) const;
};

// Cost: one pass over the ledger.
ClusterSums sums(const Ledger& ledger, const Slice& slice);

// Both sides of a contrast of conditions, restricted to the pairs that both have; `left_out` counts
// the rows without a counterpart. Where the suite declares no pair, nothing is left out and the
// sides are linked by their clusters alone.
struct PairedSums {
  ClusterSums compared, reference;
  long left_out = 0;
};
PairedSums paired_sums(const Ledger& ledger, const Slice& compared, const Slice& reference);

// How many cases of the reference side have none on the compared side: of the same cluster and
// pair, and of the same cluster alone where the suite declares no pair.
long lacking(const Ledger& ledger, const Slice& compared, const Slice& reference);

}  // namespace keur
