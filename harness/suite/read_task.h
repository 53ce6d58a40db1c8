// SPDX-License-Identifier: Apache-2.0
// One entry of `tasks:`.
#pragma once
#include <optional>
#include <vector>

#include "harness/suite/keys.h"
#include "harness/suite/suite.h"

namespace keur {

// nullopt when its kind is unknown, so that nothing more can be said about it.
std::optional<Task> read_task(const Yaml& entry, Diagnostics& problems);

// The keys of `cases:` and `outputs:` of a family, for the reader and the schema.
std::vector<Key> case_keys(const Family& family);
std::vector<Key> output_keys(const Family& family);

}  // namespace keur
