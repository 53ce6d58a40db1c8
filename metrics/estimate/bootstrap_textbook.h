// SPDX-License-Identifier: Apache-2.0
// The slow twins of the cluster bootstrap: a resample drawn cluster by cluster, and the ideal
// bootstrap, in which every resample that can be drawn is, as often as it would be in G^G draws.
#pragma once
#include <functional>

#include "metrics/estimate/bootstrap.h"

namespace keur {

inline Row resample_textbook(const Rows& sums, const Resampling& sampling, int replicate) {
  Row result = Row::Zero(sums.cols());
  for (Eigen::Index d = 0; d < sums.rows(); ++d)
    result +=
        sums.row(draw(sampling, static_cast<std::uint32_t>(replicate),
                      static_cast<std::uint64_t>(d), static_cast<std::uint32_t>(sums.rows())));
  return result;
}

// Calls `visit` with the sums and the number of orders in which the same clusters can be drawn: G!
// / (m_1! ... m_G!). For at most 15 clusters: 15^15 is below 2^63. Cost: C(2G - 1, G) visits.
inline void for_each_resample(const Rows& sums,
                              const std::function<void(const Row&, std::int64_t orders)>& visit) {
  const std::function<void(Eigen::Index, Eigen::Index, const Row&, std::int64_t)> choose =
      [&](Eigen::Index g, Eigen::Index left, const Row& chosen, std::int64_t orders) {
        if (g + 1 == sums.rows()) {
          visit(chosen + static_cast<double>(left) * sums.row(g), orders);
          return;
        }
        std::int64_t ways = 1;  // in which m of the `left` draws are cluster g
        for (Eigen::Index m = 0; m <= left; ++m) {
          choose(g + 1, left - m, chosen + static_cast<double>(m) * sums.row(g), orders * ways);
          ways = ways * (left - m) / (m + 1);
        }
      };
  choose(0, sums.rows(), Row::Zero(sums.cols()), 1);
}

inline Replicates ideal_bootstrap(const Metric& metric, const Rows& sums) {
  std::vector<std::pair<double, std::int64_t>> found;
  std::int64_t undefined = 0;
  for_each_resample(sums, [&](const Row& row, std::int64_t orders) {
    if (const auto value = metric.value(row))
      found.emplace_back(*value, orders);
    else
      undefined += orders;
  });
  return tally(found, undefined);
}

}  // namespace keur
