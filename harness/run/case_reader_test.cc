// SPDX-License-Identifier: Apache-2.0
#include "harness/run/case_reader.h"

#include "harness/run/small_suite_test.h"

using namespace keur;

namespace {

struct Case {
  std::string problems;
  Entry entry;
  std::optional<std::string> said;
};

// One record of reference data read as the suite says.
Case read_case(const std::string& record, bool conditions = false,
               const std::string& cases = "cases.jsonl", const std::string& header = "") {
  const SmallSuite small(cases, "outputs.jsonl", conditions);
  const Suite suite = small.read();
  Diagnostics problems;
  const auto source =
      open_source(suite.tasks[0].cases, false,
                  small.here.write(suite.tasks[0].cases.file.name, header + record), problems);
  REQUIRE(source);
  auto reader = CaseReader::make(suite.tasks[0], *source, header, problems);
  Case result;
  if (reader) {
    std::string bytes = record;
    const RecordPlace place{0, static_cast<std::uint32_t>(record.size()), 4};
    if (const FieldTexts* texts = reader->read(bytes.data(), place, result.entry, problems)) {
      REQUIRE(texts->size() == 1);
      if ((*texts)[0]) result.said = std::string(*(*texts)[0]);
    }
  }
  result.problems = places(problems);
  return result;
}

}  // namespace

TEST_CASE("a case has an id, a cluster, its groups and its text") {
  const Case one = read_case(R"({"id": "c1", "said": "a b", "who": "anna", "sex": "f"})");
  CHECK(one.problems == "");
  CHECK(one.said == "a b");
  CHECK(one.entry.case_id == "c1");
  CHECK(one.entry.cluster == "anna");
  CHECK(one.entry.groups == std::vector<std::string>{"f"});
  CHECK(one.entry.condition == "");
  CHECK(one.entry.pair == "");
  CHECK(one.entry.status == Status::matched);
}

TEST_CASE("with conditions a case has a condition and a pair") {
  const Case one =
      read_case(R"({"id": 1, "said": "", "who": 2, "room": "quiet", "sentence": 3})", true);
  CHECK(one.problems == "");
  CHECK(one.said == "");  // nothing was said: a text, and an empty one
  CHECK(one.entry.condition == "quiet");
  CHECK(one.entry.pair == "3");
}

TEST_CASE("a group without a value is a level of its own") {
  for (const char* sex : {"", R"(, "sex": null)", R"(, "sex": "")"}) {
    const Case one = read_case(std::string(R"({"id": 1, "said": "a", "who": "x")") + sex + "}");
    CHECK(one.problems == "");
    CHECK(one.entry.groups == std::vector<std::string>{"(none)"});
  }
}

TEST_CASE("an id that is a path is compared by its stem") {
  SmallSuite small;
  small.text.replace(small.text.find("id: id, reference"), 6, "id: {field: id, stem: true}");
  const Suite suite = small.read();
  Diagnostics problems;
  const auto source =
      open_source(suite.tasks[0].cases, false, small.here.write("cases.jsonl", "x"), problems);
  auto reader = CaseReader::make(suite.tasks[0], *source, "", problems);
  REQUIRE(reader);
  const auto id_of = [&](std::string record) {
    Entry entry;
    problems.clear();
    reader->read(record.data(), {0, static_cast<std::uint32_t>(record.size()), 1}, entry, problems);
    return entry.case_id;
  };
  CHECK(id_of(R"({"id": "wav/c1.wav", "said": "a", "who": "x"})") == "c1");
  CHECK(places(problems) == "");
  CHECK(id_of(R"({"id": "wav/", "said": "a", "who": "x"})") == "");
  CHECK(places(problems) == "data-missing-field 1:0+0");  // a folder names no case
}

