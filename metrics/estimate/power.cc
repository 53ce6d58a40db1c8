// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/power.h"

#include <algorithm>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "metrics/estimate/boost_policy.h"
#include "metrics/estimate/student_t.h"

namespace keur {
namespace {

constexpr long most_speakers = 1'000'000;
using NoncentralT = boost::math::non_central_t_distribution<double, Quiet>;

double noncentral_tail(double t, double freedom, double shift) {
  if (shift == 0) return student_t_tail(t, freedom);
  // Beyond this shift the series is long and the answer is 1 to the last bit.
  if (shift > t + 40) return 1;
  return cdf(complement(NoncentralT(freedom, shift), t));
}

double normal_below(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }

// The standard error of a difference of two means, in units of the spread.
double error_of_difference(GroupSizes speakers) {
  return std::sqrt(1 / static_cast<double>(speakers.first) +
                   1 / static_cast<double>(speakers.second));
}

bool enough(GroupSizes speakers) { return speakers.first >= 2 && speakers.second >= 2; }

// Where a rising function reaches `power`, to the last bit but one.
template <typename Rising>
double reaches(double power, double start, const Rising& rising) {
  double low = 0, high = start;
  while (rising(high) < power) high *= 2;
  while (high - low > 1e-14 * high) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    (rising(middle) < power ? low : high) = middle;
  }
  return high;
}

// Density of s / sigma, s the standard deviation found with that many degrees of freedom.
double deviation_density(double ratio, double freedom) {
  if (!(ratio > 0)) return 0;
  const double half = freedom / 2;
  return std::exp(std::log(2.0) + half * std::log(half) - boost::math::lgamma(half, Quiet()) +
                  (freedom - 1) * std::log(ratio) - half * ratio * ratio);
}

}  // namespace

double power_below_limit(double distance, double spread, long speakers, double level) {
  if (speakers < 2) return 0;
  const auto n = static_cast<double>(speakers);
  return noncentral_tail(student_t_critical(1 - 2 * level, n - 1), n - 1,
                         distance / spread * std::sqrt(n));
}

std::optional<long> speakers_needed(double distance, double spread, double power, double level) {
  const auto suffices = [&](long speakers) {
    return power_below_limit(distance, spread, speakers, level) >= power;
  };
  if (!(distance > 0) || !suffices(most_speakers)) return std::nullopt;
  long few = 1, many = 2;
  while (!suffices(many)) {
    few = many;
    many = std::min(2 * many, most_speakers);
  }
  while (many - few > 1) {
    const long middle = few + (many - few) / 2;
    (suffices(middle) ? many : few) = middle;
  }
  return many;
}

double power_of_difference(double difference, double spread, GroupSizes speakers, double level) {
  if (!enough(speakers)) return 0;
  const auto freedom = static_cast<double>(speakers.first + speakers.second - 2);
  const double shift = std::abs(difference) / (spread * error_of_difference(speakers));
  const double critical = student_t_critical(1 - level, freedom);
  // The wrong side as well; P(T < -t) at a shift is P(T > t) at its opposite.
  const double wrong_side = shift == 0   ? student_t_tail(critical, freedom)
                            : shift > 40 ? 0
                                         : cdf(complement(NoncentralT(freedom, -shift), critical));
  return noncentral_tail(critical, freedom, shift) + wrong_side;
}

std::optional<double> detectable_difference(double spread, GroupSizes speakers, double power,
                                            double level) {
  if (!enough(speakers) || !(level < power && power < 1)) return std::nullopt;
  return reaches(power, spread * error_of_difference(speakers), [&](double difference) {
    return power_of_difference(difference, spread, speakers, level);
  });
}

double power_of_equivalence(double margin, double difference, double spread, GroupSizes speakers,
                            double level) {
  if (!enough(speakers) || !(margin > 0)) return 0;
  const auto freedom = static_cast<double>(speakers.first + speakers.second - 2);
  const double error = spread * error_of_difference(speakers);
  const double critical = student_t_critical(1 - 2 * level, freedom);
  const double room = margin / error, shift = difference / error;
  // With s / sigma = r both tests reject where the difference found lies within room - critical *
  // r.
  const auto density = [&](double ratio) {
    const double within = room - critical * ratio;
    return (normal_below(within - shift) - normal_below(-within - shift)) *
           deviation_density(ratio, freedom);
  };
  // Beyond 12 of its standard deviations, 1 / sqrt(2 freedom) or less, r has no mass.
  const double width = 1 / std::sqrt(2 * freedom);
  const double from = std::max(0.0, 1 - 12 * width);
  const double to = std::min(room / critical, 1 + 12 * width);
  if (!(from < to)) return 0;
  const int panels = 32;
  double sum = 0;
  for (int p = 0; p < panels; ++p)
    sum += boost::math::quadrature::gauss<double, 20>::integrate(
        density, from + (to - from) * p / panels, from + (to - from) * (p + 1) / panels);
  return std::min(1.0, sum);
}

std::optional<double> provable_margin(double difference, double spread, GroupSizes speakers,
                                      double power, double level) {
  if (!enough(speakers) || !(0 < power && power < 1)) return std::nullopt;
  return reaches(power, std::abs(difference) + spread * error_of_difference(speakers),
                 [&](double margin) {
                   return power_of_equivalence(margin, difference, spread, speakers, level);
                 });
}

}  // namespace keur
