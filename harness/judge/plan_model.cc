// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/plan_model.h"

#include <algorithm>
#include <cmath>

#include "harness/judge/judge.h"
#include "metrics/estimate/planning.h"
#include "metrics/estimate/proportion.h"

namespace keur {
namespace {

// Below this many independent events a standard error over clusters is no guide.
constexpr double fewest_events = 5;
// How near to the ideal a search goes: at the ideal itself nothing varies.
constexpr double sliver = 1e-6;
constexpr long most_accepted = 10'000;
constexpr double most_clusters = 1e6;

Scale scale_of(const Gate& gate) {
  if (gate.quantity == GateQuantity::ratio) return Scale::log;
  if (gate.quantity == GateQuantity::difference) return Scale::linear;
  return gate.metric->range == Range::proportion ? Scale::logit : Scale::log;
}

}  // namespace

PowerModel::PowerModel(const Gate& gate, const PlannedPart& part, double confidence)
    : gate_(gate), part_(part), level_((1 - confidence) / 2), scale_(scale_of(gate)) {
  const bool groups = !gate.compared_groups.empty();
  fewest_ = groups ? fewest_group_clusters : fewest_clusters;
  // The smaller side counts.
  if (part.reference && !part.paired)
    while (reference_clusters(static_cast<double>(fewest_)) <
           (groups ? fewest_group_clusters : fewest_clusters))
      ++fewest_;
  const auto planned = static_cast<double>(part.compared.clusters);
  if (gate.direction == Direction::within)
    kind_ = PlanModel::equivalence;
  else if (!part.reference &&
           independent_units(planned) * events_rate(part.truth) < fewest_events)
    kind_ = PlanModel::acceptance;
}

double PowerModel::between(double value, const PlannedSide& side) const {
  return value * (1 - value) * part_.correlation * side.unevenness;
}

double PowerModel::variance(double value, const PlannedSide& side) const {
  return between(value, side) + value * (1 - value) * (1 - part_.correlation) / side.units;
}

double PowerModel::reference_clusters(double clusters) const {
  return clusters * static_cast<double>(part_.reference->clusters) /
         static_cast<double>(part_.compared.clusters);
}

std::optional<Precision> PowerModel::precision(double truth, double clusters) const {
  if (!part_.reference) {
    if (!(truth > 0 && truth < 1)) return std::nullopt;
    const double error = std::sqrt(variance(truth, part_.compared) / clusters);
    return Precision{scale_error(scale_, truth, error), clusters - 1};
  }
  const bool ratio = gate_.quantity == GateQuantity::ratio;
  const double value = ratio ? part_.base * truth : part_.base + truth;
  if (!(value > 0 && value < 1)) return std::nullopt;
  // What one unit of each value is on the scale of the contrast (delta method).
  const double one = ratio ? 1 / value : 1, other = ratio ? 1 / part_.base : 1;
  const double first = one * one * variance(value, part_.compared);
  const double second = other * other * variance(part_.base, *part_.reference);
  if (part_.paired) {
    const double shared = part_.pairing * one * other *
                          std::sqrt(between(value, part_.compared) *
                                    between(part_.base, *part_.reference));
    return Precision{std::sqrt((first + second - 2 * shared) / clusters), clusters - 1};
  }
  // Welch (1938), Biometrika 29:350-362, and Satterthwaite (1946), Biometrics Bulletin 2:110-114.
  const double others = reference_clusters(clusters);
  const double a = first / clusters, b = second / others;
  const double freedom = (a + b) * (a + b) / (a * a / (clusters - 1) + b * b / (others - 1));
  return Precision{std::sqrt(a + b), freedom};
}

double PowerModel::power(double truth, long clusters) const {
  if (clusters < fewest_) return 0;
  const auto n = static_cast<double>(clusters);
  if (kind_ == PlanModel::acceptance) {
    const double units = independent_units(n);
    return chance_of_at_most(acceptance_number(units), units, events_rate(truth));
  }
  const auto known = precision(truth, n);
  if (!known) return 0;
  const double here = to_scale(scale_, truth), limit = to_scale(scale_, gate_.limit);
  if (kind_ == PlanModel::equivalence) return power_within(limit, here, *known, level_);
  return power_of_bound(gate_.direction == Direction::at_most ? limit - here : here - limit, *known,
                        level_);
}

double PowerModel::best() const {
  const bool low = gate_.direction == Direction::at_most;
  if (gate_.direction == Direction::within) return gate_.quantity == GateQuantity::ratio ? 1 : 0;
  switch (gate_.quantity) {
    case GateQuantity::value:
      return low ? gate_.limit * sliver : 1 - (1 - gate_.limit) * sliver;
    case GateQuantity::difference:
      return (low ? -part_.base : 1 - part_.base) * (1 - sliver);
    case GateQuantity::ratio:
      return low ? sliver : 1 / part_.base * (1 - sliver);
  }
  return gate_.limit;
}

std::optional<double> PowerModel::detectable(double power) const {
  if (part_.compared.clusters < fewest_) return std::nullopt;
  // What is found is a departure from equality, and varies as equal sides do.
  const bool ratio = gate_.quantity == GateQuantity::ratio;
  const auto known = precision(ratio ? 1 : 0, static_cast<double>(part_.compared.clusters));
  if (!known) return std::nullopt;
  const auto distance = detectable_distance(*known, power, 2 * level_);
  return distance && ratio ? std::exp(*distance) : distance;
}

double PowerModel::events_rate(double value) const {
  return gate_.direction == Direction::at_most ? value : 1 - value;
}

double PowerModel::independent_units(double clusters) const {
  const double units = part_.compared.units;
  const double weighted = units * part_.compared.unevenness;  // sum n^2 / sum n
  return clusters * units / std::max(1.0, 1 + (weighted - 1) * part_.correlation);
}

double PowerModel::chance_of_at_most(long events, double units, double rate) const {
  if (events >= 0 && rate <= 0) return 1;
  return binomial_at_most(static_cast<double>(events), units, rate);
}

// The most events of which the exact bound is still below the limit.
long PowerModel::acceptance_number(double units) const {
  const double limit = events_rate(gate_.limit);
  long accepted = -1;
  while (static_cast<double>(accepted + 1) < units && accepted < most_accepted &&
         clopper_pearson_upper(static_cast<double>(accepted + 1), units, level_) < limit)
    ++accepted;
  return accepted;
}

std::optional<long> PowerModel::accepted(long clusters) const {
  if (kind_ != PlanModel::acceptance) return std::nullopt;
  return clusters < fewest_ ? -1 : acceptance_number(independent_units(static_cast<double>(clusters)));
}

// For each number of events the fewest units of which so many are accepted are also those most
// likely to have no more: the first number that suffices gives the fewest clusters.
std::optional<long> PowerModel::needed_by_acceptance(double power) const {
  const double limit = events_rate(gate_.limit), rate = events_rate(part_.truth);
  if (!(limit > 0) || rate >= limit) return std::nullopt;
  const double each = independent_units(1);
  for (long events = 0; events < most_accepted; ++events) {
    const double units = static_cast<double>(units_to_show(events, limit, 1 - level_));
    const long clusters =
        std::max(fewest_, static_cast<long>(std::ceil(units / each * (1 - 1e-12))));
    if (static_cast<double>(clusters) > most_clusters) return std::nullopt;
    if (this->power(part_.truth, clusters) >= power) return clusters;
  }
  return std::nullopt;
}

}  // namespace keur
