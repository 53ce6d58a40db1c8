// SPDX-License-Identifier: Apache-2.0
// The cases of a task counted once more, under settings that forgive less (Family::stricter).
#pragma once
#include <optional>

#include "harness/run/case_pass.h"

namespace keur {

// nullopt where the family knows nothing stricter than the task's own settings. Cost: one pass over
// the data.
std::optional<Ledger> count_stricter(const Task& task, PreparedTask& prepared,
                                     const PassOptions& options, Diagnostics& problems);

}  // namespace keur
