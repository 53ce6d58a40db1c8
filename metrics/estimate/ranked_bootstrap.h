// SPDX-License-Identifier: Apache-2.0
// The cluster bootstrap of a Ranked value: a latency or a score is as much like the others of its
// speaker or patient as a word is. The exact limits of percentile_limits.h, hodges_lehmann.h and
// auroc.h are for independent observations.
#pragma once
#include <vector>

#include "metrics/core/ranked.h"
#include "metrics/estimate/draw.h"
#include "metrics/estimate/replicates.h"

namespace keur {

// The value on as many clusters as there are, drawn with replacement by the addresses of
// bootstrap.h, each with all its observations. All undefined without a cluster. Cost: replicates
// times one evaluation.
Replicates bootstrap(const Ranked& ranked, const std::vector<std::vector<Observation>>& clusters,
                     const Resampling& sampling);

// The value without each cluster in turn, as bca_interval wants it; nullopt for fewer than two
// clusters and where one is left undefined.
std::optional<std::vector<double>> without_each(
    const Ranked& ranked, const std::vector<std::vector<Observation>>& clusters);

}  // namespace keur
