// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/rank_distribution.h"

#include <cstddef>

namespace keur {
namespace {

std::vector<double> accumulated(std::vector<double> chance) {
  double sum = 0;
  for (double& one : chance) one = sum += one;
  return chance;
}

}  // namespace

std::vector<double> signed_rank_distribution(int n) {
  std::vector<double> chance{1};
  for (int rank = 1; rank <= n; ++rank) {
    const auto shift = static_cast<std::size_t>(rank);
    std::vector<double> next(chance.size() + shift, 0);
    for (std::size_t w = 0; w < chance.size(); ++w) {
      next[w] += chance[w] / 2;
      next[w + shift] += chance[w] / 2;
    }
    chance = std::move(next);
  }
  return accumulated(std::move(chance));
}

std::vector<double> rank_sum_distribution(int m, int n) {
  // chance[j]: of U for i of the first sample and j of the second. The largest of all is of the
  // first with chance i / (i + j), and then above all j of the second.
  std::vector<std::vector<double>> chance(static_cast<std::size_t>(n) + 1, {1.0});
  for (int i = 1; i <= m; ++i)
    for (int j = 0; j <= n; ++j) {
      const double first = static_cast<double>(i) / (i + j);
      auto& here = chance[static_cast<std::size_t>(j)];
      std::vector<double> next(static_cast<std::size_t>(i * j) + 1, 0);
      for (std::size_t u = 0; u < here.size(); ++u)
        next[u + static_cast<std::size_t>(j)] += first * here[u];
      if (j > 0) {
        const auto& fewer = chance[static_cast<std::size_t>(j) - 1];
        for (std::size_t u = 0; u < fewer.size(); ++u) next[u] += (1 - first) * fewer[u];
      }
      here = std::move(next);
    }
  return accumulated(std::move(chance.back()));
}

}  // namespace keur
