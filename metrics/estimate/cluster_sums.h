// SPDX-License-Identifier: Apache-2.0
// The rows of one slice added up per cluster. A cluster is whatever repeats: a speaker, a ward, a
// planner. Cases of one cluster resemble each other, so the cluster, not the case, is the unit of
// every standard error in this folder.
#pragma once
#include <vector>

#include "metrics/core/row.h"

namespace keur {

struct ClusterSums {
  std::vector<int> clusters;  // ascending and distinct, as the ledger numbers them
  Rows sums;                  // clusters x columns, one row per entry of `clusters`
  long cases = 0;             // rows that were added up

  // 1 x columns; zeros when there is no cluster. Exact, because counts are whole numbers.
  Row total() const;
};

}  // namespace keur
