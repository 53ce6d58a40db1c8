// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/student_t.h"

#include <limits>

#include "metrics/estimate/support_test.h"

namespace keur {

namespace {

// P(|T| < t) for whole degrees of freedom as a finite sum: Abramowitz and Stegun (1964), 26.7.3
// and 26.7.4. It shares nothing with the incomplete beta function behind the library's answer.
double probability_within(double t, int freedom) {
  const double angle = std::atan(t / std::sqrt(freedom));
  const double cosine = std::cos(angle), pi = std::acos(-1.0);
  double term = freedom % 2 == 1 ? cosine : 1, sum = freedom == 1 ? 0 : term;
  for (int k = freedom % 2 == 1 ? 3 : 2; k <= freedom - 2; k += 2) {
    term *= cosine * cosine * (k - 1) / k;
    sum += term;
  }
  return freedom % 2 == 1 ? 2 / pi * (angle + std::sin(angle) * sum) : std::sin(angle) * sum;
}

}  // namespace

TEST_CASE("t reaches exactly as far as the level says") {
  for (const double confidence : {0.5, 0.8, 0.9, 0.95, 0.98, 0.99})
    for (const int freedom : {1, 2, 3, 4, 5, 7, 10, 18, 25, 30, 100, 999}) {
      INFO(confidence << " at " << freedom);
      const double t = student_t_critical(confidence, freedom);
      CHECK(std::abs(probability_within(t, freedom) - confidence) < 1e-13);
    }
  same(student_t_critical(0.95, 1), 12.706204736174707);  // tan(0.475 pi): Cauchy
  same(student_t_critical(0.5, 2), std::sqrt(2.0 / 3));   // the quartile at 2 degrees
}

TEST_CASE("t comes down to the normal as degrees of freedom grow") {
  same(normal_critical(0.95), 1.959963984540054);  // the 97.5 % quantile
  double before = student_t_critical(0.95, 1);
  for (const double freedom : {1.5, 4.0, 7.513, 30.0, 1e3, 1e6}) {
    const double now = student_t_critical(0.95, freedom);
    CHECK(now < before);
    CHECK(now > normal_critical(0.95));
    before = now;
  }
  CHECK(before - normal_critical(0.95) < 1e-5);
}

TEST_CASE("the tail undoes the critical value") {
  for (const double confidence : {0.5, 0.8, 0.9, 0.95, 0.99, 0.9999})
    for (const double freedom : {1.0, 2.7, 5.0, 60.0})
      same(2 * student_t_tail(student_t_critical(confidence, freedom), freedom), 1 - confidence);
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(student_t_tail(infinity, 5) == 0);
  CHECK(student_t_tail(-infinity, 5) == 1);
  CHECK(student_t_tail(0, 5) == Approx(0.5).margin(1e-15));
}

}  // namespace keur
