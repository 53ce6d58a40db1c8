// SPDX-License-Identifier: Apache-2.0
// The plan of a study, put together from what the judge computed.
#pragma once
#include "harness/judge/plan_study.h"
#include "harness/report/plan_report.h"

namespace keur {

// `power_wanted`: a finding less likely to pass is warned of.
PlanReport assemble_plan(const Suite& suite, const std::vector<GatePlan>& plans,
                         double power_wanted);

}  // namespace keur
