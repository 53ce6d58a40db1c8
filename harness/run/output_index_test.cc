// SPDX-License-Identifier: Apache-2.0
#include "harness/run/output_index.h"

#include <algorithm>
#include <map>
#include <random>

#include "harness/data/temporary_directory_test.h"

using namespace keur;

namespace {

Source source(const TemporaryDirectory& here, const char* name, const std::string& bytes,
              bool id_is_path = false) {
  Diagnostics problems;
  Table table;
  table.id_is_path = id_is_path;
  auto opened = open_source(table, false, here.write(name, bytes), problems);
  INFO(places(problems));
  REQUIRE(opened);
  return std::move(*opened);
}

struct Indexed {
  std::string problems, seen;
  std::vector<std::string> unused;
  std::size_t size;
};

Indexed indexed(const char* name, const std::string& bytes, bool id_is_path = false) {
  const TemporaryDirectory here;
  const Source from = source(here, name, bytes, id_is_path);
  Diagnostics problems;
  Indexed result;
  const OutputIndex index(from, "id", problems,
                          [&](std::string_view part) { result.seen += part; });
  result.problems = places(problems);
  result.size = index.size();
  for (const auto& [id, place] : index.unused(from)) result.unused.push_back(id);
  return result;
}

}  // namespace

TEST_CASE("the stem of a path is what lies between the last folder and the last point") {
  struct Example {
    const char *written, *stem;
  };
  const Example examples[] = {
      {"a", "a"},
      {"a.wav", "a"},
      {"dir/a.wav", "a"},
      {"/x/y.z/a.wav", "a"},
      {"a.tar.gz", "a.tar"},
      {"C:\\x\\a.wav", "a"},
      {".hidden", ".hidden"},
      {"dir/.hidden", ".hidden"},
      {"a.", "a"},
      {"x.y/z", "z"},
      {"dir/", ""},
      {"", ""},
      {"..", "."},
      {"a b.c d", "a b"},
  };
  for (const Example& example : examples) {
    INFO(example.written);
    CHECK(case_id(example.written, true) == example.stem);
    CHECK(case_id(example.written, false) == example.written);
  }
}

TEST_CASE("an output is found by its id, in whatever order the file has them") {
  const TemporaryDirectory here;
  const std::string bytes = "{\"id\": \"b\"}\n\n{\"id\": 7}\n{\"id\": \"a\"}";
  const Source from = source(here, "o.jsonl", bytes);
  Diagnostics problems;
  OutputIndex index(from, "id", problems, nullptr);
  CHECK(places(problems) == "");
  CHECK(index.size() == 3);
  const std::vector<std::string> ids = {"b", "7", "a"};  // numbers are compared as written
  const auto found = [&](const std::string& id, OutputIndex::Number guess = 0) {
    const auto number = index.find(id, guess, [&](auto candidate) { return ids[candidate] == id; });
    return number ? static_cast<int>(*number) : -1;
  };
  CHECK(found("a") == 2);
  CHECK(found("a", 2) == 2);
  CHECK(found("a", 17) == 2);  // a guess is only a guess
  CHECK(index.place(2).line == 4);
  CHECK(index.place(2).offset == 23);
  CHECK(found("7") == 1);
  CHECK(found("c") == -1);
  CHECK(found("") == -1);
}

TEST_CASE("outputs nobody asked for are listed in file order") {
  const TemporaryDirectory here;
  std::string bytes;
  for (int i = 99; i >= 0; --i) bytes += "{\"id\": " + std::to_string(i) + "}\n";
  const Source from = source(here, "o.jsonl", bytes);
  Diagnostics problems;
  OutputIndex index(from, "id", problems, nullptr);
  for (int i = 0; i < 100; ++i)
    if (i != 5 && i != 50 && i != 95) index.case_line(static_cast<OutputIndex::Number>(99 - i)) = 1;
  std::vector<std::string> unused;
  for (const auto& [id, place] : index.unused(from))
    unused.push_back(id + ":" + std::to_string(place.line));
  CHECK(unused == std::vector<std::string>{"95:5", "50:50", "5:95"});
}

TEST_CASE("a duplicate is found wherever it stands, and nothing else is taken for one") {
  std::mt19937_64 random(5);
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    std::map<std::string, int> lines;
    std::string expected;
    const bool ascending = round % 2 == 0;
    for (int line = 1; line <= 60; ++line) {
      std::string id = std::to_string(ascending ? 1000 + 3 * line : random() % 400);
      if (random() % 40 == 0 && line > 1) id = lines.begin()->first;
      bytes += "{\"id\": \"" + id + "\"}\n";
      if (!lines.try_emplace(id, line).second)
        expected += (expected.empty() ? "" : ", ") +
                    ("data-duplicate-output " + std::to_string(line)) + ":0+0";
    }
    REQUIRE(indexed("o.jsonl", bytes).problems == expected);
  }
}

TEST_CASE("every byte of the file is seen once") {
  const std::string bytes = "\xEF\xBB\xBFid,heard\r\n1,\"a\nb\"\r\n\r\n2,c";
  const Indexed result = indexed("o.csv", bytes);
  CHECK(result.seen == bytes);
  CHECK(result.unused == std::vector<std::string>{"1", "2"});
}

