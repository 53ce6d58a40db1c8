// SPDX-License-Identifier: Apache-2.0
// Every gate of a suite planned: what is assumed of each, and where that comes from.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "harness/judge/plan.h"
#include "harness/run/ledger.h"
#include "metrics/core/diagnostic.h"

namespace keur {

// What was said on the command line. The key is a gate's id; an empty key holds for all gates.
struct Assumptions {
  std::map<std::string, double> truth, base, spread, units;
  std::optional<double> correlation, pairing;
  std::optional<long> clusters;            // in all; data are scaled to it
  std::map<std::string, long> of_group;    // gate/level
};

// Data to take sizes from: the reference data alone (counted against empty outputs, which leaves
// the denominators), or a finished run, which shows spread and values as well.
enum class Evidence { none, reference, pilot };

enum class Origin { given, pilot, data, half_way, other_gate, convention };
const char* name(Origin origin);

struct PlannedFinding {
  PlannedPart part;
  PartPlan plan;
  Origin truth_from, correlation_from, pairing_from, base_from, clusters_from, units_from;
};

struct GatePlan {
  std::size_t gate = 0;
  std::vector<PlannedFinding> parts;
};

// Errors of one speaker in two conditions go together; how much is not known without a pilot. A
// convention of this project: half of the variance between speakers is shared.
inline constexpr double planned_pairing = 0.5;

// One for each gate, in suite order. Problems: sizes or values nobody said, gates that do not exist,
// values that cannot be. `ledgers`: one a task; empty without evidence.
std::optional<std::vector<GatePlan>> plan_study(const Suite& suite, const Assumptions& assumed,
                                                Evidence evidence,
                                                const std::vector<Ledger>& ledgers,
                                                Diagnostics& problems);

// The chance that every finding of every gate that must pass does (planning.h, joint_power).
struct StudyPower {
  long findings;
  double independent, at_least, at_most;
};
StudyPower study_power(const Suite& suite, const std::vector<GatePlan>& plans);

}  // namespace keur
