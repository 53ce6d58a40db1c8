// SPDX-License-Identifier: Apache-2.0
// From numbers to places on a drawing.
#pragma once
#include <string>
#include <vector>

namespace keur {

// A straight scale: `low` is drawn at `from`, `high` at `to`. `low` and `high` differ.
struct Axis {
  double low, high;
  double from, to;

  double at(double value) const { return from + (value - low) / (high - low) * (to - from); }
};

// Round values in [low, high] at a step of 1, 2 or 5 times a power of ten: the smallest such step
// that gives at most `most` of them (most >= 2, low < high).
std::vector<double> ticks(double low, double high, int most);

// A coordinate with one decimal at most: 12, 12.5, never -0.
std::string px(double place);

}  // namespace keur
