// SPDX-License-Identifier: Apache-2.0
#include "harness/run/ledger.h"

#include <algorithm>
#include <map>
#include <random>

#include "tests/catch.h"

using namespace keur;
using namespace std::string_literals;

namespace {

Row row(std::initializer_list<double> counts) {
  Row result(static_cast<Eigen::Index>(counts.size()));
  Eigen::Index i = 0;
  for (const double count : counts) result[i++] = count;
  return result;
}

// As a line of the ledger has it, as the name of its task.
std::string quoted(const std::string& text) {
  std::string line;
  Entry entry;
  entry.counts = Row::Zero(1);
  append_line(line, text, entry);
  constexpr std::string_view before = "{\"task\":", after = ",\"case\":";
  REQUIRE(line.starts_with(before));
  return line.substr(before.size(), line.find(after) - before.size());
}

}  // namespace

TEST_CASE("names are numbered in the order they first appear") {
  Names names;
  CHECK(names.size() == 0);
  CHECK(names.find("a") == -1);
  CHECK(names.number("b") == 0);
  CHECK(names.number("a") == 1);
  CHECK(names.number("") == 2);
  CHECK(names.number("b") == 0);
  CHECK(names.number("a\0"s) == 3);  // not the same as "a"
  CHECK(names.find("a") == 1);
  CHECK(names.find("c") == -1);
  CHECK(names[0] == "b");
  CHECK(names.all() == std::vector<std::string>{"b", "a", "", "a\0"s});
}

TEST_CASE("many names keep their numbers") {
  Names names;
  for (int i = 0; i < 10'000; ++i) REQUIRE(names.number("speaker " + std::to_string(i)) == i);
  for (int i = 0; i < 10'000; ++i) REQUIRE(names.find(names[i]) == i);
}

TEST_CASE("a ledger adds up the cases that share cluster, condition, groups and pair") {
  Ledger ledger(2, 3);
  CHECK(ledger.cases() == 0);
  CHECK(ledger.counts().rows() == 0);
  ledger.add({"c1", "anna", "quiet", "s1", {"f", "north"}, Status::matched, row({1, 2, 3})});
  ledger.add({"c2", "ben", "loud", "", {"m", "north"}, Status::missing, row({4, 5, 6})});
  ledger.add({"c3", "anna", "quiet", "s1", {"f", "south"}, Status::errored, row({7, 8, 9})});
  ledger.add({"c4", "anna", "quiet", "s1", {"f", "north"}, Status::matched, row({10, 20, 30})});

  CHECK(ledger.cases() == 4);
  REQUIRE(ledger.rows() == 3);
  CHECK(ledger.cases_of(0) == 2);
  CHECK(ledger.cluster(1) == 1);
  CHECK(ledger.condition(2) == 0);
  CHECK(ledger.pair(0) == 0);
  CHECK(ledger.pair(1) == -1);  // no pair is no name
  CHECK(ledger.pairs.size() == 1);
  CHECK(ledger.levels(0).all() == std::vector<std::string>{"f", "m"});
  CHECK(ledger.levels(1).all() == std::vector<std::string>{"north", "south"});
  CHECK(ledger.group(1, 0) == 1);
  CHECK(ledger.group(1, 1) == 0);
  CHECK(ledger.group(2, 1) == 1);
  Rows expected(3, 3);
  expected << 11, 22, 33, 4, 5, 6, 7, 8, 9;
  CHECK((ledger.counts() == expected));
  REQUIRE(ledger.without_output().size() == 2);
  CHECK(ledger.without_output()[0].id == "c2");
  CHECK(ledger.without_output()[1].number == 2);
  CHECK(ledger.without_output()[1].status == Status::errored);
  CHECK(ledger.weightiest().empty());  // no metric to weigh with
}

TEST_CASE("the rows of a ledger are the sums of its cases by all their names") {
  std::mt19937_64 random(3);
  using Key = std::vector<std::string>;
  std::map<Key, std::pair<long, double>> slow;
  Ledger ledger(1, 1);
  for (int i = 0; i < 20'000; ++i) {
    const auto name = [&](int of) { return std::to_string(random() % of); };
    const Key key = {name(40), name(3), random() % 2 ? "" : name(50), name(5)};
    const double count = static_cast<double>(random() % 9);
    ledger.add({"c", key[0], key[1], key[2], {key[3]}, Status::matched, row({count})});
    auto& [cases, sum] = slow[key];
    ++cases;
    sum += count;
  }
  CHECK(ledger.rows() == slow.size());
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < ledger.rows(); ++i) {
    const Key key = {ledger.clusters[ledger.cluster(i)], ledger.conditions[ledger.condition(i)],
                     ledger.pair(i) < 0 ? "" : ledger.pairs[ledger.pair(i)],
                     ledger.levels(0)[ledger.group(i, 0)]};
    wrong += slow[key] != std::pair(ledger.cases_of(i), ledger.counts()(static_cast<long>(i), 0));
  }
  CHECK(wrong == 0);
}

TEST_CASE("the weightiest cases are those a sort of all of them puts first") {
  const Metric rate{"rate",
                    "rate",
                    "",
                    "",
                    "",
                    Better::lower,
                    Range::nonnegative,
                    "trial",
                    false,
                    [](const Row& sums) { return ratio(sums, {0}, {1}); }};
  std::mt19937_64 random(4);
  Ledger ledger(0, 2, &rate);
  std::vector<std::pair<double, std::size_t>> all;
  for (std::size_t i = 0; i < 3000; ++i) {
    const double events = static_cast<double>(random() % 40), trials = random() % 10 ? 40 : 0;
    ledger.add({std::to_string(i), "a", "", "", {}, Status::matched, row({events, trials})});
    if (events > 0 && trials > 0) all.emplace_back(-events, i);
  }
  std::sort(all.begin(), all.end());
  const auto kept = ledger.weightiest();
  REQUIRE(kept.size() == Ledger::most_kept);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    CHECK(kept[i].number == all[i].second);
    CHECK(kept[i].numerator == -all[i].first);
  }
}

