// SPDX-License-Identifier: Apache-2.0
// Power against the number of clusters.
#pragma once
#include <string>

#include "harness/report/plan_report.h"

namespace keur {

// One row of a plan, whose curve has two points or more. `id` plain; title and description markup.
// Lines at 80 and 90 %, where the curve first reaches them, and at what is planned.
std::string svg_power(const PlanRow& row, std::string_view id, std::string_view title,
                      std::string_view description);

}  // namespace keur
