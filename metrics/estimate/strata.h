// SPDX-License-Identifier: Apache-2.0
// One value for a population that the sample does not mirror: each stratum (a sector, a region) is
// estimated on its own and counts for its share of the population.
// Source: Cochran (1977), Sampling Techniques, 3rd ed., section 5A.9 (post-stratification with
// known shares) and equation 5.16 for the degrees of freedom (Satterthwaite 1946).
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "metrics/core/metric.h"
#include "metrics/estimate/cluster_sums.h"
#include "metrics/estimate/estimate.h"

namespace keur {

struct Stratum {
  double weight;  // share of the population, > 0; only the proportions matter
  ClusterSums sums;
};

// sum W_h R_h with se^2 = sum W_h^2 V_h, t on the linear scale with
// df = (sum W_h^2 V_h)^2 / sum((W_h^2 V_h)^2 / (G_h - 1)). A stratum whose interval is exact (no
// events, no spread) has no V: then MOVER on the intervals of all strata, as in contrast.h. nullopt
// value without strata or where one is undefined; no interval where one has none. `clusters` are
// all, cautions those of any stratum.
Estimate stratified(const Metric& metric, std::span<const Stratum> strata, double confidence);

}  // namespace keur
