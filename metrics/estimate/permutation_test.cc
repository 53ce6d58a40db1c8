// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/permutation.h"

#include "metrics/estimate/support_test.h"

namespace keur {
namespace {

// Every way to put the labels, as the bits of a number; kept where each stratum has as many as it
// had.
double enumerate(const std::vector<Labelled>& clusters, std::int64_t& arrangements) {
  const auto difference = [&](unsigned bits) {
    double errors[2] = {0, 0}, words[2] = {0, 0};
    for (std::size_t i = 0; i < clusters.size(); ++i) {
      errors[bits >> i & 1] += clusters[i].numerator;
      words[bits >> i & 1] += clusters[i].denominator;
    }
    return errors[1] / words[1] - errors[0] / words[0];
  };
  const auto per_stratum = [&](unsigned bits) {
    std::map<int, int> counts;
    for (std::size_t i = 0; i < clusters.size(); ++i)
      counts[clusters[i].stratum] += static_cast<int>(bits >> i & 1);
    return counts;
  };
  unsigned observed = 0;
  for (std::size_t i = 0; i < clusters.size(); ++i)
    observed |= static_cast<unsigned>(clusters[i].compared) << i;
  int extreme = 0;
  arrangements = 0;
  for (unsigned bits = 0; bits < 1U << clusters.size(); ++bits) {
    if (per_stratum(bits) != per_stratum(observed)) continue;
    ++arrangements;
    extreme += std::abs(difference(bits)) >= std::abs(difference(observed)) - 1e-13;
  }
  return extreme / static_cast<double>(arrangements);
}

std::vector<Labelled> made_up(Dice& dice, int count, int strata) {
  std::vector<Labelled> result;
  for (int i = 0; i < count; ++i)
    result.push_back({static_cast<double>(dice.roll(6)), 20.0 + 10 * dice.roll(4),
                      i < 2 ? i == 0 : dice.roll(2) == 0, dice.roll(strata)});
  return result;
}

}  // namespace

TEST_CASE("every arrangement of labels within strata, counted once") {
  Dice dice(61);
  for (int round = 0; round < 60; ++round) {
    const std::vector<Labelled> clusters = made_up(dice, 4 + dice.roll(8), 1 + dice.roll(3));
    const Permutation found = permutation_test(clusters, {});
    std::int64_t arrangements = 0;
    const double slow = enumerate(clusters, arrangements);
    CHECK(found.exact);
    CHECK(found.arrangements == arrangements);
    same(found.p_two_sided.value(), slow);
  }
}

// Fisher's own example has the same form: 4 of 8 cups, C(8, 4) = 70 ways. If the four worst
// speakers are one group, only that and its mirror image are as extreme: 2 / 70.
TEST_CASE("four worst speakers of eight in one group: 2 of 70 arrangements") {
  std::vector<Labelled> clusters;
  for (int i = 0; i < 8; ++i) clusters.push_back({i < 4 ? 9.0 : 1.0, 100, i < 4, 0});
  const Permutation found = permutation_test(clusters, {});
  CHECK(found.arrangements == 70);
  CHECK(*found.p_two_sided == 2 / 70.0);
  same(*found.difference, 0.08);
  // The site explains it: within a stratum all labels are alike, and nothing can change places.
  for (int i = 0; i < 8; ++i) clusters[static_cast<std::size_t>(i)].stratum = i < 4;
  CHECK(permutation_test(clusters, {}).arrangements == 1);
  CHECK(*permutation_test(clusters, {}).p_two_sided == 1);
}

TEST_CASE("too many arrangements to count: drawn, repeatable, close to the truth") {
  // 30 and 30 speakers, one group with about twice the errors.
  Dice dice(62);
  std::vector<Labelled> clusters;
  for (int i = 0; i < 60; ++i)
    clusters.push_back({dice.roll(i % 2 == 0 ? 18 : 14) + 1.0, 100, i % 2 == 0, i % 3});
  const Resampling sampling{.seed = 7, .stream = 3, .replicates = 4000};
  const Permutation found = permutation_test(clusters, sampling);
  CHECK_FALSE(found.exact);
  CHECK(found.arrangements == 4001);
  const Permutation again = permutation_test(clusters, sampling);
  CHECK(found.p_two_sided == again.p_two_sided);

  // The difference over its standard deviation among permutations within strata is about normal.
  double variance = 0;
  for (int stratum = 0; stratum < 3; ++stratum) {
    double sum = 0, squares = 0, size = 0, labelled = 0;
    for (const Labelled& one : clusters)
      if (one.stratum == stratum) {
        sum += one.numerator;
        squares += one.numerator * one.numerator;
        size += 1;
        labelled += one.compared;
      }
    // Of the sum over `labelled` drawn from `size` without replacement.
    variance += labelled * (size - labelled) / size * (squares - sum * sum / size) / (size - 1);
  }
  const double z = *found.difference * 3000 / 2 / std::sqrt(variance);
  CHECK(*found.p_two_sided == Approx(std::erfc(std::abs(z) / std::sqrt(2.0))).margin(0.03));

  // A difference out of all proportion still is not p = 0.
  for (Labelled& one : clusters) one.numerator = one.compared ? 50 : 1;
  CHECK(*permutation_test(clusters, sampling).p_two_sided == 1 / 4001.0);
}

TEST_CASE("a group without words has no difference to test") {
  const std::vector<Labelled> no_words{{0, 0, true, 0}, {3, 50, false, 0}};
  CHECK_FALSE(permutation_test(no_words, {}).p_two_sided.has_value());
  CHECK_FALSE(permutation_test({}, {}).difference.has_value());
  // An arrangement that leaves one group without words counts against finding a difference.
  const std::vector<Labelled> sparse{{9, 50, true, 0}, {0, 0, true, 0}, {1, 50, false, 0}};
  const Permutation found = permutation_test(sparse, {});
  CHECK(found.arrangements == 3);
  CHECK(found.undefined == 1);
  CHECK(*found.p_two_sided == 1);
}

}  // namespace keur
