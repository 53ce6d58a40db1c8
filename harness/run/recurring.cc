// SPDX-License-Identifier: Apache-2.0
#include "harness/run/recurring.h"

#include <algorithm>
#include <tuple>

namespace keur {

void Recurring::add(const std::string& what, std::int64_t times, std::uint32_t cluster) {
  if (tallies_.size() >= most_ && tallies_.find(what) == tallies_.end()) forget();
  Tally& tally = tallies_[what];
  tally.times += times;
  ++tally.cases;
  auto& clusters = tally.clusters;
  if (clusters.size() == most_clusters) return;
  // Clusters are numbered as they appear, so that a new one mostly belongs at the end.
  const auto at = clusters.empty() || clusters.back() < cluster
                      ? clusters.end()
                      : std::lower_bound(clusters.begin(), clusters.end(), cluster);
  if (at == clusters.end() || *at != cluster) clusters.insert(at, cluster);
}

// Which go depends on their counts alone, not on the order of the table.
void Recurring::forget() {
  std::vector<std::int64_t> times;
  times.reserve(tallies_.size());
  for (const auto& [what, tally] : tallies_) times.push_back(tally.times);
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  // What comes in after this may have been forgotten before, with as much as was known of it then.
  forgotten_ += *middle;
  for (auto at = tallies_.begin(); at != tallies_.end();)
    at = at->second.times <= *middle ? tallies_.erase(at) : std::next(at);
}

std::vector<Recurrence> Recurring::sorted() const {
  std::vector<Recurrence> all;
  all.reserve(tallies_.size());
  for (const auto& [what, tally] : tallies_)
    all.push_back(
        {what, tally.times, tally.cases, static_cast<std::int64_t>(tally.clusters.size())});
  std::sort(all.begin(), all.end(), [](const Recurrence& a, const Recurrence& b) {
    return std::tuple(b.clusters, b.times, std::string_view(a.what)) <
           std::tuple(a.clusters, a.times, std::string_view(b.what));
  });
  return all;
}

}  // namespace keur
