// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/mapsswe.h"

#include <boost/math/special_functions/erf.hpp>
#include <cmath>

#include "metrics/estimate/boost_policy.h"
#include "metrics/estimate/student_t.h"

namespace keur {

MatchedPairs matched_pairs(std::span<const PairedErrors> segments) {
  MatchedPairs result;
  result.segments = static_cast<long>(segments.size());
  if (segments.empty()) return result;
  // Whole numbers: the sums are exact, and a variance of 0 is exactly that.
  long sum = 0, squares = 0;
  for (const PairedErrors& segment : segments) {
    const long difference = segment.first - segment.second;
    sum += difference;
    squares += difference * difference;
  }
  const auto n = static_cast<double>(result.segments);
  result.mean = static_cast<double>(sum) / n;
  if (segments.size() < 2) return result;
  const long scaled_variance = result.segments * squares - sum * sum;
  result.variance = static_cast<double>(scaled_variance) / (n * (n - 1));
  if (scaled_variance == 0) {
    if (sum == 0)
      result.p_normal = result.p_student = 1.0;
    else
      result.constant_shift = true;
    return result;
  }
  result.statistic = *result.mean / std::sqrt(*result.variance / n);
  const double size = std::abs(*result.statistic);
  result.p_normal = boost::math::erfc(size / std::sqrt(2.0), Quiet());
  result.p_student = 2 * student_t_tail(size, n - 1);
  return result;
}

}  // namespace keur