TEST_CASE("a quoted string is a JSON literal on one line") {
  struct Example {
    std::string text, literal;
  };
  const Example examples[] = {
      {"", R"("")"},
      {"plain", R"("plain")"},
      {"a\"b\\c/d", R"("a\"b\\c/d")"},
      {"a\nb\r\tc", R"("a\u000ab\u000d\u0009c")"},
      {"\0\x1F"s, R"("\u0000\u001f")"},
      {"\x7F", "\"\x7F\""},
      {"\xC3\xA9\xE2\x80\xA8\xF0\x9F\x98\x80", "\"\xC3\xA9\xE2\x80\xA8\xF0\x9F\x98\x80\""},
  };
  for (const Example& example : examples) CHECK(quoted(example.text) == example.literal);
}

TEST_CASE("an entry is one line of JSON in a fixed order") {
  std::string out = "before\n";
  append_line(out, "dictation",
              {"c\"1",
               "anna",
               "quiet",
               "s1",
               {"f", "(none)"},
               Status::matched,
               row({12, 0.5, 1e16, 1.0 / 3})});
  CHECK(
      out ==
      "before\n"
      R"-({"task":"dictation","case":"c\"1","cluster":"anna","groups":["f","(none)"],)-"
      R"-("condition":"quiet","pair":"s1","status":"matched","counts":[12,0.5,1e+16,0.3333333333333333]})-"
      "\n");
  out.clear();
  append_line(out, "t", {"c", "k", "", "", {}, Status::missing, row({})});
  CHECK(
      out ==
      R"({"task":"t","case":"c","cluster":"k","groups":[],"condition":"","pair":"","status":"missing","counts":[]})"
      "\n");
}

TEST_CASE("a status has a name") {
  CHECK(std::string(name(Status::matched)) == "matched");
  CHECK(std::string(name(Status::missing)) == "missing");
  CHECK(std::string(name(Status::errored)) == "errored");
}
