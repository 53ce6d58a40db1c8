// SPDX-License-Identifier: Apache-2.0
// The report for people: one HTML file without script and without network, readable with styles
// blocked, on paper and on a phone, in English with Dutch beside it.
#pragma once
#include <string>

#include "harness/report/report.h"

namespace keur {

// Rendered from the report alone: same report, same bytes.
std::string html_report(const Report& report);

}  // namespace keur
