// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/signed_rank.h"

#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

// Every pattern of signs in turn.
struct Enumerated {
  double less, greater;
};
Enumerated enumerate(const std::vector<double>& differences) {
  std::vector<double> sizes;
  double observed = 0;
  std::vector<double> kept;
  for (const double d : differences)
    if (d != 0) kept.push_back(d);
  std::vector<double> ranks;
  for (const double d : kept) {
    double below = 0, equal = 0;
    for (const double other : kept) {
      below += std::abs(other) < std::abs(d);
      equal += std::abs(other) == std::abs(d);
    }
    ranks.push_back(below + (equal + 1) / 2);
    if (d > 0) observed += ranks.back();
  }
  const int patterns = 1 << kept.size();
  Enumerated result{0, 0};
  for (int pattern = 0; pattern < patterns; ++pattern) {
    double sum = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i)
      if (pattern >> i & 1) sum += ranks[i];
    result.less += sum <= observed;
    result.greater += sum >= observed;
  }
  result.less /= patterns;
  result.greater /= patterns;
  return result;
}

}  // namespace

TEST_CASE("signed ranks match scipy, R and coin") {
  VectorFile file("wilcoxon_signed_rank");
  for (VectorCase& one : file.cases()) {
    INFO(one.given("name"));
    const auto x = one.given("x").get<std::vector<double>>();
    const auto y = one.given("y").get<std::vector<double>>();
    std::vector<double> differences;
    for (std::size_t i = 0; i < x.size(); ++i) differences.push_back(x[i] - y[i]);
    // Rounded in the file; the rounding to 1e-10 must find the same ties.
    const auto stated = one.given("d").get<std::vector<double>>();
    for (std::size_t i = 0; i < x.size(); ++i) same(differences[i], stated[i], 1e-9);

    const SignedRank found = signed_rank(differences);
    one.expect_exactly("n", found.differences);
    one.expect_exactly("n_nonzero", found.nonzero);
    if (one.has("degenerate")) {
      one.aside("degenerate");
      CHECK(found.p_two_sided == 1);
      CHECK_FALSE(found.normal.has_value());
      continue;
    }
    one.expect("W_plus", found.positive);
    one.expect("W_minus", found.negative);
    one.expect("tie_term_sum_t3_minus_t", found.tie_term);
    const auto n = static_cast<double>(found.nonzero);
    one.expect("mean", n * (n + 1) / 4);
    one.expect("var", found.variance);
    one.expect("z_no_cc", found.normal->statistic);
    one.expect("p_normal_no_cc", found.normal->p_two_sided);
    one.expect("z_cc", found.normal_corrected->statistic);
    one.expect("p_normal_cc", found.normal_corrected->p_two_sided);
    one.expect("p_exact_conditional_two_sided", found.p_two_sided);
    one.expect("p_exact_one_sided_less", found.p_less);
    one.expect("p_exact_one_sided_greater", found.p_greater);
    for (const char* exact : {"scipy_exact", "R_exact", "coin_exact_wilcoxon_zero"})
      if (one.has(exact)) one.expect(exact, found.p_two_sided);
    one.expect("/scipy_approx_wilcox/statistic", std::min(found.positive, found.negative));
    one.expect("/scipy_approx_wilcox/p", found.normal->p_two_sided);
    one.expect("/R_normal_cc/V", found.positive);
    one.expect("/R_normal_cc/p", found.normal_corrected->p_two_sided);
    // Pratt's ranks include the zeros, which are dropped here.
    if (one.has("scipy_approx_pratt")) one.aside("scipy_approx_pratt");
    one.expect("rank_biserial", *found.rank_biserial);
  }
  file.finish();
}

TEST_CASE("the convolution counts what enumerating every pattern of signs counts") {
  Dice dice(41);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> differences;
    const int spread = 2 + dice.roll(12);  // few distinct sizes: many ties and zeros
    for (int i = dice.roll(11); i > 0; --i)
      differences.push_back(dice.roll(2 * spread + 1) - spread);
    const SignedRank found = signed_rank(differences);
    const Enumerated slow = enumerate(differences);
    CHECK(found.p_less == slow.less);  // both are multiples of 1/1024
    CHECK(found.p_greater == slow.greater);
  }
}

TEST_CASE("differences that only rounding sets apart are ties, and zeros are dropped") {
  // 0.3 - 0.2, 0.2 - 0.1 and 0.1 differ in their last bits.
  const SignedRank found =
      signed_rank(std::vector<double>{0.3 - 0.2, -(0.2 - 0.1), 0.1, 0.1 + 0.2 - 0.3});
  CHECK(found.differences == 4);
  CHECK(found.nonzero == 3);
  CHECK(found.tie_term == 24);  // 3^3 - 3
  CHECK(found.positive == 4);
  CHECK(found.negative == 2);
}

TEST_CASE("turning every difference around swaps the tails") {
  const std::vector<double> up{1, 2, -3, 4, 5.5, 6, -0.5}, down{-1, -2, 3, -4, -5.5, -6, 0.5};
  CHECK(signed_rank(up).p_less == signed_rank(down).p_greater);
  CHECK(signed_rank(up).p_two_sided == signed_rank(down).p_two_sided);
  CHECK(*signed_rank(up).rank_biserial == -*signed_rank(down).rank_biserial);
}

TEST_CASE("with many differences the exact tail goes over into the normal one") {
  for (const long count : {200L, most_exact_ranks + 1}) {
    Dice dice(42);
    std::vector<double> differences;
    for (long i = 0; i < count; ++i) differences.push_back(dice.roll(1000) - 470.5);
    const SignedRank found = signed_rank(differences);
    CHECK(found.exact == (count <= most_exact_ranks));
    CHECK(std::abs(found.p_two_sided - found.normal_corrected->p_two_sided) <
          (found.exact ? 5e-4 : 1e-12));
  }
  CHECK(signed_rank({}).p_two_sided == 1);
}

}  // namespace keur
