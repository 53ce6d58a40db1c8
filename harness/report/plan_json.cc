// SPDX-License-Identifier: Apache-2.0
#include "harness/report/as_json.h"
#include "harness/report/json_writer.h"
#include "harness/report/plan_fields.h"

namespace keur {

std::string plan_json(const PlanReport& plan) { return json_text(as_json(plan)); }

}  // namespace keur
