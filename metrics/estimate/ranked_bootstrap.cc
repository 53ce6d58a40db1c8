// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/ranked_bootstrap.h"

namespace keur {

Replicates bootstrap(const Ranked& ranked, const std::vector<std::vector<Observation>>& clusters,
                     const Resampling& sampling) {
  std::vector<std::pair<double, std::int64_t>> found;
  std::int64_t undefined = 0;
  std::vector<Observation> resample;
  for (int r = 0; r < sampling.replicates; ++r) {
    resample.clear();
    for (std::size_t d = 0; d < clusters.size(); ++d) {
      const auto& drawn = clusters[draw(sampling, static_cast<std::uint32_t>(r), d,
                                        static_cast<std::uint32_t>(clusters.size()))];
      resample.insert(resample.end(), drawn.begin(), drawn.end());
    }
    if (const auto value = ranked.value(resample))
      found.emplace_back(*value, 1);
    else
      ++undefined;
  }
  return tally(std::move(found), undefined);
}

std::optional<std::vector<double>> without_each(
    const Ranked& ranked, const std::vector<std::vector<Observation>>& clusters) {
  if (clusters.size() < 2) return std::nullopt;
  std::vector<double> result;
  for (std::size_t left_out = 0; left_out < clusters.size(); ++left_out) {
    std::vector<Observation> rest;
    for (std::size_t g = 0; g < clusters.size(); ++g)
      if (g != left_out) rest.insert(rest.end(), clusters[g].begin(), clusters[g].end());
    const auto value = ranked.value(rest);
    if (!value) return std::nullopt;
    result.push_back(*value);
  }
  return result;
}

}  // namespace keur
