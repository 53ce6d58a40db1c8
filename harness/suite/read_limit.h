// SPDX-License-Identifier: Apache-2.0
// The limit of a gate: one key, whose unit has to fit what is limited.
#pragma once
#include "harness/suite/keys.h"
#include "harness/suite/suite.h"

namespace keur {

// Fills direction, quantity, limit and limit_text. `entry` is the gate.
void read_limit(const Keys& keys, const Yaml& entry, Gate& gate, Diagnostics& problems);

}  // namespace keur
