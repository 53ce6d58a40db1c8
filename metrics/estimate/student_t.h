// SPDX-License-Identifier: Apache-2.0
// How many standard errors an interval reaches, and how unlikely a statistic is.
#pragma once

namespace keur {

// t such that P(-t < T < t) = confidence for Student's t. Degrees of freedom need not be whole
// (Welch-Satterthwaite). Needs 0 < confidence < 1 and degrees_of_freedom > 0.
// A one-sided bound at level c is the same end of the two-sided interval at 2c - 1.
double student_t_critical(double confidence, double degrees_of_freedom);

// P(T > t), the p-value of a one-sided test; twice the tail of |t| is the two-sided one. 0 and 1
// at plus and minus infinity.
double student_t_tail(double t, double degrees_of_freedom);

// The same as student_t_critical for the standard normal: its limit for many degrees of freedom.
double normal_critical(double confidence);

}  // namespace keur
