// SPDX-License-Identifier: Apache-2.0
// The clock and the machine: the only place that looks at them. What it finds goes into the signed
// envelope, never into the report.
#pragma once
#include <string>
#include <vector>

#include "harness/report/predicate.h"

namespace keur {

// RFC 3339 in UTC, to the second; SOURCE_DATE_EPOCH, when set, stands in for the clock
// (https://reproducible-builds.org/specs/source-date-epoch/).
std::string time_now();

// Operating system, kernel, architecture and number of threads.
std::vector<Property> this_machine(int threads);

// The bytes of the running program, as a path for hashing.
inline constexpr const char* own_program = "/proc/self/exe";

}  // namespace keur