TEST_CASE("what cannot be indexed is reported at its line") {
  struct Example {
    const char *what, *name;
    std::string bytes, problems;
    std::size_t size;
  };
  const Example examples[] = {
      {"an id twice", "o.jsonl", "{\"id\": 1}\n{\"id\": 2}\n{\"id\": 1}\n",
       "data-duplicate-output 3:0+0", 2},
      {"a number and the same text", "o.jsonl", "{\"id\": 1}\n{\"id\": \"1\"}\n",
       "data-duplicate-output 2:0+0", 1},
      {"no id", "o.jsonl", "{\"name\": 1}\n", "data-missing-field 1:0+0", 0},
      {"a null id", "o.jsonl", "{\"id\": 1}\n{\"id\": null}\n", "data-missing-field 2:0+0", 1},
      {"an empty id", "o.jsonl", "{\"id\": \"\"}\n", "data-missing-field 1:0+0", 0},
      {"no such column", "o.csv", "key,heard\n1,a\n", "data-missing-field 1:0+0", 0},
      {"a bad record between good ones", "o.jsonl", "{\"id\": 1}\n{\"id\": 2\n{\"id\": 3}\n",
       "data-json-syntax 2:9+1", 2},
      {"only blank lines", "o.jsonl", "\n\n", "data-empty 0:0+0", 0},
      {"only a header", "o.csv", "id,heard\n", "data-empty 0:0+0", 0},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    const Indexed result = indexed(example.name, example.bytes);
    CHECK(result.problems == example.problems);
    CHECK(result.size == example.size);
  }
  // Two recordings of one name in two folders cannot be told apart by their stems.
  CHECK(indexed("o.jsonl", "{\"id\": \"x/a.wav\"}\n{\"id\": \"y/a.mp3\"}\n", true).problems ==
        "data-duplicate-output 2:0+0");
  CHECK(indexed("o.jsonl", "{\"id\": \"x/\"}\n", true).problems == "data-missing-field 1:0+0");
}

TEST_CASE("after a thousand problems a file is not read further") {
  std::string bytes;
  for (int i = 0; i < 3000; ++i) bytes += "{}\n";
  const TemporaryDirectory here;
  const Source from = source(here, "o.jsonl", bytes);
  Diagnostics problems;
  const OutputIndex index(from, "id", problems, nullptr);
  CHECK(problems.size() == most_problems);
}

TEST_CASE("a source is a file of a known format with something in it") {
  const TemporaryDirectory here;
  Table table;
  table.file = {"cases.jsonl", {"suite.yaml", 5, 9, 11}};
  const auto problems_of = [&](const std::string& path) {
    Diagnostics problems;
    CHECK_FALSE(open_source(table, false, path, problems));
    return places(problems);
  };
  CHECK(problems_of(here.path("missing.jsonl")) == "data-cannot-open 5:9+11");
  CHECK(problems_of(here.write("cases.xlsx", "x")) == "data-unknown-format 5:9+11");
  CHECK(problems_of(here.write("empty.jsonl", "")) == "data-empty 0:0+0");
  table.format = "csv";
  table.quotes = false;
  table.id_is_path = true;
  Diagnostics problems;
  const auto opened = open_source(table, false, here.write("cases.dat", "id\n"), problems);
  REQUIRE(opened);
  CHECK(opened->format->id == "csv");
  CHECK_FALSE(opened->quotes);
  CHECK(opened->id_is_path);
}

TEST_CASE("a fault of a record is a diagnostic of its file") {
  const TemporaryDirectory here;
  const Source from = source(here, "o.jsonl", "x");
  Diagnostics problems;
  add_fault(from, {100, 10, 7}, {"code", "message", "hint", 2, 5}, problems);
  add_fault(from, {100, 10, 7}, {"code", "message", "", 0, 0}, problems);
  CHECK(places(problems) == "code 9:5+1, code 7:0+0");
  CHECK(problems[0].span.file == here.path("o.jsonl"));
  CHECK(problems[0].hint == "hint");
}

TEST_CASE("ids that ascend are found without a table, and those that are not there missed") {
  const TemporaryDirectory here;
  std::string bytes;
  std::vector<std::string> ids;
  for (int i = 1; i <= 120; i += 1 + i % 3) {
    ids.push_back("u" + std::to_string(i));
    bytes += "{\"id\": \"" + ids.back() + "\"}\n";
  }
  for (const bool ascending : {true, false}) {
    // One id out of order, at the end, and a table is needed.
    if (!ascending) {
      ids.push_back("u0");
      bytes += "{\"id\": \"u0\"}\n";
    }
    const Source from = source(here, "o.jsonl", bytes);
    Diagnostics problems;
    const OutputIndex index(from, "id", problems, nullptr);
    CHECK(places(problems) == "");
    std::size_t wrong = 0;
    for (const OutputIndex::Number guess : {0u, 5u, 40u, 1000u})
      for (int i = -1; i <= 130; ++i) {
        const std::string id = "u" + std::to_string(i);
        const auto place = std::find(ids.begin(), ids.end(), id);
        const auto found =
            index.find(id, guess, [&](OutputIndex::Number number) { return ids[number] == id; });
        const auto number = static_cast<OutputIndex::Number>(place - ids.begin());
        wrong += place == ids.end() ? found.has_value() : found != number;
      }
    CHECK(wrong == 0);
  }
}
