// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/discordant.h"

#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

// The n-th row of Pascal's triangle over 2^n, by addition.
std::vector<double> coins(int n) {
  std::vector<double> row{1};
  for (int i = 0; i < n; ++i) {
    std::vector<double> next(row.size() + 1, 0);
    for (std::size_t k = 0; k < row.size(); ++k) {
      next[k] += row[k] / 2;
      next[k + 1] += row[k] / 2;
    }
    row = next;
  }
  return row;
}

}  // namespace

TEST_CASE("McNemar: exact, mid-p and chi-squared match the reference") {
  VectorFile file("mcnemar");
  for (VectorCase& one : file.cases()) {
    const long b = one.given("b"), c = one.given("c");
    INFO(b << " against " << c);
    const Discordant found = discordant_test(b, c);
    one.expect("exact_two_sided", found.p_exact);
    one.expect("mid_p", found.p_mid);
    one.expect("exact_one_sided_b_le", found.p_first_fewer);
    if (one.has("statsmodels_exact")) one.expect("statsmodels_exact", found.p_exact);
    for (const int correction : {0, 1}) {
      const ChiSquared chi = mcnemar_chi_squared(b, c, correction);
      const std::string key = correction == 1 ? "chi2_cc" : "chi2";
      one.expect(key, chi.statistic);
      one.expect(key + "_p", chi.p);
    }
    // Not clamped at 0: at 5 against 5 it finds a difference of 0.1.
    one.aside("statsmodels_chi2_cc");
  }
  file.finish();
}

// NIST's sc_stats answers p < 0.001 to the first and 0.009 to the last (its normal branch begins at
// 21 coins and adds half the statistic where half a count was meant); to 20 coins it agrees.
TEST_CASE("the sign test is exact at every number of coins") {
  CHECK(discordant_test(45, 55).p_exact == Approx(0.368).margin(0.0005));
  CHECK(discordant_test(9, 11).p_exact == Approx(0.824).margin(0.0005));
  CHECK(discordant_test(9, 12).p_exact == Approx(0.664).margin(0.0005));
}

TEST_CASE("coins counted one by one give the same tails") {
  for (int n = 0; n <= 60; ++n) {
    const std::vector<double> probability = coins(n);
    double at_most = 0;
    for (int b = 0; b <= n; ++b) {
      INFO(b << " of " << n);
      at_most += probability[static_cast<std::size_t>(b)];
      const Discordant found = discordant_test(b, n - b);
      same(found.p_first_fewer, std::min(1.0, at_most));
      double as_rare = 0, point = probability[static_cast<std::size_t>(std::min(b, n - b))];
      for (int k = 0; k <= n; ++k)
        if (std::abs(2 * k - n) >= std::abs(2 * b - n))
          as_rare += probability[static_cast<std::size_t>(k)];
      same(found.p_exact, std::min(1.0, as_rare));
      if (n > 0) same(found.p_mid, 2 * b == n ? 1 - point : found.p_exact - point);
    }
  }
}

TEST_CASE("to change places changes nothing, and many coins stay exact") {
  for (const auto& [b, c] : {std::pair{3L, 9L}, {40L, 41L}, {0L, 7L}, {123'456L, 124'000L}}) {
    CHECK(discordant_test(b, c).p_exact == discordant_test(c, b).p_exact);
    CHECK(discordant_test(b, c).p_mid == discordant_test(c, b).p_mid);
  }
  // Against the normal tail with half a count of correction, good to about 1 / n here.
  const double z = (544 - 1) / std::sqrt(123'456.0 + 124'000);
  CHECK(discordant_test(123'456, 124'000).p_exact ==
        Approx(std::erfc(z / std::sqrt(2.0))).epsilon(1e-4));
  CHECK(discordant_test(0, 4000).p_exact < 1e-300);
}

}  // namespace keur
