// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/dose_response.h"

#include <algorithm>
#include <map>

#include "harness/judge/slice.h"

namespace keur {

std::optional<DoseResponse> dose_response(const Task& task, const Metric& metric,
                                          const Ledger& ledger, double confidence) {
  if (!task.condition || task.condition->doses.empty()) return std::nullopt;
  std::map<int, std::vector<Point>> by_speaker;
  for (const auto& [level, dose] : task.condition->doses) {
    const ClusterSums here = sums(ledger, {ledger.conditions.find(level.name), {}});
    for (std::size_t i = 0; i < here.clusters.size(); ++i)
      if (const auto value = metric.value(here.sums.row(static_cast<Eigen::Index>(i))))
        by_speaker[here.clusters[i]].push_back({dose, *value});
  }
  std::vector<std::vector<Point>> lines;
  int shortened = 0;
  for (const auto& [speaker, points] : by_speaker) {
    lines.push_back(points);
    std::vector<Point> above_zero;
    std::copy_if(points.begin(), points.end(), std::back_inserter(above_zero),
                 [](const Point& point) { return point.y > 0; });
    if (above_zero.size() < points.size() && least_squares(above_zero)) ++shortened;
  }
  const auto slope = rate_slope(lines, confidence);
  if (!slope) return std::nullopt;
  return DoseResponse{*slope, shortened};
}

}  // namespace keur
