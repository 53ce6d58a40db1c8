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

// Of a difference of two means with the same spread.
Precision precision_of(double spread, GroupSizes speakers) {
  const double error = std::sqrt(1 / static_cast<double>(speakers.first) +
                                 1 / static_cast<double>(speakers.second));
  return {spread * error, static_cast<double>(speakers.first + speakers.second - 2)};
}

double power_of_two_sided(double distance, Precision precision, double level) {
  const double freedom = precision.freedom;
  const double shift = std::abs(distance) / precision.error;
  const double critical = student_t_critical(1 - level, freedom);
  // The wrong side as well; P(T < -t) at a shift is P(T > t) at its opposite.
  const double wrong_side = shift == 0   ? student_t_tail(critical, freedom)
                            : shift > 40 ? 0
                                         : cdf(complement(NoncentralT(freedom, -shift), critical));
  return noncentral_tail(critical, freedom, shift) + wrong_side;
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

double power_of_bound(double distance, Precision precision, double level) {
  return noncentral_tail(student_t_critical(1 - 2 * level, precision.freedom), precision.freedom,
                         distance / precision.error);
}

double power_below_limit(double distance, double spread, long speakers, double level) {
  if (speakers < 2) return 0;
  const auto n = static_cast<double>(speakers);
  return power_of_bound(distance, {spread / std::sqrt(n), n - 1}, level);
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
  return enough(speakers) ? power_of_two_sided(difference, precision_of(spread, speakers), level) : 0;
}

std::optional<double> detectable_distance(Precision precision, double power, double level) {
  if (!(level < power && power < 1)) return std::nullopt;
  return reaches(power, precision.error, [&](double distance) {
    return power_of_two_sided(distance, precision, level);
  });
}

std::optional<double> detectable_difference(double spread, GroupSizes speakers, double power,
                                            double level) {
  if (!enough(speakers)) return std::nullopt;
  return detectable_distance(precision_of(spread, speakers), power, level);
}

double power_within(double margin, double truth, Precision precision, double level) {
  if (!(margin > 0)) return 0;
  const double freedom = precision.freedom;
  const double critical = student_t_critical(1 - 2 * level, freedom);
  const double room = margin / precision.error, shift = truth / precision.error;
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

double power_of_equivalence(double margin, double difference, double spread, GroupSizes speakers,
                            double level) {
  return enough(speakers) ? power_within(margin, difference, precision_of(spread, speakers), level)
                          : 0;
}

std::optional<double> provable_margin(double difference, double spread, GroupSizes speakers,
                                      double power, double level) {
  if (!enough(speakers) || !(0 < power && power < 1)) return std::nullopt;
  return reaches(power, std::abs(difference) + precision_of(spread, speakers).error,
                 [&](double margin) {
                   return power_of_equivalence(margin, difference, spread, speakers, level);
                 });
}

}  // namespace keur
