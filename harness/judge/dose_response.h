// SPDX-License-Identifier: Apache-2.0
// How much worse a tool gets with every decibel of noise, or whatever the suite gives its conditions
// numbers for: one line per speaker, and the mean over speakers (metrics/estimate/slope.h).
#pragma once
#include <optional>

#include "harness/run/ledger.h"
#include "harness/suite/suite.h"
#include "metrics/estimate/slope.h"

namespace keur {

struct DoseResponse {
  RateSlope slope;  // of ln(metric) over dose; its left_out: speakers without a line
  // Speakers with a line through fewer conditions than they have cases in, because the metric is 0
  // in the others and ln 0 is no number.
  int shortened = 0;
};

// nullopt where the suite declares no doses or no speaker has a line. A speaker's point is the
// metric over all of the speaker's cases in that condition; where it is undefined there is no point.
std::optional<DoseResponse> dose_response(const Task& task, const Metric& metric,
                                          const Ledger& ledger, double confidence);

}  // namespace keur
