// SPDX-License-Identifier: Apache-2.0
#include "harness/run/recurring.h"

#include <map>
#include <random>
#include <set>

#include "tests/catch.h"

using namespace keur;

namespace {

std::string told(const std::vector<Recurrence>& all) {
  std::string text;
  for (const Recurrence& one : all)
    text += (text.empty() ? "" : " ") + one.what + ":" + std::to_string(one.times) + "/" +
            std::to_string(one.cases) + "/" + std::to_string(one.clusters);
  return text;
}

}  // namespace

TEST_CASE("times, cases and clusters are counted apart; the most widespread stands first") {
  Recurring recurring;
  CHECK(told(recurring.sorted()).empty());
  recurring.add("b", 1, 0);
  recurring.add("a", 3, 2);  // three times in one case
  recurring.add("b", 1, 1);
  recurring.add("b", 1, 0);  // the first speaker again
  recurring.add("c", 1, 1);
  recurring.add("a", 1, 2);
  recurring.add("d", 1, 0);
  // a is frequent, and of one speaker alone. Of equal ones the more frequent, then by name.
  recurring.add("e", 2, 0);
  recurring.add("e", 2, 1);
  CHECK(told(recurring.sorted()) == "e:4/2/2 b:3/3/2 a:4/2/1 c:1/1/1 d:1/1/1");
  CHECK(recurring.forgotten() == 0);
}

TEST_CASE("as many different things as there is room for are exact, with one more some are forgotten") {
  Recurring recurring(4);
  for (const char* name : {"a", "b", "c", "d"}) recurring.add(name, 1, 0);
  recurring.add("a", 5, 0);
  recurring.add("b", 2, 0);
  CHECK(recurring.forgotten() == 0);
  // a 6, b 3, c 1, d 1: the middle of 1 1 3 6 is 3, and what has no more than that goes.
  recurring.add("e", 1, 0);
  CHECK(recurring.forgotten() == 3);
  CHECK(told(recurring.sorted()) == "a:6/2/1 e:1/1/1");
}

TEST_CASE("clusters are counted up to a bound") {
  Recurring recurring;
  // In falling order, the worst for a list that is kept in rising order.
  for (std::uint32_t cluster = 2000; cluster > 0; --cluster) recurring.add("a", 1, cluster);
  CHECK(recurring.sorted()[0].clusters == static_cast<std::int64_t>(Recurring::most_clusters));
  CHECK(recurring.sorted()[0].cases == 2000);
}

TEST_CASE("a count is never too large, too small by no more than is said, and all beyond that are there") {
  std::mt19937 random(20260401);
  for (int round = 0; round < 200; ++round) {
    const std::size_t room = 4 + random() % 30;
    Recurring recurring(room);
    std::map<std::string, std::int64_t> exact;
    for (int i = 0; i < 400; ++i) {
      // Some things are frequent, most are not.
      const auto spread = 1 + random() % 60;
      const std::string what = std::to_string(random() % spread);
      const std::int64_t times = 1 + static_cast<std::int64_t>(random() % 3);
      recurring.add(what, times, static_cast<std::uint32_t>(random() % 5));
      exact[what] += times;
    }
    std::set<std::string> kept;
    for (const Recurrence& one : recurring.sorted()) {
      kept.insert(one.what);
      CHECK(one.times <= exact[one.what]);
      CHECK(one.times + recurring.forgotten() >= exact[one.what]);
    }
    CHECK(kept.size() <= room);
    for (const auto& [what, times] : exact)
      if (times > recurring.forgotten()) CHECK(kept.count(what) == 1);
    if (exact.size() <= room) CHECK(recurring.forgotten() == 0);
  }
}
