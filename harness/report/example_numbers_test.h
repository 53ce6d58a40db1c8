// SPDX-License-Identifier: Apache-2.0
// Measurements for the example report.
#pragma once
#include <cstdint>
#include <vector>

#include "harness/report/report.h"

namespace keur {

// Bounds are fixed shares of the value: plain products, the same on every machine.
inline Measurement rate(double numerator, double denominator, std::int64_t cases, std::int64_t clusters,
                 double below = 0.75, double above = 1.35) {
  Measurement m;
  m.value = numerator / denominator;
  m.lower = *m.value * below;
  m.upper = *m.value * above;
  m.standard_error = *m.value * 0.15;
  m.degrees_of_freedom = static_cast<double>(clusters - 1);
  m.design_effect = 4;
  m.effective_size = denominator / 4;
  m.numerator = numerator;
  m.denominator = denominator;
  m.cases = cases;
  m.clusters = clusters;
  m.method = "log-t, cluster-linearised";
  return m;
}

inline Measurement contrast(double value, double lower, double upper, std::int64_t cases,
                     std::int64_t clusters, const char* method) {
  Measurement m;
  m.value = value;
  m.lower = lower;
  m.upper = upper;
  m.standard_error = (upper - lower) / 4;
  m.degrees_of_freedom = static_cast<double>(clusters - 1);
  m.cases = cases;
  m.clusters = clusters;
  m.method = method;
  return m;
}

inline Measurement undefined(std::int64_t cases) {
  Measurement m;
  m.cases = cases;
  m.method = "none";
  return m;
}

// example_gates_test.cc
std::vector<GateReport> example_gates();

// example_cases_test.cc: what the report says of single cases, and the ladder.
void add_example_cases(TaskReport& task);

}  // namespace keur
