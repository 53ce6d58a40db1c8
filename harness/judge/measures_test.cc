// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/measures.h"

#include <algorithm>

#include "harness/judge/small_ledger_test.h"

using namespace keur;

namespace {

// "rate sex=f quiet" of each estimate; the metrics follow each other on every slice.
std::vector<std::string> slices(const std::vector<SliceEstimate>& all, const char* metric) {
  std::vector<std::string> names;
  for (const SliceEstimate& one : all)
    if (one.metric->id == metric)
      names.push_back(std::to_string(one.task) + " " +
                      (one.group.empty() ? "" : one.group + "=" + one.level) + "/" + one.condition);
  return names;
}

}  // namespace

TEST_CASE("without groups and conditions there is one slice: everybody") {
  const auto all = measure_slices(suite_of({}), {ledger_of(0, six_speakers())});
  REQUIRE(all.size() == 2);  // one a metric
  CHECK(all[0].metric->id == "rate");
  CHECK(all[1].metric->id == "share");
  CHECK(slices(all, "rate") == std::vector<std::string>{"0 /"});
  CHECK(all[0].estimate.value == 127.0 / 1613);
  CHECK(all[0].estimate.cases == 6);
}

TEST_CASE("all cases, then conditions from the baseline on, then groups within the baseline") {
  const Ledger ledger = ledger_of(
      2,
      {entry("x", 1, 10, {"m", "west"}, "noise-5dB"), entry("x", 2, 10, {"f", "(none)"}, "quiet"),
       entry("y", 4, 10, {"f", "east"}, "noise-10dB"), entry("y", 8, 10, {"m", "west"}, "quiet")});
  const Suite suite = suite_of({"sex", "region"}, true);
  const auto all = measure_slices(suite, {ledger});
  const std::vector<std::string> expected = {
      "0 /",
      "0 /quiet",  // the baseline first, the others as they come in the data
      "0 /noise-5dB",
      "0 /noise-10dB",
      "0 sex=f/quiet",
      "0 sex=m/quiet",
      "0 region=(none)/quiet",
      "0 region=east/quiet",
      "0 region=west/quiet",
  };
  CHECK(slices(all, "rate") == expected);
  CHECK(slices(all, "share") == expected);
  const auto value = [&](std::size_t slice) { return all[2 * slice].estimate.value; };
  CHECK(value(0) == 15.0 / 40);
  CHECK(value(1) == 10.0 / 20);
  CHECK(value(2) == 1.0 / 10);
  CHECK(value(3) == 4.0 / 10);
  CHECK(value(4) == 2.0 / 10);
  CHECK(value(5) == 8.0 / 10);
  CHECK(value(7) == std::nullopt);  // nobody from the east in the quiet
  CHECK(value(8) == 8.0 / 10);
}

TEST_CASE("without conditions groups are of all cases") {
  const Ledger ledger = ledger_of(1, {entry("x", 1, 10, {"m"}), entry("y", 3, 10, {"f"})});
  const auto all = measure_slices(suite_of({"sex"}), {ledger});
  CHECK(slices(all, "rate") == std::vector<std::string>{"0 /", "0 sex=f/", "0 sex=m/"});
  CHECK(all[2].estimate.value == 3.0 / 10);
}

TEST_CASE("every task has its slices") {
  Suite suite = suite_of({});
  suite.tasks.push_back(suite.tasks[0]);
  const auto all =
      measure_slices(suite, {ledger_of(0, six_speakers()), ledger_of(0, {entry("x", 1, 2)})});
  CHECK(slices(all, "rate") == std::vector<std::string>{"0 /", "1 /"});
  CHECK(all[2].estimate.value == 0.5);
}

TEST_CASE("groups come in the same order whatever the order of the cases") {
  std::vector<Entry> entries;
  for (const char* level : {"west", "east", "north", "south"})
    entries.push_back(entry(level, 1, 10, {level}));
  const auto one = slices(measure_slices(suite_of({"region"}), {ledger_of(1, entries)}), "rate");
  std::reverse(entries.begin(), entries.end());
  CHECK(slices(measure_slices(suite_of({"region"}), {ledger_of(1, entries)}), "rate") == one);
}

TEST_CASE("conditions come baseline first") {
  const Suite suite = suite_of({}, true);
  const Ledger ledger = ledger_of(
      0, {entry("x", 1, 1, {}, "z"), entry("x", 1, 1, {}, "a"), entry("x", 1, 1, {}, "quiet")});
  CHECK(conditions_in_order(suite.tasks[0], ledger) == std::vector<std::string>{"quiet", "z", "a"});
  CHECK(conditions_in_order(suite_of({}).tasks[0], ledger).empty());
}
