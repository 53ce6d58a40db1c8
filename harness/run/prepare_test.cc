// SPDX-License-Identifier: Apache-2.0
#include "harness/run/prepare.h"

#include <algorithm>

#include "harness/data/recordings.h"
#include "harness/run/ledger_file.h"
#include "harness/run/small_suite_test.h"
#include "harness/seal/digest.h"

using namespace keur;

namespace {

const std::string cases = "{\"id\": 1, \"said\": \"a\", \"who\": \"x\"}\n";
const std::string outputs =
    "\xEF\xBB\xBF{\"id\": 1, \"heard\": \"a\"}\r\n\n{\"id\": 2, \"heard\": \"b\"}";

std::string problems_of(const SmallSuite& small,
                        const std::map<std::string, std::string>& replaced = {}) {
  Diagnostics problems;
  prepare(small.read(), replaced, problems);
  return places(problems);
}

}  // namespace

TEST_CASE("every input has the digest and size of its file") {
  const SmallSuite small;
  small.here.write("cases.jsonl", cases);
  small.here.write("outputs.jsonl", outputs);
  const Suite suite = small.read();
  const Prepared prepared = small.prepared(suite);

  CHECK(prepared.suite_input.role == "suite");
  CHECK(prepared.suite_input.path == small.here.path("suite.yaml"));
  CHECK(prepared.suite_input.sha256 == sha256_hex(small.text));
  CHECK(prepared.suite_input.bytes == small.text.size());
  REQUIRE(prepared.tasks.size() == 1);
  const PreparedTask& task = prepared.tasks[0];
  CHECK(task.cases_input.role == "reference-dataset");
  CHECK(task.cases_input.task == "dictation");
  CHECK(task.cases_input.path == "cases.jsonl");  // as the suite writes it
  CHECK(task.cases_input.sha256 == sha256_hex(cases));
  CHECK(task.cases_input.bytes == cases.size());
  CHECK_FALSE(task.cases_input.replaced);
  CHECK(task.outputs_input.role == "tool-outputs");
  CHECK(task.outputs_input.path == "outputs.jsonl");
  CHECK(task.outputs_input.sha256 == sha256_hex(outputs));
  CHECK(task.outputs_input.bytes == outputs.size());
  CHECK(task.outputs_input.records == 2);
  CHECK_FALSE(task.outputs_input.replaced);
  CHECK(task.index.size() == 2);
  CHECK(prepared.protocol == protocol_digest(suite, sha256_hex(small.text)));
}

