// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/slice.h"

#include <map>
#include <random>

#include "harness/judge/small_ledger_test.h"

using namespace keur;

namespace {

Ledger random_ledger(std::mt19937_64& random) {
  std::vector<Entry> entries;
  for (std::size_t i = random() % 120; i > 0; --i) {
    const auto name = [&](const char* what, std::uint64_t of) {
      return what + std::to_string(random() % of);
    };
    entries.push_back(entry(name("speaker", 6), static_cast<double>(random() % 10),
                            static_cast<double>(random() % 100), {name("sex", 2), name("age", 3)},
                            name("room", 3), random() % 5 ? name("pair", 40) : ""));
  }
  return ledger_of(2, entries);
}

Slice random_slice(std::mt19937_64& random) {
  Slice slice;
  slice.condition = static_cast<int>(random() % 4) - 1;
  for (std::size_t field = 0; field < 2; ++field)
    // Level -1 is one that no case has.
    if (random() % 3 == 0) slice.where.emplace_back(field, static_cast<int>(random() % 4) - 1);
  return slice;
}

// The slow twins: one rule at a time, over everything, by name of cluster.
using ByCluster = std::map<int, Row>;

bool takes(const Ledger& ledger, const Slice& slice, std::size_t row) {
  bool taken = slice.condition == -1 || ledger.condition(row) == slice.condition;
  for (std::size_t i = 0; i < slice.where.size(); ++i)
    taken = taken && ledger.group(row, slice.where[i].first) == slice.where[i].second;
  return taken;
}

template <class Take>
std::pair<ByCluster, long> added(const Ledger& ledger, Take take) {
  ByCluster sums;
  long cases = 0;
  for (std::size_t row = 0; row < ledger.rows(); ++row)
    if (take(row)) {
      sums.try_emplace(ledger.cluster(row), Row::Zero(2)).first->second +=
          ledger.counts().row(static_cast<Eigen::Index>(row));
      cases += ledger.cases_of(row);
    }
  return {sums, cases};
}

bool same(const ClusterSums& actual, const std::pair<ByCluster, long>& expected) {
  if (actual.cases != expected.second || actual.clusters.size() != expected.first.size() ||
      actual.sums.cols() != 2)
    return false;
  Eigen::Index i = 0;
  for (const auto& [cluster, sums] : expected.first) {  // a map is in ascending order
    if (actual.clusters[static_cast<std::size_t>(i)] != cluster || actual.sums.row(i) != sums)
      return false;
    ++i;
  }
  return true;
}

}  // namespace

TEST_CASE("the sums of a slice are those of its rows, cluster by cluster") {
  std::mt19937_64 random(1);
  long different = 0, empty = 0;
  for (int i = 0; i < 1000; ++i) {
    const Ledger ledger = random_ledger(random);
    const Slice slice = random_slice(random);
    const auto expected = added(ledger, [&](std::size_t row) { return takes(ledger, slice, row); });
    if (!same(sums(ledger, slice), expected)) ++different;
    if (expected.second == 0) ++empty;
  }
  CHECK(different == 0);
  CHECK(empty > 100);  // slices nobody is in are among them
  CHECK(empty < 900);
}

TEST_CASE("a slice without a rule is everything") {
  const Ledger ledger = ledger_of(0, {entry("b", 1, 10), entry("a", 2, 20), entry("b", 3, 30)});
  const ClusterSums all = sums(ledger, {});
  CHECK(all.cases == 3);
  CHECK(all.clusters == std::vector<int>{0, 1});  // b came first
  CHECK(all.sums(0, 0) == 4);
  CHECK(all.sums(0, 1) == 40);
  CHECK(all.sums(1, 0) == 2);
}

TEST_CASE("an empty ledger has empty sums") {
  const ClusterSums none = sums(Ledger(0, 2), {});
  CHECK(none.cases == 0);
  CHECK(none.clusters.empty());
  CHECK(none.sums.rows() == 0);
  CHECK(none.total() == Row::Zero(2));
}

