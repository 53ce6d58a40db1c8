// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/planning.h"

#include <algorithm>
#include <cmath>

#include "metrics/estimate/proportion.h"
#include "metrics/estimate/student_t.h"

namespace keur {

std::optional<double> intracluster_correlation(double rate, double spread) {
  if (!(rate > 0 && rate < 1)) return std::nullopt;
  return spread * spread / (rate * (1 - rate));
}

std::optional<WordsNeeded> words_needed(double rate, double distance, double correlation,
                                        double words_per_speaker, double power, double level) {
  if (!(rate > 0 && rate < 1) || !(distance > 0) || !(words_per_speaker >= 1) ||
      !(correlation >= 0 && correlation <= 1))
    return std::nullopt;
  const double z = normal_critical(1 - 2 * level) + normal_critical(2 * power - 1);
  WordsNeeded result{};
  result.design_effect = 1 + (words_per_speaker - 1) * correlation;
  result.independent_words = z * z * rate * (1 - rate) / (distance * distance);
  result.words = result.independent_words * result.design_effect;
  result.speakers = static_cast<long>(std::ceil(result.words / words_per_speaker));
  return result;
}

std::optional<long> enough_words_per_speaker(double correlation, double excess) {
  if (!(correlation > 0 && correlation <= 1) || !(excess > 0)) return std::nullopt;
  // A whole number of words must not become one more by rounding.
  const double words = (1 - correlation) / (excess * correlation);
  return std::max(1L, static_cast<long>(std::ceil(words * (1 - 1e-12))));
}

long units_to_show(long allowed, double rate, double confidence) {
  const auto shows = [&](long units) {
    if (units <= allowed) return false;
    const double at_most =
        binomial_at_most(static_cast<double>(allowed), static_cast<double>(units), rate);
    // The tail of 1 - confidence is rounded; equality must not turn on that.
    return at_most <= (1 - confidence) * (1 + 1e-12);
  };
  long few = allowed, many = allowed + 1;
  while (!shows(many)) {
    few = many;
    many *= 2;
  }
  while (many - few > 1) {
    const long middle = few + (many - few) / 2;
    (shows(middle) ? many : few) = middle;
  }
  return many;
}

JointPower joint_power(std::span<const double> powers) {
  JointPower result{1, 1, 1};
  for (const double power : powers) {
    result.independent *= power;
    result.at_least -= 1 - power;
    result.at_most = std::min(result.at_most, power);
  }
  result.at_least = std::max(0.0, result.at_least);
  return result;
}

}  // namespace keur