TEST_CASE("digests are those of the file also when it takes several reads") {
  const SmallSuite small("cases.csv", "outputs.csv");
  std::string many_cases = "id,said,who,sex\n", many_outputs = "id,heard\n";
  for (int i = 0; i < 60'000; ++i) {
    many_cases += std::to_string(i) + ",one word,speaker,f\n";
    many_outputs += std::to_string(i) + ",one word\n";
  }
  small.here.write("cases.csv", many_cases);
  small.here.write("outputs.csv", many_outputs);
  const Suite suite = small.read();
  const Prepared prepared = small.prepared(suite);
  CHECK(prepared.tasks[0].cases_input.sha256 == sha256_hex(many_cases));
  CHECK(prepared.tasks[0].outputs_input.sha256 == sha256_hex(many_outputs));
  CHECK(prepared.tasks[0].outputs_input.records == 60'000);
}

TEST_CASE("a file given for the outputs takes the place of the suite's") {
  const SmallSuite small("cases.jsonl", "nowhere.jsonl");
  small.here.write("cases.jsonl", cases);
  const std::string other = small.here.write("other.csv", "id,heard\n1,a\n");
  Diagnostics problems;
  const Suite suite = small.read();
  const auto prepared = prepare(suite, {{"dictation", other}}, problems);
  CHECK(places(problems) == "");
  REQUIRE(prepared);
  const PreparedTask& task = prepared->tasks[0];
  CHECK(task.outputs_input.path == other);  // as given, not relative to the suite
  CHECK(task.outputs_input.replaced);
  CHECK(task.outputs_input.sha256 == sha256_hex("id,heard\n1,a\n"));
  CHECK(task.outputs.format->id == "csv");  // by the ending of the file that is read
}

TEST_CASE("what is missing is reported where it is named") {
  const SmallSuite small;
  // The suite names cases on line 10 and outputs on line 11.
  CHECK(problems_of(small) == "data-cannot-open 10:19+11, data-cannot-open 11:21+13");
  small.here.write("cases.jsonl", cases);
  CHECK(problems_of(small) == "data-cannot-open 11:21+13");
  small.here.write("outputs.jsonl", "");
  CHECK(problems_of(small) == "data-empty 0:0+0");
  small.here.write("outputs.jsonl", outputs);
  CHECK(problems_of(small) == "");
  CHECK(problems_of(small, {{"dictation", small.here.path("missing.csv")}}) ==
        "data-cannot-open 0:0+0");
  CHECK(problems_of(small, {{"dictations", small.here.path("outputs.jsonl")}}) ==
        "usage-unknown-task 0:0+0");
}

TEST_CASE("a task without outputs needs them to be given") {
  SmallSuite small;
  const std::string named = "{file: outputs.jsonl, id: id, text: heard}";
  small.text.replace(small.text.find(named), named.size(), "{id: id, text: heard}");
  small.here.write("cases.jsonl", cases);
  CHECK(problems_of(small) == "suite-no-outputs 8:5+1");
  CHECK(problems_of(small, {{"dictation", small.here.write("o.jsonl", outputs)}}) == "");
}

TEST_CASE("with a problem in the outputs the cases can still be checked") {
  const SmallSuite small;
  small.here.write("cases.jsonl", cases);
  small.here.write("outputs.jsonl", "{\"id\": 1}\n{\"id\": 1}\n");
  Diagnostics problems;
  const Suite suite = small.read();
  const auto prepared = prepare(suite, {}, problems);
  CHECK(places(problems) == "data-duplicate-output 2:0+0");
  REQUIRE(prepared);
  CHECK(prepared->tasks.size() == 1);
}

TEST_CASE("files named by a suite are relative to it") {
  struct Example {
    const char *suite, *written, *path;
  };
  const Example examples[] = {
      {"suite.yaml", "cases.jsonl", "cases.jsonl"},
      {"suites/demo.yaml", "../fixtures/c.jsonl", "fixtures/c.jsonl"},
      {"/srv/suites/demo.yaml", "c.jsonl", "/srv/suites/c.jsonl"},
      {"/srv/suites/demo.yaml", "/data/c.jsonl", "/data/c.jsonl"},
      {"./suite.yaml", "./c.jsonl", "c.jsonl"},
  };
  for (const Example& example : examples)
    CHECK(resolve(example.suite, example.written) == example.path);
}

TEST_CASE("a suite may name every format there is, and no other") {
  std::vector<std::string_view> ids;
  for (const Format* format : all_formats()) ids.push_back(format->id);
  std::sort(ids.begin(), ids.end());
  CHECK(ids == std::vector<std::string_view>(std::begin(data_formats), std::end(data_formats)));
  CHECK(recording_formats() == std::vector<std::string>(std::begin(recording_data_formats),
                                                        std::end(recording_data_formats)));
}

TEST_CASE("two threads prepare what one prepares") {
  SmallSuite small;
  small.here.write("cases.jsonl", cases);
  small.here.write("outputs.jsonl", outputs);
  const Suite suite = small.read();
  Diagnostics problems;
  const auto one = prepare(suite, {}, problems, 1), two = prepare(suite, {}, problems, 2);
  CHECK(places(problems) == "");
  REQUIRE(one);
  REQUIRE(two);
  CHECK(one->tasks[0].cases_input.sha256 == two->tasks[0].cases_input.sha256);
  CHECK(one->tasks[0].cases_input.bytes == cases.size());
  CHECK(one->tasks[0].outputs_input.sha256 == two->tasks[0].outputs_input.sha256);
  CHECK(one->tasks[0].index.size() == two->tasks[0].index.size());
}
