// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/plan_evidence.h"

#include <algorithm>
#include <cmath>

#include "metrics/estimate/influence.h"
#include "metrics/estimate/linearise.h"

namespace keur {
namespace {

struct Side {
  PlannedSide size;
  std::optional<Linearised> found;  // nullopt where the metric is undefined
};

Side look_at(const Metric& metric, const ClusterSums& sums) {
  Side side;
  side.found = linearise(metric, sums);
  if (!side.found) return side;
  double total = 0, squares = 0;
  for (const double units : side.found->denominators) {
    total += units;
    squares += units * units;
  }
  side.size.clusters = side.found->clusters();
  const auto clusters = static_cast<double>(side.size.clusters);
  side.size.units = total / clusters;
  if (total > 0) side.size.unevenness = clusters * squares / (total * total);
  return side;
}

// The model of plan.h solved for c: clusters times squared error is v (c k + (1 - c) / m).
std::optional<double> correlation_of(const Side& side) {
  if (!side.found || side.size.clusters < 2) return std::nullopt;
  const double value = side.found->total.value, error = linearised_error(side.found->influence);
  if (!(value > 0 && value < 1) || no_spread(error, value)) return std::nullopt;
  const double found = static_cast<double>(side.size.clusters) * error * error;
  const double within = 1 / side.size.units;
  if (!(side.size.unevenness > within)) return std::nullopt;
  const double correlation =
      (found / (value * (1 - value)) - within) / (side.size.unevenness - within);
  return std::clamp(correlation, 0.0, 1.0);
}

std::optional<double> pooled(const Side& a, const Side& b) {
  const auto first = correlation_of(a), second = correlation_of(b);
  if (!first || !second) return first ? first : second;
  const auto m = static_cast<double>(a.size.clusters), n = static_cast<double>(b.size.clusters);
  return (m * *first + n * *second) / (m + n);
}

// Of the variance of the difference, what lies within clusters is known from the sizes; the rest is
// a^2 + b^2 - 2 r a b of the two spreads between clusters, solved for r.
std::optional<double> pairing_of(const Gate& gate, const Sides& sides, const Side& a, const Side& b,
                                 double correlation) {
  const auto first = linear_influences(*gate.metric, sides.compared);
  const auto second = linear_influences(*gate.metric, *sides.reference);
  if (!first || !second || first->clusters.size() < 2 || second->clusters.size() < 2)
    return std::nullopt;
  const Spread spread = spread_of_difference(*first, *second);
  if (!spread.paired) return std::nullopt;
  const auto between = [&](const Side& side, double value) {
    return value * (1 - value) * correlation * side.size.unevenness;
  };
  const auto within = [&](const Side& side, double value) {
    return value * (1 - value) * (1 - correlation) / side.size.units;
  };
  const double shared = std::sqrt(between(a, first->value) * between(b, second->value));
  if (!(shared > 0)) return std::nullopt;
  const auto clusters = static_cast<double>(std::min(a.size.clusters, b.size.clusters));
  const double left = clusters * spread.error * spread.error - within(a, first->value) -
                      within(b, second->value);
  const double pairing =
      (between(a, first->value) + between(b, second->value) - left) / (2 * shared);
  return std::clamp(pairing, 0.0, 1.0);
}

bool same_clusters(const ClusterSums& compared, const ClusterSums& reference) {
  return !compared.clusters.empty() &&
         std::includes(reference.clusters.begin(), reference.clusters.end(),
                       compared.clusters.begin(), compared.clusters.end());
}

}  // namespace

PartEvidence part_evidence(const Gate& gate, const Sides& sides, bool pilot) {
  PartEvidence out;
  out.level = sides.level;
  const Side compared = look_at(*gate.metric, sides.compared);
  out.compared = compared.size;
  if (!sides.reference) {
    if (pilot) out.correlation = correlation_of(compared);
    return out;
  }
  const Side reference = look_at(*gate.metric, *sides.reference);
  out.reference = reference.size;
  out.paired = same_clusters(sides.compared, *sides.reference);
  if (!pilot) return out;
  if (reference.found) out.base = reference.found->total.value;
  out.correlation = pooled(compared, reference);
  if (out.paired && out.correlation)
    out.pairing = pairing_of(gate, sides, compared, reference, *out.correlation);
  return out;
}

}  // namespace keur
