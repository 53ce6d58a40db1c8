// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/multiplicity.h"

#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

// Holm as the procedure is told: walk up from the smallest p-value and stop at the first that
// misses level / (tests left). The adjusted value is the lowest level at which it is rejected,
// found here by trying the levels at which anything changes.
bool rejected_by_holm(const std::vector<double>& p, std::size_t which, double level) {
  std::vector<double> sorted = p;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (sorted[i] * static_cast<double>(sorted.size() - i) > level) return false;
    if (sorted[i] == p[which]) return true;
  }
  return false;
}

// Benjamini-Hochberg likewise: the largest i with p_(i) <= i / m level takes all before it along.
bool rejected_by_benjamini_hochberg(const std::vector<double>& p, std::size_t which, double level) {
  std::vector<double> sorted = p;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = sorted.size(); i > 0; --i)
    if (static_cast<double>(sorted.size()) / static_cast<double>(i) * sorted[i - 1] <= level)
      return p[which] <= sorted[i - 1];
  return false;
}

}  // namespace

TEST_CASE("multiplicity: Holm and Benjamini-Hochberg match statsmodels and R") {
  VectorFile file("multiplicity");
  for (VectorCase& one : file.cases()) {
    const auto p = one.given("p").get<std::vector<double>>();
    for (const auto& [key, adjusted] :
         {std::pair{"holm", holm(p)}, {"fdr_bh", benjamini_hochberg(p)}}) {
      one.expect(std::string("/") + key + "/adjusted", adjusted);
      std::vector<bool> reject;
      for (const double value : adjusted) reject.push_back(value <= 0.05);
      one.expect_exactly(std::string("/") + key + "/reject_at_05", reject);
    }
    // R prints 15 digits.
    one.expect("/R_p_adjust/holm", holm(p));
    one.expect("/R_p_adjust/BH", benjamini_hochberg(p));
    // One family-wise procedure and one for the false discovery rate are enough.
    for (const char* other : {"bonferroni", "simes-hochberg", "fdr_by", "sidak", "holm-sidak",
                              "/R_p_adjust/hochberg", "/R_p_adjust/BY", "/R_p_adjust/bonferroni"})
      one.aside(other);
  }
  file.finish();
}

TEST_CASE("an adjusted p-value is the lowest level at which the step-wise procedure rejects") {
  Dice dice(31);
  for (int round = 0; round < 300; ++round) {
    std::vector<double> p;
    for (int i = 1 + dice.roll(12); i > 0; --i) p.push_back(dice.roll(40) / 64.0);  // with ties
    const std::vector<double> by_holm = holm(p), by_bh = benjamini_hochberg(p);
    for (std::size_t i = 0; i < p.size(); ++i) {
      CHECK(by_holm[i] >= by_bh[i]);
      CHECK(by_bh[i] >= p[i]);
      for (const double nudge : {-1e-9, 1e-9}) {
        if (by_holm[i] < 1) CHECK(rejected_by_holm(p, i, by_holm[i] + nudge) == (nudge > 0));
        if (by_bh[i] < 1)
          CHECK(rejected_by_benjamini_hochberg(p, i, by_bh[i] + nudge) == (nudge > 0));
      }
    }
  }
}

TEST_CASE("no tests, no adjusted p-values; one test stays as it is") {
  CHECK(holm({}).empty());
  CHECK(benjamini_hochberg({}).empty());
  CHECK(holm(std::vector<double>{0.04}) == std::vector<double>{0.04});
  CHECK(benjamini_hochberg(std::vector<double>{0.04}) == std::vector<double>{0.04});
}

}  // namespace keur
