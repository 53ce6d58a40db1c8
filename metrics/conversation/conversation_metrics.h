// SPDX-License-Identifier: Apache-2.0
// The metrics of the family, in the order in which a report shows them.
#pragma once
#include <vector>

#include "metrics/core/metric.h"

namespace keur::conversation {

std::vector<Metric> conversation_metrics();

}  // namespace keur::conversation
