// SPDX-License-Identifier: Apache-2.0
// Back from a case id to its text, for those who hold the data: `keur show` and reports that were
// asked to carry text.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "harness/run/ledger.h"
#include "harness/run/prepare.h"
#include "metrics/core/examination.h"

namespace keur {

struct FoundCase {
  Entry entry;  // with its counts
  Examination examination;
};

// The cases with these ids, by id; ids that do not occur are not in the result. One pass over the
// reference data, which ends when all are found.
std::map<std::string, FoundCase> find_cases(const Task& task, PreparedTask& prepared,
                                            const std::vector<std::string>& ids,
                                            Diagnostics& problems);

}  // namespace keur
