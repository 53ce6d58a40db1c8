// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/sequential.h"

#include "metrics/estimate/student_t.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

std::vector<double> equal_looks(int looks) {
  std::vector<double> result;
  for (int k = 1; k <= looks; ++k) result.push_back(k / static_cast<double>(looks));
  return result;
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

double normal_below(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }

// P(no crossing) by Simpson's rule on the joint density of the increments, look inside look.
double stays_inside(const std::vector<double>& information, const std::vector<double>& critical,
                    int intervals, std::size_t look = 0, double at = 0) {
  const double before = look == 0 ? 0 : information[look - 1];
  const double step = std::sqrt(information[look] - before);
  const double edge = critical[look] * std::sqrt(information[look]);
  if (look + 1 == information.size())
    return normal_below((edge - at) / step) - normal_below((-edge - at) / step);
  double total = 0;
  for (int i = 0; i <= intervals; ++i) {
    const double next = -edge + 2 * edge * i / intervals;
    const double z = (next - at) / step;
    const double weight = i == 0 || i == intervals ? 1 : i % 2 == 1 ? 4 : 2;
    total += weight * std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0)) / step *
             stays_inside(information, critical, intervals, look + 1, next);
  }
  return total * 2 * edge / intervals / 3;
}

}  // namespace

TEST_CASE("Pocock's and O'Brien and Fleming's constants") {
  VectorFile file("group_sequential");
  for (VectorCase& one : file.cases()) {
    const int looks = one.given("K");
    const double level = one.given("alpha_two_sided");
    const auto pocock = boundaries(Boundary::pocock, equal_looks(looks), level).value();
    const auto obf = boundaries(Boundary::obrien_fleming, equal_looks(looks), level).value();
    // The file stops 2e-8 short: its two-look constants spend 2.5e-9 less than 0.05 (next test but
    // one).
    one.expect("pocock", pocock.front(), 1e-8);
    one.expect("obrien_fleming_C", obf.back(), 3e-8);
    one.expect("obf_bounds", obf, 3e-8);
  }
  file.finish();
}

// As printed: Jennison and Turnbull (2000), tables 2.1 and 2.3.
TEST_CASE("the published tables, to their last digit") {
  const double pocock[] = {1.960, 2.178, 2.289, 2.361, 2.413};
  const double obrien_fleming[] = {1.960, 1.977, 2.004, 2.024, 2.040};
  for (int looks = 1; looks <= 5; ++looks) {
    CHECK(boundaries(Boundary::pocock, equal_looks(looks), 0.05)->front() ==
          Approx(pocock[looks - 1]).margin(0.0005));
    CHECK(boundaries(Boundary::obrien_fleming, equal_looks(looks), 0.05)->back() ==
          Approx(obrien_fleming[looks - 1]).margin(0.0005));
  }
  const std::vector<double> three = *boundaries(Boundary::obrien_fleming, equal_looks(3), 0.05);
  CHECK(three[0] == Approx(3.471).margin(0.0005));
  CHECK(three[1] == Approx(2.454).margin(0.0005));
}

TEST_CASE("unequal looks spend the level exactly; a plain double integral agrees") {
  const std::vector<std::vector<double>> plans{
      {0.5, 1}, {0.2, 1}, {0.9, 1}, {0.3, 0.45, 1}, {0.6, 0.8, 1}};
  for (const auto& information : plans)
    for (const Boundary boundary : {Boundary::pocock, Boundary::obrien_fleming})
      for (const double level : {0.01, 0.05, 0.1}) {
        const std::vector<double> critical = *boundaries(boundary, information, level);
        same(sum(*level_spent(information, critical)), level);
        const bool two = information.size() == 2;
        CHECK(1 - stays_inside(information, critical, two ? 4000 : 200) ==
              Approx(level).margin(two ? 1e-11 : 1e-6));
      }
}

TEST_CASE("one look is the usual z; looks far apart cost little, and each costs something") {
  same(boundaries(Boundary::pocock, std::vector<double>{1}, 0.05)->front(), normal_critical(0.95));
  // Looks at almost the same data are almost one look.
  CHECK(boundaries(Boundary::pocock, std::vector<double>{0.999, 1}, 0.05)->front() < 1.99);
  double before = normal_critical(0.95);
  for (const int looks : {2, 3, 5, 10, 20}) {
    const double now = boundaries(Boundary::pocock, equal_looks(looks), 0.05)->front();
    CHECK(now > before);
    CHECK(now < normal_critical(1 - 0.05 / looks));  // Bonferroni
    before = now;
  }
  // Armitage, McPherson and Rowe (1969), table 2: five looks at 1.96 are wrong 14.2 % of the time.
  const std::vector<double> naive(5, 1.959963984540054);
  CHECK(sum(*level_spent(equal_looks(5), naive)) == Approx(0.142).margin(0.0005));
}

TEST_CASE("plans that are none") {
  for (const std::vector<double>& information : {std::vector<double>{},
                                                 {0.5},
                                                 {0.5, 0.5, 1},
                                                 {0.6, 0.4, 1},
                                                 {0, 1},
                                                 {-0.5, 1},
                                                 {0.99999, 1}})
    CHECK_FALSE(boundaries(Boundary::pocock, information, 0.05).has_value());
  CHECK_FALSE(boundaries(Boundary::pocock, std::vector<double>{1}, 0).has_value());
  CHECK_FALSE(level_spent(std::vector<double>{0.5, 1}, std::vector<double>{2}).has_value());
  CHECK_FALSE(level_spent(std::vector<double>{1}, std::vector<double>{0}).has_value());
}

}  // namespace keur
