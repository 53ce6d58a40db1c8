// SPDX-License-Identifier: Apache-2.0
// The change between two runs, put together from their reports and the judge's findings.
#pragma once
#include "harness/judge/change.h"
#include "harness/report/change_report.h"

namespace keur {

// `base` and `fresh` are the reports of the two runs; same_protocol() found nothing that differs.
ChangeReport assemble_change(const Suite& suite, const Report& base, const Report& fresh,
                             const Change& change);

// What keeps two reports from being compared, a phrase each: "the suite (demo 1.0.0 and 1.1.0)".
// Only outputs and the tool's name may differ. Data of the reports is in it.
std::vector<std::string> protocol_differences(const Report& base, const Report& fresh);

}  // namespace keur
