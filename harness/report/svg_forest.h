// SPDX-License-Identifier: Apache-2.0
// A forest plot: one row per group, estimate and interval on a common axis.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "harness/report/report.h"

namespace keur {

struct ForestRow {
  std::string label;                         // data; escaped and shortened here
  std::string remark;                        // 12 speakers, 4 310 words; markup
  const Measurement* measurement = nullptr;  // nullptr: a heading
};

struct Forest {
  std::string id, title, description;  // id plain; the others markup
  std::vector<ForestRow> rows;
  std::optional<double> line;  // a proportion; drawn down all rows
  std::string line_label;      // markup
};

// Proportions on an axis from zero. A row whose estimate is undefined says so and keeps its place;
// an interval that would squeeze the others is cut off with an arrow.
std::string svg_forest(const Forest& forest);

}  // namespace keur
