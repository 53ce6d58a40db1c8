// SPDX-License-Identifier: Apache-2.0
#include "metrics/core/metric.h"

#include <cmath>
#include <limits>
#include <random>

#include "metrics/core/family.h"
#include "tests/catch.h"

using namespace keur;

namespace {

Row row(std::initializer_list<double> counts) {
  Row result(static_cast<Eigen::Index>(counts.size()));
  Eigen::Index i = 0;
  for (const double count : counts) result[i++] = count;
  return result;
}

std::optional<Evaluation> error_rate(const Row& sums) { return ratio(sums, {0, 1}, {2}); }
// True positives, false positives, false negatives: 2 tp / (2 tp + fp + fn).
std::optional<Evaluation> f1(const Row& sums) { return ratio(sums, {0, 0}, {0, 0, 1, 2}); }
std::optional<Evaluation> precision(const Row& sums) { return ratio(sums, {0}, {0, 1}); }

}  // namespace

TEST_CASE("a ratio is one sum of columns over another") {
  const auto evaluation = error_rate(row({3, 4, 50}));
  REQUIRE(evaluation);
  CHECK(evaluation->numerator == 7);
  CHECK(evaluation->denominator == 50);
  CHECK(evaluation->value == 7.0 / 50);
  // (a + b) / c: 1/c by a and by b, -(a + b)/c^2 by c.
  CHECK(evaluation->gradient.size() == 3);
  CHECK(evaluation->gradient[0] == Approx(1.0 / 50).epsilon(1e-15));
  CHECK(evaluation->gradient[1] == Approx(1.0 / 50).epsilon(1e-15));
  CHECK(evaluation->gradient[2] == Approx(-7.0 / 2500).epsilon(1e-15));
}

TEST_CASE("a column may stand on both sides, and more than once") {
  const auto one = precision(row({6, 2, 5}));
  REQUIRE(one);
  CHECK(one->value == 0.75);
  // tp / (tp + fp): fp / (tp + fp)^2 by tp, -tp / (tp + fp)^2 by fp, nothing by fn.
  CHECK(one->gradient[0] == Approx(2.0 / 64).epsilon(1e-15));
  CHECK(one->gradient[1] == Approx(-6.0 / 64).epsilon(1e-15));
  CHECK(one->gradient[2] == 0);

  const auto both = f1(row({6, 2, 5}));
  REQUIRE(both);
  CHECK(both->numerator == 12);
  CHECK(both->denominator == 19);
  // 2 (fp + fn) / (2 tp + fp + fn)^2 by tp.
  CHECK(both->gradient[0] == Approx(2 * 7.0 / 361).epsilon(1e-15));

  const auto whole = ratio(row({5}), {0}, {0});
  REQUIRE(whole);
  CHECK(whole->value == 1);
  CHECK(whole->gradient[0] == 0);  // always one, whatever the count
}

TEST_CASE("the gradient is the slope of the value, as small steps measure it") {
  std::mt19937_64 random(3);
  for (const auto evaluate : {error_rate, f1, precision})
    for (int i = 0; i < 200; ++i) {
      Row sums(3);
      for (int column = 0; column < 3; ++column)
        sums[column] = 1 + static_cast<double>(random() % 1000);
      const auto evaluation = evaluate(sums);
      REQUIRE(evaluation);
      for (int column = 0; column < 3; ++column) {
        // Central difference: its error is of the order of step^2.
        const double step = 1e-4 * sums[column];
        Row up = sums, down = sums;
        up[column] += step;
        down[column] -= step;
        const double slope = (evaluate(up)->value - evaluate(down)->value) / (2 * step);
        CHECK(std::abs(evaluation->gradient[column] - slope) <=
              1e-6 * (std::abs(slope) + 1 / evaluation->denominator));
      }
    }
}

TEST_CASE("a metric does not change when all counts are multiplied") {
  // So its slope along the sums themselves is zero: that is what makes influences add up to 0.
  const Row sums = row({12, 7, 90});
  for (const auto evaluate : {error_rate, f1, precision}) {
    CHECK(evaluate(sums)->value == Approx(evaluate(8 * sums)->value).epsilon(1e-15));
    CHECK(std::abs(evaluate(sums)->gradient.dot(sums)) < 1e-15);
  }
}

TEST_CASE("without a positive denominator there is no value") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK_FALSE(error_rate(row({0, 0, 0})));
  CHECK_FALSE(error_rate(row({3, 4, 0})));
  CHECK_FALSE(error_rate(row({3, 4, -50})));
  CHECK_FALSE(error_rate(row({0, 0, std::nan("")})));
  CHECK_FALSE(error_rate(Row::Zero(3)));
  CHECK_FALSE(ratio(row({1}), {0}, {}));
  CHECK_FALSE(f1(Row::Zero(3)));
  CHECK(error_rate(row({0, 0, 1}))->value == 0);
  CHECK(error_rate(row({0, 0, infinity}))->value == 0);
}

TEST_CASE("no numerator is a sum of nothing") {
  const auto evaluation = ratio(row({4}), {}, {0});
  REQUIRE(evaluation);
  CHECK(evaluation->value == 0);
  CHECK(evaluation->gradient[0] == 0);
}

TEST_CASE("whole counts are exact up to 2^53") {
  const double most = 9007199254740992.0;  // 2^53
  const auto evaluation = ratio(row({most - 1, most}), {0}, {1});
  REQUIRE(evaluation);
  CHECK(evaluation->numerator == most - 1);
  CHECK(evaluation->value < 1);
}

TEST_CASE("a metric gives its value alone") {
  const Metric metric{"errors",      "errors",           "fouten", "",    "",
                      Better::lower, Range::nonnegative, "word",   false, error_rate};
  CHECK(metric.value(row({3, 4, 50})) == 7.0 / 50);
  CHECK(metric.value(Row::Zero(3)) == std::nullopt);
}

TEST_CASE("rows add, in any order, to the same sums") {
  std::mt19937_64 random(4);
  Rows rows(1000, 3);
  for (Eigen::Index r = 0; r < rows.rows(); ++r)
    for (Eigen::Index c = 0; c < 3; ++c) rows(r, c) = static_cast<double>(random() % 100'000'000);
  Row forwards = Row::Zero(3), backwards = Row::Zero(3);
  for (Eigen::Index r = 0; r < rows.rows(); ++r) {
    forwards += rows.row(r);
    backwards += rows.row(rows.rows() - 1 - r);
  }
  CHECK(forwards == backwards);
  CHECK(forwards == Row(rows.colwise().sum()));
}

TEST_CASE("a family finds its metrics by id") {
  const Metric metric{"errors",      "errors",           "fouten", "",    "",
                      Better::lower, Range::nonnegative, "word",   false, error_rate};
  const Family family{.kind = "made-up",
                      .title = "made up",
                      .case_fields = {},
                      .output_fields = {},
                      .choices = {},
                      .columns = {},
                      .metrics = {metric},
                      .counter = nullptr,
                      .warnings = nullptr};
  CHECK(family.metric("errors") == &family.metrics[0]);
  CHECK(family.metric("error") == nullptr);
  CHECK(family.metric("") == nullptr);
}
