// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/bootstrap.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>

namespace keur {
namespace {

constexpr int block = 64;

// The values of one metric or contrast, replicate by replicate.
class Collected {
 public:
  void add(std::optional<double> value) {
    if (value)
      found_.emplace_back(*value, 1);
    else
      ++undefined_;
  }
  Replicates tallied() && { return tally(std::move(found_), undefined_); }

 private:
  std::vector<std::pair<double, std::int64_t>> found_;
  std::int64_t undefined_ = 0;
};

void for_each_block(int replicates, const std::function<void(int first, int count)>& work) {
  for (int first = 0; first < replicates; first += block)
    work(first, std::min(block, replicates - first));
}

// Both slices side by side: clusters of either x twice the columns, 0 where a cluster is not in
// one.
Rows side_by_side(const ClusterSums& a, const ClusterSums& b) {
  std::vector<int> all;
  std::set_union(a.clusters.begin(), a.clusters.end(), b.clusters.begin(), b.clusters.end(),
                 std::back_inserter(all));
  Rows result = Rows::Zero(static_cast<Eigen::Index>(all.size()), a.sums.cols() + b.sums.cols());
  const auto place = [&](const ClusterSums& from, Eigen::Index column) {
    for (std::size_t g = 0; g < from.clusters.size(); ++g) {
      const auto at = std::lower_bound(all.begin(), all.end(), from.clusters[g]) - all.begin();
      result.row(at).segment(column, from.sums.cols()) =
          from.sums.row(static_cast<Eigen::Index>(g));
    }
  };
  place(a, 0);
  place(b, a.sums.cols());
  return result;
}

bool share_clusters(const ClusterSums& a, const ClusterSums& b) {
  return std::any_of(a.clusters.begin(), a.clusters.end(), [&](int cluster) {
    return std::binary_search(b.clusters.begin(), b.clusters.end(), cluster);
  });
}

std::optional<double> contrasted(std::optional<double> a, std::optional<double> b, Scale scale) {
  if (!a || !b) return std::nullopt;
  if (scale == Scale::linear) return *a - *b;
  if (!(*a > 0 && *b > 0)) return std::nullopt;
  return *a / *b;
}

}  // namespace

Rows resampled_sums(const Rows& sums, const Resampling& sampling, int first, int count) {
  const auto clusters = static_cast<std::size_t>(sums.rows());
  const auto columns = static_cast<std::size_t>(sums.cols());
  std::vector<double> drawn(clusters);  // how often each cluster was, in one replicate
  // A matrix product that adds clusters up in their order. Eigen's own cuts that sum into pieces
  // whose length depends on the caches it finds.
  Rows result = Rows::Zero(count, sums.cols());
  for (int r = 0; r < count; ++r) {
    std::fill(drawn.begin(), drawn.end(), 0);
    for (std::size_t d = 0; d < clusters; ++d)
      ++drawn[draw(sampling, static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(r), d,
                   static_cast<std::uint32_t>(clusters))];
    // Clusters that were not drawn are added too, 0 times: to ask takes longer.
    double* const into = result.row(r).data();
    const double* from = sums.data();
    for (std::size_t g = 0; g < clusters; ++g, from += columns)
      for (std::size_t column = 0; column < columns; ++column)
        into[column] += drawn[g] * from[column];
  }
  return result;
}

std::vector<Replicates> bootstrap(std::span<const Metric* const> metrics, const ClusterSums& sums,
                                  const Resampling& sampling) {
  if (sums.sums.rows() == 0)
    return std::vector<Replicates>(metrics.size(), tally({}, sampling.replicates));
  std::vector<Collected> collected(metrics.size());
  for_each_block(sampling.replicates, [&](int first, int count) {
    const Rows drawn = resampled_sums(sums.sums, sampling, first, count);
    for (Eigen::Index r = 0; r < count; ++r) {
      const Row row = drawn.row(r);
      for (std::size_t m = 0; m < metrics.size(); ++m) collected[m].add(metrics[m]->value(row));
    }
  });
  std::vector<Replicates> result;
  for (Collected& one : collected) result.push_back(std::move(one).tallied());
  return result;
}

Replicates bootstrap_contrast(const Metric& metric, const ClusterSums& compared,
                              const ClusterSums& reference, Scale scale,
                              const Resampling& sampling) {
  if (compared.sums.rows() == 0 || reference.sums.rows() == 0)
    return tally({}, sampling.replicates);
  const Eigen::Index columns = compared.sums.cols();
  const bool paired = share_clusters(compared, reference);
  const Rows both = paired ? side_by_side(compared, reference) : Rows();
  Resampling of_reference = sampling;
  ++of_reference.stream;

  Collected collected;
  for_each_block(sampling.replicates, [&](int first, int count) {
    const Rows a = resampled_sums(paired ? both : compared.sums, sampling, first, count);
    const Rows b = paired ? Rows(a.rightCols(columns))
                          : resampled_sums(reference.sums, of_reference, first, count);
    for (Eigen::Index r = 0; r < count; ++r)
      collected.add(
          contrasted(metric.value(a.row(r).head(columns)), metric.value(b.row(r)), scale));
  });
  return std::move(collected).tallied();
}

}  // namespace keur
