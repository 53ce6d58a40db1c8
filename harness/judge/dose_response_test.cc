// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/dose_response.h"

#include <cmath>

#include "harness/judge/small_ledger_test.h"

using namespace keur;

namespace {

Task task_with_doses() {
  Task task = suite_of({}, true).tasks[0];
  task.condition->doses = {{{"20dB", {}}, 20}, {{"10dB", {}}, 10}, {{"0dB", {}}, 0}};
  return task;
}

std::optional<DoseResponse> response(const std::vector<Entry>& rows,
                                     const Task& task = task_with_doses()) {
  return dose_response(task, *two_columns().metric("rate"), ledger_of(0, rows), 0.95);
}

// Events of 100 trials at 20, 10 and 0 dB, each in two cases of 50.
void add(std::vector<Entry>& rows, const char* who, double at20, double at10, double at0) {
  for (const auto& [room, events] :
       {std::pair{"20dB", at20}, std::pair{"10dB", at10}, std::pair{"0dB", at0}}) {
    rows.push_back(entry(who, events, 50, {}, room));
    rows.push_back(entry(who, 0, 50, {}, room));
  }
  rows.push_back(entry(who, 50, 50, {}, "quiet"));  // has no dose
}

}  // namespace

TEST_CASE("the slope is the mean of the speakers' own lines") {
  // a doubles with every 10 dB less, b grows fourfold: ln 2 / 10 and 2 ln 2 / 10 a decibel. Their
  // mean is 1.5 ln 2 / 10, so 2^1.5 = 2.83 times as many errors with 10 dB less; each lies 0.5 ln 2
  // / 10 from it, so the standard error is sqrt(2 (0.05 ln 2)^2 / 1 / 2) = 0.05 ln 2.
  std::vector<Entry> rows;
  add(rows, "a", 10, 20, 40);
  add(rows, "b", 2, 8, 32);
  const auto found = response(rows);
  REQUIRE(found);
  CHECK(found->slope.speakers == 2);
  CHECK(found->slope.left_out == 0);
  CHECK(found->shortened == 0);
  CHECK(found->slope.mean == Approx(-0.15 * std::log(2)));
  CHECK(rate_ratio_per_10_db(found->slope.mean) == Approx(std::pow(2, 1.5)));
  CHECK(found->slope.standard_error.value() == Approx(0.05 * std::log(2)));
  // t with one degree of freedom: 12.7062.
  CHECK(found->slope.interval->upper ==
        Approx((-0.15 + 12.7062 * 0.05) * std::log(2)).epsilon(1e-5));
}

TEST_CASE("a condition without errors shortens a line, and two of three leave none") {
  std::vector<Entry> rows;
  add(rows, "a", 10, 20, 40);
  add(rows, "b", 0, 8, 32);  // a line through two points: fourfold
  add(rows, "c", 0, 0, 5);   // no line
  const auto found = response(rows);
  REQUIRE(found);
  CHECK(found->slope.speakers == 2);
  CHECK(found->slope.left_out == 1);
  CHECK(found->shortened == 1);
  CHECK(found->slope.mean == Approx(-0.15 * std::log(2)));
}

TEST_CASE("without doses, or without a line, there is no slope") {
  std::vector<Entry> rows;
  add(rows, "a", 10, 20, 40);
  CHECK_FALSE(response(rows, suite_of({}, true).tasks[0]));
  CHECK_FALSE(response(rows, suite_of({}).tasks[0]));
  std::vector<Entry> perfect;
  add(perfect, "a", 0, 0, 0);
  CHECK_FALSE(response(perfect));
}
