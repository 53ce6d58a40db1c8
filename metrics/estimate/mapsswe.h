// SPDX-License-Identifier: Apache-2.0
// Whether two outputs for the same references differ in errors: the matched-pairs test on segments
// (Gillick and Cox 1989; NIST sc_stats "mapsswe"). The segments are taken for independent, so it is
// for comparison with published figures; differences between clusters are in contrast.h.
//
// With d the difference in errors of a segment: W = mean(d) / sqrt(variance(d) / n), the variance
// with n - 1. NIST looks W up in the normal distribution and asks for at least 50 segments; with
// fewer, Student's t with n - 1 degrees of freedom is the cautious one.
#pragma once
#include <optional>
#include <span>

namespace keur {

struct PairedErrors {
  long first = 0, second = 0;
};

struct MatchedPairs {
  long segments = 0;
  std::optional<double> mean;      // first - second; undefined without segments
  std::optional<double> variance;  // undefined for fewer than two
  // Undefined where the variance is 0 or undefined.
  std::optional<double> statistic;
  // Two-sided. 1 if all differences are 0; undefined, and `constant_shift` set, if all are the same
  // other number: every segment then says the same, and the test has no scale to measure it by.
  std::optional<double> p_normal, p_student;
  bool constant_shift = false;
};

MatchedPairs matched_pairs(std::span<const PairedErrors> segments);

}  // namespace keur
