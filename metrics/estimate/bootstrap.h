// SPDX-License-Identifier: Apache-2.0
// The cluster bootstrap: as many clusters as there are, drawn with replacement, each taken whole
// and its rows with it (Liu and Peng 2020, arXiv 1912.09508, "blocks"). One stage: to resample
// inside the clusters as well counts their spread twice (7 % too wide in simulation). Since a
// metric is a function of sums, one resample is one row of sums, and serves every metric of the
// slice.
#pragma once
#include <span>
#include <vector>

#include "metrics/core/metric.h"
#include "metrics/estimate/cluster_sums.h"
#include "metrics/estimate/draw.h"
#include "metrics/estimate/replicates.h"

namespace keur {

// Resamples `first` to `first + count - 1` of the rows of `sums`: count x columns. Draw d of
// replicate r takes row draw(sampling, r, d, rows). Rows are added in the order of the clusters,
// not of the draws, each times how often it was drawn; so the result is the same on every machine,
// also in columns that are no whole numbers. `sums` must not be empty.
Rows resampled_sums(const Rows& sums, const Resampling& sampling, int first, int count);

// Every metric on every resample of the slice: one entry per metric. All undefined where the slice
// has no cluster. Unlike linearise.h this leaves no cluster out: one that says nothing about a
// metric changes its value in no resample. Memory: 64 resamples at a time, and 16 bytes per metric
// and replicate. Cost: replicates x clusters draws, replicates x clusters x columns
// multiplications, one evaluation per metric and replicate.
std::vector<Replicates> bootstrap(std::span<const Metric* const> metrics, const ClusterSums& sums,
                                  const Resampling& sampling);

// A contrast of two slices, as contrast.h: compared - reference where `scale` is linear, compared /
// reference where it is log (undefined also where a side is 0). Where the slices share clusters,
// the clusters of both together are drawn and each brings what it has on either side; otherwise
// each side is drawn on its own, the reference with the next stream.
Replicates bootstrap_contrast(const Metric& metric, const ClusterSums& compared,
                              const ClusterSums& reference, Scale scale,
                              const Resampling& sampling);

}  // namespace keur
