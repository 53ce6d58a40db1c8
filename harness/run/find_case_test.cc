// SPDX-License-Identifier: Apache-2.0
#include "harness/run/find_case.h"

#include "harness/run/count.h"
#include "harness/run/small_suite_test.h"

using namespace keur;

namespace {

// "ok|wrong>said|-lost|+added"
std::string shown(const Comparison& comparison) {
  std::string text;
  for (const Piece& piece : comparison) {
    text += text.empty() ? "" : "|";
    switch (piece.mark) {
      case Mark::correct:
        text += piece.reference;
        break;
      case Mark::substituted:
        text += piece.reference + ">" + piece.output;
        break;
      case Mark::removed:
        text += "-" + piece.reference;
        break;
      case Mark::inserted:
        text += "+" + piece.output;
        break;
    }
  }
  return text;
}

struct Example {
  SmallSuite small{"cases.csv", "outputs.jsonl"};
  Suite suite;
  Prepared prepared;

  Example()
      : suite([&] {
          small.here.write("cases.csv",
                           "id,said,who,sex\na,\"no pain, today\",anna,f\nb,left leg,ben,m\nc,dry "
                           "wound,anna,f\n");
          small.here.write("outputs.jsonl",
                           "{\"id\": \"c\", \"heard\": null}\n{\"id\": \"a\", \"heard\": \"now "
                           "pain today again\"}\n");
          return small.read();
        }()),
        prepared(small.prepared(suite)) {}

  std::map<std::string, FoundCase> find(const std::vector<std::string>& ids) {
    Diagnostics problems;
    auto found = find_cases(suite.tasks[0], prepared.tasks[0], ids, problems);
    CHECK(places(problems) == "");
    return found;
  }
};

}  // namespace

TEST_CASE("a case is found by its id, laid out for a reader, with its counts") {
  Example example;
  const auto found = example.find({"c", "a"});
  REQUIRE(found.size() == 2);
  const FoundCase& a = found.at("a");
  CHECK(shown(a.examination.comparison) == "no>now|pain|today|+again");
  CHECK(a.entry.cluster == "anna");
  CHECK(a.entry.groups == std::vector<std::string>{"f"});
  CHECK(a.entry.status == Status::matched);
  const FoundCase& c = found.at("c");
  CHECK(shown(c.examination.comparison) == "-dry|-wound");
  CHECK(c.entry.status == Status::errored);
  CHECK(shown(example.find({"b"}).at("b").examination.comparison) == "-left|-leg");
  CHECK(example.find({"b"}).at("b").entry.status == Status::missing);
}

TEST_CASE("an id that does not occur is not in the result") {
  Example example;
  CHECK(example.find({}).empty());
  CHECK(example.find({"d", ""}).empty());
  CHECK(example.find({"d", "a", "a"}).size() == 1);
}

TEST_CASE("the counts are those of the ledger") {
  Example example;
  Diagnostics problems;
  const auto found = example.find({"a", "b", "c"});
  const auto ledger = count(example.suite.tasks[0], example.prepared.tasks[0], {}, {}, problems);
  REQUIRE(ledger);
  Row sum = Row::Zero(ledger->counts().cols());
  for (const auto& [id, one] : found) sum += one.entry.counts;
  CHECK((sum == Row(ledger->counts().colwise().sum())));
}

TEST_CASE("a case in the last of many blocks is found") {
  const SmallSuite small;
  std::string cases;
  for (int i = 0; i < 2000; ++i)
    cases += "{\"id\": " + std::to_string(i) + ", \"said\": \"a\", \"who\": \"x\", \"pad\": \"" +
             std::string(1000, 'x') + "\"}\n";
  small.here.write("cases.jsonl", cases);
  small.here.write("outputs.jsonl", "{\"id\": 1999, \"heard\": \"b\"}\n");
  const Suite suite = small.read();
  Prepared prepared = small.prepared(suite);
  Diagnostics problems;
  const auto found = find_cases(suite.tasks[0], prepared.tasks[0], {"1999", "0"}, problems);
  REQUIRE(found.size() == 2);
  CHECK(shown(found.at("1999").examination.comparison) == "a>b");
}
