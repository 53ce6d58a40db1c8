// SPDX-License-Identifier: Apache-2.0
// What data say about the parts of a gate, before any assumption.
#pragma once
#include "harness/judge/plan_study.h"
#include "harness/judge/sides.h"

namespace keur {

struct PartEvidence {
  std::string level;
  PlannedSide compared;
  std::optional<PlannedSide> reference;
  bool paired = false;
  // Of a pilot: the value of the reference side, the correlation its spread shows, pooled over the
  // sides, and how the sides go together; nullopt where it shows none (no events, one cluster).
  std::optional<double> base, correlation, pairing;
};

PartEvidence part_evidence(const Gate& gate, const Sides& sides, bool pilot);

}  // namespace keur
