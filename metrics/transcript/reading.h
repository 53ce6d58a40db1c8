// SPDX-License-Identifier: Apache-2.0
// A reference and an output read for what they mean: concepts, drugs, numbers, negations, sides and
// runs of both, and how they differ. One value; what is counted and what is shown both come from
// it.
#pragma once
#include <vector>

#include "metrics/transcript/entities.h"
#include "metrics/transcript/laterality.h"
#include "metrics/transcript/medication.h"
#include "metrics/transcript/numbers.h"
#include "metrics/transcript/polarity.h"
#include "metrics/transcript/runs.h"

namespace keur::transcript {

struct Reading {
  Words reference, output;
  Layout layout;
  std::vector<Occurrence> in_reference, in_output;
  std::vector<Hit> hits;
  std::vector<Quantity> reference_numbers, output_numbers;
  TermCounts terms;
  EntityCounts entities;
  MedicationReport medication;
  NumberReport numbers;
  PolarityReport polarity;
  SideReport sides;
  RunReport runs;
};

// The words live on as long as the reading does.
Reading read_pair(const TermFinder& finder, Words reference, Words output, Aligner& aligner);

}  // namespace keur::transcript
