// SPDX-License-Identifier: Apache-2.0
#include "harness/report/report_json.h"

#include "harness/report/example_report.h"
#include "harness/report/golden_test.h"
#include "tests/catch.h"

namespace keur {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("the JSON page is as approved") {
  check_approved("expected.json", write_json(example_report()));
}

TEST_CASE("what is written reads back to the same bytes") {
  const std::string written = write_json(example_report());
  std::string error;
  const auto read = read_json(written, error);
  CAPTURE(error);
  REQUIRE(read);
  CHECK(write_json(*read) == written);
  CHECK(read->tasks.front().missing == example_report().tasks.front().missing);

  Report empty;
  empty.burden = "tool";
  empty.redaction = "ids";
  empty.verdict = "pass";
  const auto again = read_json(write_json(empty), error);
  CAPTURE(error);
  REQUIRE(again);
  CHECK(write_json(*again) == write_json(empty));
}

TEST_CASE("numbers are the shortest that read back, undefined is null, text is ASCII") {
  Report report = example_report();
  Measurement& m = report.measures.front().measurement;
  m.value = 0.1 + 0.2;
  m.lower = 1e-7;
  m.upper = -0.0;
  m.numerator = 12;
  m.standard_error = std::nullopt;
  report.suite_title = "pati\u00EBnt \u202E \xFF";
  const std::string json = write_json(report);
  CHECK(json.find("\"value\": 0.30000000000000004,\n") != std::string::npos);
  CHECK(json.find("\"lower\": 1e-07,\n") != std::string::npos);
  CHECK(json.find("\"upper\": 0,\n") != std::string::npos);
  CHECK(json.find("\"numerator\": 12,\n") != std::string::npos);
  CHECK(json.find("\"standard_error\": null,\n") != std::string::npos);
  CHECK(json.find("\"suite_title\": \"pati\\u00ebnt \\u202e \\ufffd\",\n") != std::string::npos);
  for (const char byte : json) CHECK((byte == '\n' || (byte >= ' ' && byte <= '~')));
  CHECK(json.ends_with("}\n"));
}

TEST_CASE("a document that is not exactly a report is refused, with its place") {
  const std::string good = write_json(example_report());
  struct Row {
    std::string document, error;
  };
  const Row rows[] = {
      {"", "not JSON, at byte 1"},
      {"[]", "the report: expected an object"},
      {good + "x", "not JSON, at byte " + std::to_string(good.size() + 1)},
      {"\xEF\xBB\xBF" + good, "starts with a byte order mark"},
      {replaced(good, "\"schema\": 1", "\"schema\": 2"), "schema: this program reads 1"},
      {replaced(good, "\"seed\"", "\"sead\""), "seed: is missing"},
      {replaced(good, "\"seed\"", "\"sead\": 1, \"seed\""), "the report: unknown key 'sead'"},
      {replaced(good, "\"seed\"", "\"seed\": \"1\", \"seed\""), "the key 'seed' is given twice"},
      {replaced(good, "\"seed\": \"20260401\"", "\"seed\": 1"), "seed: expected a string"},
      {replaced(good, "\"limit\": 0.1", "\"limit\": null"), "gates[0].limit: expected a number"},
      {replaced(good, "\"expected\": 864", "\"expected\": 864.5"),
       "tasks[0].expected: expected a whole number"},
      {replaced(good, "\"expected\": 864", "\"expected\": 18446744073709551615"),
       "tasks[0].expected: expected a whole number"},
      {replaced(good, "\"descriptive\": false", "\"descriptive\": 0"),
       "tasks[0].metrics[0].descriptive: expected true or false"},
      {replaced(good, "\"cautions\": []", "\"cautions\": {}"),
       "tasks[0].ladder.rungs[0].measurements[0].cautions: expected a list"},
      {replaced(good, "\"verdict\": \"pass\"", "\"verdict\": \"passed\""),
       "gates[0].verdict: expected one of pass, fail, inconclusive, not_estimable"},
      {replaced(good, "\"status\": \"missing\"", "\"status\": \"lost\""),
       "tasks[0].worst[0].status: expected one of matched, missing, errored"},
      {replaced(good, "\"mark\": \"forgiven\"", "\"mark\": \"excused\""),
       "tasks[0].confusions.totals: expected one of substituted, removed, inserted, forgiven"},
      {replaced(good, "\"mark\": \"inserted\",\n        \"reference\": \"\",\n        \"output\": "
                      "\"fever",
                "\"mark\": \"new\",\n        \"reference\": \"\",\n        \"output\": \"fever"),
       "tasks[0].critical.list: expected one of correct, substituted, removed, inserted, heading"},
      {replaced(good, "\"confidence\": 0.95", "\"confidence\": 1e999"),
       "holds a number that is out of range"},
      {std::string(100000, '['), "nested too deeply"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.error);
    std::string error;
    CHECK_FALSE(read_json(row.document, error));
    CHECK(error == row.error);
  }
}

}  // namespace keur
