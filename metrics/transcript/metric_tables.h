// SPDX-License-Identifier: Apache-2.0
// The metrics of the family, in the order in which a report shows them.
#pragma once
#include <vector>

#include "metrics/core/metric.h"

namespace keur::transcript {

std::vector<Metric> word_metrics();      // word_metrics.cc
std::vector<Metric> clinical_metrics();  // clinical_metrics.cc: all of them need terms

}  // namespace keur::transcript
