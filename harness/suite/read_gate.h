// SPDX-License-Identifier: Apache-2.0
// One entry of `gates:`, checked against the tasks it judges.
#pragma once
#include <optional>

#include "harness/suite/suite.h"
#include "harness/suite/yaml.h"

namespace keur {

// nullopt when task or metric are unknown, so that nothing more can be said about it.
std::optional<Gate> read_gate(const Yaml& entry, const std::vector<Task>& tasks,
                              Diagnostics& problems);

}  // namespace keur
