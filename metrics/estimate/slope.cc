// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/slope.h"

#include <cmath>

#include "metrics/estimate/linearise.h"
#include "metrics/estimate/student_t.h"

namespace keur {

std::optional<Line> least_squares(std::span<const Point> points) {
  if (points.size() < 2) return std::nullopt;
  const double n = static_cast<double>(points.size());
  double mean_x = 0, mean_y = 0, xx = 0, xy = 0;
  for (const Point& point : points) {
    mean_x += point.x / n;
    mean_y += point.y / n;
  }
  for (const Point& point : points) {
    xx += (point.x - mean_x) * (point.x - mean_x);
    xy += (point.x - mean_x) * (point.y - mean_y);
  }
  if (!(xx > 0)) return std::nullopt;
  Line line{xy / xx, mean_y - xy / xx * mean_x, std::nullopt};
  if (points.size() == 2) return line;
  std::vector<double> misses;
  for (const Point& point : points)
    misses.push_back(point.y - line.intercept - line.slope * point.x);
  line.slope_error = std::sqrt(sum_of_squares(misses) / (n - 2) / xx);
  return line;
}

std::optional<RateSlope> rate_slope(std::span<const std::vector<Point>> speakers,
                                    double confidence) {
  RateSlope result{};
  std::vector<double> slopes;
  for (const std::vector<Point>& levels : speakers) {
    std::vector<Point> with_errors;
    for (const Point& level : levels)
      if (level.y > 0) with_errors.push_back({level.x, std::log(level.y)});
    if (const auto line = least_squares(with_errors))
      slopes.push_back(line->slope);
    else
      ++result.left_out;
  }
  if (slopes.empty()) return std::nullopt;
  const double n = static_cast<double>(slopes.size());
  result.speakers = static_cast<int>(slopes.size());
  for (const double slope : slopes) result.mean += slope / n;
  if (slopes.size() < 2) return result;
  std::vector<double> deviations;
  for (const double slope : slopes) deviations.push_back(slope - result.mean);
  const double error = std::sqrt(sum_of_squares(deviations) / (n - 1) / n);
  if (no_spread(error, std::abs(result.mean))) return result;
  result.standard_error = error;
  result.interval =
      symmetric_interval(Scale::linear, result.mean, student_t_critical(confidence, n - 1) * error);
  return result;
}

double rate_ratio_per_10_db(double slope) { return std::exp(-10 * slope); }

}  // namespace keur
