// SPDX-License-Identifier: Apache-2.0
#include "harness/data/format.h"

#include "tests/catch.h"

using namespace keur;

TEST_CASE("a format is found by its name or by the ending of the file") {
  struct Example {
    const char *name, *path, *id;
  };
  const Example examples[] = {
      {"", "cases.jsonl", "jsonl"},
      {"", "a/b.ndjson", "jsonl"},
      {"", "cases.csv", "csv"},
      {"", "cases.tsv", "tsv"},
      {"", "cases.tab", "tsv"},
      {"", "cases.txt", nullptr},
      {"", "csv", nullptr},
      {"", "cases.csv.gz", nullptr},
      {"", "cases.CSV", nullptr},
      {"", "", nullptr},
      {"tsv", "cases.csv", "tsv"},
      {"jsonl", "cases", "jsonl"},
      {"xlsx", "cases.csv", nullptr},
      {"", "cases.json", "json"},
      {"", "c.seglst.json", "seglst"},
      {"", "c.verbose.json", "verbose_json"},
      {"", "cases/", "folder"},
      {"", "a.TextGrid", "textgrid"},
  };
  for (const Example& example : examples) {
    INFO(example.name << " " << example.path);
    const Format* found = find_format(example.name, example.path);
    if (example.id) {
      REQUIRE(found);
      CHECK(found->id == example.id);
    } else {
      CHECK(found == nullptr);
    }
  }
}

TEST_CASE("formats come in the order of their names, each once") {
  std::string_view before;
  for (const Format* format : all_formats()) {
    CHECK(before < format->id);
    before = format->id;
  }
  CHECK(all_formats().size() == 14);
}
