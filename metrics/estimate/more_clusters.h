// SPDX-License-Identifier: Apache-2.0
// How much more data an undecided gate needs.
#pragma once
#include <optional>

#include "metrics/estimate/estimate.h"

namespace keur {

// About how many more clusters until the bound that faces `limit` clears it, if the value, the
// spread between clusters and their sizes stay as they are. For a contrast: more on the smaller
// side, with the other side growing in proportion. At least 1, and enough for `fewest_clusters` in
// all: it is meant for gates that are undecided now.
//
// The error shrinks with the root of the number of clusters and t with its degrees of freedom; an
// exact interval is solved anew for the larger effective size; a MOVER interval is taken to shrink
// with the root, which is too slow, hence cautious, where a side has no events.
//
// nullopt: no value or interval, the value on the limit (within 1e-9), or more than a million.
std::optional<long> more_clusters(const Estimate& estimate, double limit);

}  // namespace keur
