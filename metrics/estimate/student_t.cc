// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/student_t.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "metrics/estimate/boost_policy.h"

namespace keur {
namespace {
using StudentT = boost::math::students_t_distribution<double, Quiet>;
using Normal = boost::math::normal_distribution<double, Quiet>;
}  // namespace

double student_t_critical(double confidence, double degrees_of_freedom) {
  // The complement keeps the precision of a small tail that 1 - tail would lose.
  return quantile(complement(StudentT(degrees_of_freedom), (1 - confidence) / 2));
}

double student_t_tail(double t, double degrees_of_freedom) {
  if (std::isinf(t)) return t > 0 ? 0.0 : 1.0;
  return cdf(complement(StudentT(degrees_of_freedom), t));
}

double normal_critical(double confidence) {
  return quantile(complement(Normal(), (1 - confidence) / 2));
}

}  // namespace keur
