// SPDX-License-Identifier: Apache-2.0
// The report for a continuous-integration server: one test case per gate, in JUnit's XML.
#pragma once
#include <string>

#include "harness/report/report.h"

namespace keur {

// A gate that fails is a failure. One that is inconclusive or not estimable is a failure where the
// tool must prove itself (burden `tool`) and skipped where a regression must be proven. Every time
// is 0.000: the report holds no clock, and readers of this format want three decimals.
std::string junit_report(const Report& report);

}  // namespace keur
