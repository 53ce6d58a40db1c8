// SPDX-License-Identifier: Apache-2.0
// Dose and response: one metric over conditions that get harder, with the limit of each.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "harness/report/report.h"

namespace keur {

struct DosePoint {
  std::string label;                         // data; escaped and shortened here
  const Measurement* measurement = nullptr;  // nullptr: not measured
  std::optional<double> limit;               // in the units of the metric
  std::string limit_label;                   // markup
  std::string verdict;                       // of the gate on this condition; empty: not judged
};

struct Dose {
  std::string id, title, description;  // id plain; the others markup
  std::vector<DosePoint> points;       // at least one, mildest first
};

// Proportions on a vertical axis from zero; conditions stand at equal distances, because nothing
// says how far apart they are. A condition without an estimate breaks the line.
std::string svg_dose(const Dose& dose);

}  // namespace keur
