// SPDX-License-Identifier: Apache-2.0
// What keur plan is told to assume, from its options.
#pragma once
#include <boost/program_options.hpp>

#include "harness/cli/options.h"
#include "harness/judge/plan_study.h"

namespace keur {

void add_plan_options(Options& options);

struct PlanCall {
  Assumptions assumed;
  double power_wanted = 0.8;
};

// nullopt after a usage error, which was shown.
std::optional<PlanCall> read_plan_options(Console& console,
                                          const boost::program_options::variables_map& values);

}  // namespace keur