TEST_CASE("sides of a contrast keep the pairs that both have and count the rest") {
  const std::vector<Entry> rows = {
      entry("anna", 1, 10, {}, "quiet", "s1"),  // with its counterpart
      entry("anna", 2, 10, {}, "loud", "s1"),  entry("anna", 4, 10, {}, "quiet", "s2"),  // alone
      entry("ben", 8, 10, {}, "loud", "s3"),                                             // alone
      entry("ben", 16, 10, {}, "other", "s3"),  // in neither
      entry("ben", 32, 10, {}, "loud", ""),     // belongs to no pair: kept
  };
  const Ledger ledger = ledger_of(0, rows);
  const PairedSums sides = paired_sums(ledger, {ledger.conditions.find("loud"), {}},
                                       {ledger.conditions.find("quiet"), {}});
  CHECK(sides.left_out == 2);
  CHECK(sides.reference.total()[0] == 1);
  CHECK(sides.compared.total()[0] == 2 + 32);
  CHECK(sides.compared.cases == 2);
}

TEST_CASE("several rows of one pair stay together") {
  const Ledger ledger =
      ledger_of(0, {entry("a", 1, 10, {}, "quiet", "s"), entry("a", 2, 10, {}, "quiet", "s"),
                    entry("a", 4, 10, {}, "loud", "s")});
  const PairedSums sides = paired_sums(ledger, {ledger.conditions.find("loud"), {}},
                                       {ledger.conditions.find("quiet"), {}});
  CHECK(sides.left_out == 0);
  CHECK(sides.reference.total()[0] == 3);
}

TEST_CASE("paired sums are what a search for every counterpart gives") {
  std::mt19937_64 random(2);
  long different = 0, left_out = 0;
  for (int i = 0; i < 500; ++i) {
    const Ledger ledger = random_ledger(random);
    const Slice compared = random_slice(random), reference = random_slice(random);
    const auto kept = [&](const Slice& side, const Slice& other) {
      return [&](std::size_t row) {
        if (!takes(ledger, side, row)) return false;
        if (ledger.pair(row) < 0) return true;
        for (std::size_t counterpart = 0; counterpart < ledger.rows(); ++counterpart)
          if (ledger.pair(counterpart) == ledger.pair(row) && takes(ledger, other, counterpart))
            return true;
        return false;
      };
    };
    const auto a = added(ledger, kept(compared, reference));
    const auto b = added(ledger, kept(reference, compared));
    const long all =
        added(ledger, [&](std::size_t row) { return takes(ledger, compared, row); }).second +
        added(ledger, [&](std::size_t row) { return takes(ledger, reference, row); }).second;
    const PairedSums sides = paired_sums(ledger, compared, reference);
    if (!same(sides.compared, a) || !same(sides.reference, b) ||
        sides.left_out != all - a.second - b.second)
      ++different;
    left_out += sides.left_out;
  }
  CHECK(different == 0);
  CHECK(left_out > 1000);
}

TEST_CASE("a case is lacking where its speaker and pair have fewer than in the reference") {
  const auto quiet = [](const char* who, const char* pair) {
    return entry(who, 1, 10, {}, "quiet", pair);
  };
  const auto loud = [](const char* who, const char* pair) {
    return entry(who, 1, 10, {}, "loud", pair);
  };
  struct Example {
    const char* what;
    std::vector<Entry> rows;
    long expected;
  };
  const Example examples[] = {
      {"all there", {quiet("a", "1"), quiet("a", "2"), loud("a", "2"), loud("a", "1")}, 0},
      {"one not there", {quiet("a", "1"), quiet("a", "2"), loud("a", "1")}, 1},
      {"more than asked for is not lacking", {quiet("a", "1"), loud("a", "1"), loud("a", "2")}, 0},
      {"nobody stands in for another pair", {quiet("a", "1"), loud("a", "2")}, 1},
      {"nor for another speaker", {quiet("a", "1"), loud("b", "1")}, 1},
      {"takes are counted", {quiet("a", "1"), quiet("a", "1"), loud("a", "1")}, 1},
      {"without pairs speakers are compared by number",
       {quiet("a", ""), quiet("a", ""), quiet("b", ""), loud("a", ""), loud("b", ""),
        loud("b", "")},
       1},
      {"none at all", {quiet("a", "1"), quiet("b", "1"), loud("c", "9")}, 2},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    const Ledger ledger = ledger_of(0, example.rows);
    const Slice compared{ledger.conditions.find("loud"), {}},
        reference{ledger.conditions.find("quiet"), {}};
    CHECK(lacking(ledger, compared, reference) == example.expected);
    CHECK(lacking(ledger, reference, reference) == 0);
  }
}
