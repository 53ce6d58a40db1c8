// SPDX-License-Identifier: Apache-2.0
// A report made by hand, for the tests of the pages: every verdict, missing and errored cases,
// undefined numbers, and names written by somebody who means harm. The numbers are invented but
// agree with each other (example_report_test.cc).
#pragma once
#include "harness/report/report.h"

namespace keur {

Report example_report();

}  // namespace keur