TEST_CASE("what every case needs is missed where it is not") {
  struct Example {
    const char *what, *record, *problems;
  };
  const Example examples[] = {
      {"no id", R"({"said": "a", "who": "x", "room": "q", "sentence": 1})",
       "data-missing-field 4:0+0"},
      {"an empty id", R"({"id": "", "said": "a", "who": "x", "room": "q", "sentence": 1})",
       "data-missing-field 4:0+0"},
      {"a null cluster", R"({"id": 1, "said": "a", "who": null, "room": "q", "sentence": 1})",
       "data-missing-field 4:0+0"},
      {"no condition", R"({"id": 1, "said": "a", "who": "x", "sentence": 1})",
       "data-missing-field 4:0+0"},
      {"no pair", R"({"id": 1, "said": "a", "who": "x", "room": "q"})", "data-missing-field 4:0+0"},
      {"no text", R"({"id": 1, "who": "x", "room": "q", "sentence": 1})",
       "data-missing-field 4:0+0"},
      {"a null text", R"({"id": 1, "said": null, "who": "x", "room": "q", "sentence": 1})",
       "data-missing-field 4:0+0"},
      {"nothing of all that", "{}",
       "data-missing-field 4:0+0, data-missing-field 4:0+0, data-missing-field 4:0+0, "
       "data-missing-field 4:0+0, data-missing-field 4:0+0"},
      {"a list as text", R"({"id": 1, "said": [], "who": "x", "room": "q", "sentence": 1})",
       "data-field-type 4:0+0"},
      {"no JSON", "id,said", "data-json-syntax 4:1+1"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    CHECK(read_case(example.record, true).problems == example.problems);
  }
}

TEST_CASE("an incomplete case still says which it is, so that its output has an owner") {
  CHECK(read_case(R"({"id": "c1", "who": "x"})").entry.case_id == "c1");
}

TEST_CASE("a table without a column is refused once, at its header") {
  const std::string csv = "cases.csv";
  CHECK(read_case("1,a,x,f\n", false, csv, "id,said,who,sex\n").entry.groups[0] == "f");
  CHECK(read_case("1,a,x\n", false, csv, "id,said,who\n").problems == "data-missing-field 1:0+0");
  CHECK(read_case("1,,x,\n", false, csv, "id,said,who,sex\n").said == "");
  CHECK(read_case("1,,,\n", false, csv, "id,said,who,sex\n").problems ==
        "data-missing-field 4:0+0");
}

TEST_CASE("an output is matched, missing or errored") {
  const SmallSuite small;
  const Suite suite = small.read();
  Diagnostics problems;
  const auto source = open_source(
      suite.tasks[0].outputs, false,
      small.here.write("outputs.jsonl",
                       "{\"id\": 1, \"heard\": \"a\"}\n{\"id\": 2, \"heard\": null}\n"
                       "{\"id\": 3}\n{\"id\": 4, \"heard\": \"\"}\n{\"id\": 5, \"heard\": {}}\n"),
      problems);
  REQUIRE(source);
  OutputIndex index(*source, "id", problems, nullptr);
  auto reader = OutputReader::make(suite.tasks[0], *source, index.header(), problems);
  REQUIRE(reader);
  const auto read = [&](const char* id) {
    Entry entry;
    const auto found = reader->find(index, id);
    const FieldTexts* texts = reader->read(found.has_value(), entry, problems);
    if (!texts) return std::string("problem");
    return std::string(name(entry.status)) + ":" +
           ((*texts)[0] ? std::string(*(*texts)[0]) : "nothing");
  };
  CHECK(read("1") == "matched:a");
  CHECK(read("2") == "errored:nothing");  // the tool said that it failed
  CHECK(read("6") == "missing:nothing");
  CHECK(read("4") == "matched:");  // the tool heard nothing, and said so
  CHECK(places(problems) == "");
  CHECK(read("3") == "problem");
  CHECK(places(problems) == "data-missing-field 3:0+0");
  CHECK(read("5") == "problem");
  CHECK(places(problems) == "data-missing-field 3:0+0, data-field-type 5:0+0");
  CHECK(read("1") == "matched:a");  // nothing of it is left
}
