// SPDX-License-Identifier: Apache-2.0
// How fast a tool gets worse as the room gets louder: the slope of the log error rate over the
// signal-to-noise ratio, per speaker, and its mean over speakers. On the log scale the slope does
// not depend on how good the speaker is understood in quiet.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "metrics/estimate/interval.h"

namespace keur {

struct Point {
  double x, y;
};

struct Line {
  double slope, intercept;
  std::optional<double> slope_error;  // nullopt for two points, which no line misses
};

// Ordinary least squares (Draper and Smith 1998, Applied Regression Analysis, chapter 1). nullopt
// for fewer than two points and where all have one x. Cost: n.
std::optional<Line> least_squares(std::span<const Point> points);

struct RateSlope {
  int speakers = 0;  // with a slope
  int left_out = 0;  // fewer than two levels with errors: no slope on the log scale
  double mean;       // of the slopes: change of ln(rate) per dB
  std::optional<double> standard_error;  // of the mean over speakers; nullopt below two, or where 0
  std::optional<Interval> interval;      // t with speakers - 1 degrees of freedom
};

// One entry per speaker: points of decibels and error rate. Points without errors are left out,
// since ln 0 is no number; a speaker's other points still count. nullopt where no speaker has a
// slope.
std::optional<RateSlope> rate_slope(std::span<const std::vector<Point>> speakers,
                                    double confidence);

// The rate at 10 dB less over the rate now.
double rate_ratio_per_10_db(double slope);

}  // namespace keur
