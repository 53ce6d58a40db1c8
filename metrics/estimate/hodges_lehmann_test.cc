// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/hodges_lehmann.h"

#include "metrics/estimate/rank_distribution.h"
#include "metrics/estimate/student_t.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {

TEST_CASE("hodges_lehmann.json: medians of Walsh averages and their order statistics") {
  VectorFile file("hodges_lehmann");
  for (VectorCase& one : file.cases()) {
    INFO(one.name());
    one.aside("name");
    const auto differences = one.given("d").get<std::vector<double>>();
    const double n = static_cast<double>(differences.size());
    one.expect_exactly("n", differences.size());
    one.expect("n_walsh", n * (n + 1) / 2);
    one.expect("hodges_lehmann", hodges_lehmann_limits(differences, 0.95)->value);
    for (const char* level : {"0.9", "0.95", "0.99"}) {
      const std::string at = std::string("/ci/") + level;
      const auto found = hodges_lehmann_limits(differences, std::stod(level));
      one.expect_exactly(at + "/q", found->rank);
      one.expect(at + "/lower", found->interval.lower);
      one.expect(at + "/upper", found->interval.upper);
      one.expect(at + "/achieved_conf", found->coverage);
      // R gives the same where it is exact, and an approximation where values are tied or 0.
      if (one.name() == "paired_no_ties" || one.name() == "small_exact_n5")
        one.expect(at + "/R_wilcox_test",
                   std::vector<double>{found->interval.lower, found->interval.upper, found->value});
      else
        one.aside(at + "/R_wilcox_test");
    }
  }
  file.finish();
}

TEST_CASE("hodges_lehmann_two_sample.json: the shift, its limits and the exact p-value") {
  VectorFile file("hodges_lehmann_two_sample");
  for (VectorCase& one : file.cases()) {
    const auto x = one.given("x").get<std::vector<double>>();
    const auto y = one.given("y").get<std::vector<double>>();
    const auto found = hodges_lehmann_shift_limits(x, y, 0.95);
    one.expect("hl", found->value);
    one.expect("ci95", found->interval);
    double above = 0;
    for (const double a : x)
      for (const double b : y) above += a > b;
    one.expect("U", above);
    const auto chance =
        rank_sum_distribution(static_cast<int>(x.size()), static_cast<int>(y.size()));
    one.expect("p", 2 * chance[static_cast<std::size_t>(above)]);
  }
  file.finish();
}

TEST_CASE("signed ranks and rank sums by counting every pattern") {
  for (int n = 1; n <= 10; ++n) {
    std::vector<double> counts(static_cast<std::size_t>(n * (n + 1) / 2) + 1, 0);
    for (unsigned pattern = 0; pattern < (1u << n); ++pattern) {
      std::size_t sum = 0;
      for (int rank = 1; rank <= n; ++rank)
        if (pattern >> (rank - 1) & 1) sum += static_cast<std::size_t>(rank);
      counts[sum] += std::ldexp(1.0, -n);
    }
    const auto found = signed_rank_distribution(n);
    REQUIRE(found.size() == counts.size());
    double sum = 0;
    for (std::size_t w = 0; w < counts.size(); ++w) CHECK(found[w] == (sum += counts[w]));
  }
  for (int m = 1; m <= 5; ++m)
    for (int n = 1; n <= 6; ++n) {
      // Which places of m + n in order are of the first sample.
      std::vector<double> counts(static_cast<std::size_t>(m * n) + 1, 0);
      double patterns = 0;
      for (unsigned pattern = 0; pattern < (1u << (m + n)); ++pattern) {
        std::size_t pairs = 0, others = 0;
        int members = 0;
        for (int place = 0; place < m + n; ++place)
          if (pattern >> place & 1) {
            ++members;
            pairs += others;
          } else {
            ++others;
          }
        if (members != m) continue;
        ++counts[pairs];
        ++patterns;
      }
      const auto found = rank_sum_distribution(m, n);
      REQUIRE(found.size() == counts.size());
      double sum = 0;
      for (std::size_t u = 0; u < counts.size(); ++u) same(found[u], (sum += counts[u]) / patterns);
    }
}

TEST_CASE("where the exact distribution ends the normal one begins, within a few ranks") {
  Dice dice(62);
  std::vector<double> many;
  for (int i = 0; i < 300; ++i) many.push_back(dice.roll(100'000) / 100.0 - 400);
  const auto exact = hodges_lehmann_limits(many, 0.95);
  const double n = 300, pairs = n * (n + 1) / 2;
  const double normal =
      pairs / 2 - normal_critical(0.95) * std::sqrt(n * (n + 1) * (2 * n + 1) / 24);
  CHECK(std::abs(static_cast<double>(exact->rank) - normal) < 3);
  CHECK(exact->coverage >= 0.95);
  many.push_back(100);
  const auto beyond = hodges_lehmann_limits(many, 0.95);
  CHECK(std::abs(static_cast<double>(beyond->rank - exact->rank)) < 200);  // of 22,500
  CHECK(beyond->interval.lower <= beyond->value);

  const std::vector<double> fifty(many.begin(), many.begin() + 50);
  const std::vector<double> others(many.begin() + 100, many.begin() + 151);
  const auto last_exact = hodges_lehmann_shift_limits(
      fifty, std::vector<double>(others.begin(), others.begin() + 50), 0.95);
  const auto approximate = hodges_lehmann_shift_limits(fifty, others, 0.95);
  CHECK(std::abs(static_cast<double>(approximate->rank - last_exact->rank)) < 40);  // of 980
}

TEST_CASE("no observations have no value, one has limits that cover nothing") {
  CHECK_FALSE(hodges_lehmann_limits({}, 0.95));
  const std::vector<double> one{3};
  CHECK_FALSE(hodges_lehmann_shift_limits(one, {}, 0.95));
  CHECK_FALSE(hodges_lehmann_shift_limits({}, one, 0.95));
  CHECK(hodges_lehmann_limits(one, 0.95)->coverage == 0);
  CHECK(hodges_lehmann_shift_limits(one, one, 0.95)->value == 0);
}

TEST_CASE("moving or turning every difference moves or turns the estimate and its limits") {
  Dice dice(63);
  for (int round = 0; round < 30; ++round) {
    std::vector<double> all, moved, turned;
    for (int i = 0; i < 5 + dice.roll(20); ++i) all.push_back(dice.roll(64) / 4.0 - 6);
    for (const double one : all) {
      moved.push_back(one + 8);
      turned.push_back(-one);
    }
    const auto found = hodges_lehmann_limits(all, 0.9);
    CHECK(hodges_lehmann_limits(moved, 0.9)->interval.lower == found->interval.lower + 8);
    CHECK(hodges_lehmann_limits(turned, 0.9)->interval.lower == -found->interval.upper);
    CHECK(hodges_lehmann_limits(turned, 0.9)->value == -found->value);
  }
}

}  // namespace keur
