// SPDX-License-Identifier: Apache-2.0
// The same outputs under every value of one setting, side by side: how much of an error rate is
// spelling, and how much a normaliser for comparison hides.
#pragma once
#include <string>
#include <vector>

#include "harness/run/case_pass.h"
#include "metrics/estimate/estimate.h"

namespace keur {

struct LadderRung {
  std::string value;                  // basic-1
  bool chosen = false;                // by the suite: the only one that is judged
  std::vector<std::string> warnings;  // of the family, about this value
  std::vector<Estimate> estimates;    // of Family::ladder_metrics
};

// One rung for each value of Family::ladder, in the order of the family; none where it has no such
// setting. On the cases of the baseline where the task has conditions, else on all. The list of
// terms plays no part. Cost: one pass over the data, every case counted once for each rung.
std::vector<LadderRung> climb_ladder(const Task& task, PreparedTask& prepared, double confidence,
                                     PassOptions options, Diagnostics& problems);

}  // namespace keur
