// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/slice.h"

#include <algorithm>
#include <functional>
#include <map>

namespace keur {
namespace {

// Adds up the rows that `take` accepts. Cluster numbers are dense, so a table by number will do.
ClusterSums add_up(const Ledger& ledger, const std::function<bool(std::size_t)>& take) {
  const auto counts = ledger.counts();
  Rows totals = Rows::Zero(ledger.clusters.size(), counts.cols());
  std::vector<long> cases(static_cast<std::size_t>(ledger.clusters.size()), 0);
  ClusterSums result;
  for (std::size_t row = 0; row < ledger.rows(); ++row) {
    if (!take(row)) continue;
    totals.row(ledger.cluster(row)) += counts.row(static_cast<Eigen::Index>(row));
    cases[static_cast<std::size_t>(ledger.cluster(row))] += ledger.cases_of(row);
    result.cases += ledger.cases_of(row);
  }
  for (int cluster = 0; cluster < ledger.clusters.size(); ++cluster)
    if (cases[static_cast<std::size_t>(cluster)] > 0) result.clusters.push_back(cluster);
  result.sums.resize(static_cast<Eigen::Index>(result.clusters.size()), counts.cols());
  for (std::size_t i = 0; i < result.clusters.size(); ++i)
    result.sums.row(static_cast<Eigen::Index>(i)) = totals.row(result.clusters[i]);
  return result;
}

}  // namespace

bool Slice::holds(const Ledger& ledger, std::size_t row) const {
  if (condition >= 0 && ledger.condition(row) != condition) return false;
  const auto has = [&](const std::pair<std::size_t, int>& group) {
    return ledger.group(row, group.first) == group.second;
  };
  return std::all_of(where.begin(), where.end(), has) &&
         (except.empty() || !std::all_of(except.begin(), except.end(), has));
}

ClusterSums sums(const Ledger& ledger, const Slice& slice) {
  return add_up(ledger, [&](std::size_t row) { return slice.holds(ledger, row); });
}

PairedSums paired_sums(const Ledger& ledger, const Slice& compared, const Slice& reference) {
  // Bit 1: the pair is on the compared side; bit 2: on the reference side.
  std::vector<unsigned char> sides(static_cast<std::size_t>(ledger.pairs.size()), 0);
  for (std::size_t row = 0; row < ledger.rows(); ++row) {
    if (ledger.pair(row) < 0) continue;
    auto& side = sides[static_cast<std::size_t>(ledger.pair(row))];
    if (compared.holds(ledger, row)) side |= 1;
    if (reference.holds(ledger, row)) side |= 2;
  }
  const auto has_both = [&](std::size_t row) {
    return ledger.pair(row) < 0 || sides[static_cast<std::size_t>(ledger.pair(row))] == 3;
  };
  PairedSums result;
  const auto side = [&](const Slice& slice) {
    return add_up(ledger, [&](std::size_t row) {
      if (!slice.holds(ledger, row)) return false;
      if (has_both(row)) return true;
      result.left_out += ledger.cases_of(row);
      return false;
    });
  };
  result.compared = side(compared);
  result.reference = side(reference);
  return result;
}

long lacking(const Ledger& ledger, const Slice& compared, const Slice& reference) {
  // Cluster and pair: cases of the reference less cases compared.
  std::map<std::pair<int, int>, long> balance;
  for (std::size_t row = 0; row < ledger.rows(); ++row) {
    long& cases = balance[{ledger.cluster(row), ledger.pair(row)}];
    if (reference.holds(ledger, row)) cases += ledger.cases_of(row);
    if (compared.holds(ledger, row)) cases -= ledger.cases_of(row);
  }
  long total = 0;
  for (const auto& [who, cases] : balance) total += std::max(cases, 0L);
  return total;
}

}  // namespace keur
