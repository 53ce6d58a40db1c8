// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/permutation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

namespace keur {
namespace {

// Arrangements whose statistics differ only by rounding are equally extreme.
constexpr double rounding = 1e-12;

struct Stratum {
  std::vector<std::size_t> members;  // positions in the clusters
  std::size_t compared = 0;          // how many of them carry the label
};

std::vector<Stratum> strata(std::span<const Labelled> clusters) {
  std::map<int, Stratum> by_number;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    Stratum& stratum = by_number[clusters[i].stratum];
    stratum.members.push_back(i);
    stratum.compared += clusters[i].compared ? 1U : 0U;
  }
  std::vector<Stratum> result;
  for (auto& [number, stratum] : by_number) result.push_back(std::move(stratum));
  return result;
}

// The product of C(n, k) over strata; anything above `most_arrangements` where it is larger.
std::int64_t count(const std::vector<Stratum>& all) {
  double total = 1;
  for (const Stratum& stratum : all) {
    const std::size_t n = stratum.members.size();
    const std::size_t k = std::min(stratum.compared, n - stratum.compared);
    for (std::size_t i = 1; i <= k; ++i) {
      total = total * static_cast<double>(n - k + i) / static_cast<double>(i);
      if (total > 2.0 * most_arrangements) return 2 * most_arrangements;
    }
  }
  return std::llround(total);
}

std::optional<double> statistic(std::span<const Labelled> clusters,
                                const std::vector<bool>& compared) {
  double numerator[2] = {0, 0}, denominator[2] = {0, 0};
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    numerator[compared[i]] += clusters[i].numerator;
    denominator[compared[i]] += clusters[i].denominator;
  }
  if (!(denominator[0] > 0) || !(denominator[1] > 0)) return std::nullopt;
  return numerator[1] / denominator[1] - numerator[0] / denominator[0];
}

// The next arrangement in lexicographic order, the last stratum turning fastest; false after all.
bool advance(const std::vector<Stratum>& all, std::vector<std::vector<bool>>& labels) {
  for (std::size_t s = all.size(); s > 0; --s)
    if (std::next_permutation(labels[s - 1].begin(), labels[s - 1].end())) return true;
  return false;
}

}  // namespace

Permutation permutation_test(std::span<const Labelled> clusters, const Resampling& sampling) {
  Permutation result;
  std::vector<bool> compared(clusters.size());
  for (std::size_t i = 0; i < clusters.size(); ++i) compared[i] = clusters[i].compared;
  result.difference = statistic(clusters, compared);
  if (!result.difference) return result;

  const double reach = std::abs(*result.difference) * (1 - rounding);
  std::int64_t extreme = 0;
  const auto judge = [&] {
    const auto found = statistic(clusters, compared);
    ++result.arrangements;
    if (!found) ++result.undefined;
    if (!found || std::abs(*found) >= reach) ++extreme;
  };

  const std::vector<Stratum> all = strata(clusters);
  result.exact = count(all) <= most_arrangements;
  if (result.exact) {
    std::vector<std::vector<bool>> labels;
    for (const Stratum& stratum : all) {
      labels.emplace_back(stratum.members.size(), true);
      std::fill_n(labels.back().begin(), stratum.members.size() - stratum.compared, false);
    }
    do {
      for (std::size_t s = 0; s < all.size(); ++s)
        for (std::size_t i = 0; i < all[s].members.size(); ++i)
          compared[all[s].members[i]] = labels[s][i];
      judge();
    } while (advance(all, labels));
  } else {
    judge();
    for (int replicate = 0; replicate < sampling.replicates; ++replicate) {
      std::uint64_t draws = 0;
      for (const Stratum& stratum : all) {
        // Fisher and Yates: the first `compared` places of a shuffle get the label.
        std::vector<std::size_t> members = stratum.members;
        for (std::size_t i = 0; i < members.size(); ++i) {
          if (i < stratum.compared) {
            const auto left = static_cast<std::uint32_t>(members.size() - i);
            std::swap(
                members[i],
                members[i + draw(sampling, static_cast<std::uint32_t>(replicate), draws++, left)]);
          }
          compared[members[i]] = i < stratum.compared;
        }
      }
      judge();
    }
  }
  result.p_two_sided = static_cast<double>(extreme) / static_cast<double>(result.arrangements);
  return result;
}

}  // namespace keur
