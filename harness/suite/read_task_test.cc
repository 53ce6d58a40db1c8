// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/read_task.h"

#include "metrics/core/diagnostics_test.h"
#include "tests/catch.h"

using namespace keur;

namespace {

struct Outcome {
  std::optional<Task> task;
  Diagnostics problems;
};

Outcome read(const std::string& text) {
  Outcome outcome;
  const auto entry = read_yaml(text, "suite.yaml", outcome.problems);
  REQUIRE(entry);
  REQUIRE(places(outcome.problems) == "");
  outcome.task = read_task(*entry, outcome.problems);
  return outcome;
}

const Family& family_of(std::string_view kind) {
  for (const Family* family : all_families())
    if (family->kind == kind) return *family;
  throw std::logic_error("no such family");
}

// A task whose parts can be replaced one at a time.
struct Parts {
  std::string head = "id: t\nkind: transcript\n";
  std::string cases = "cases: {file: c.jsonl, id: id, reference: said, cluster: speaker}\n";
  std::string outputs = "outputs: {file: o.jsonl, id: id, text: heard}\n";
  std::string rest = "normalise: basic-1\n";
  std::string text() const { return head + cases + outputs + rest; }
};

}  // namespace

TEST_CASE("a task that says everything is read whole") {
  const auto [task, problems] = read(R"(id: dictation
kind: transcript
tool: {name: Scribe, version: "2.1"}
cases:
  file: ../data/cases.csv
  format: tsv
  quotes: false
  id: {field: path, stem: true}
  reference: said
  cluster: speaker
  groups: [sex, region]
  condition: {field: room, baseline: quiet, pair: sentence}
outputs: {file: out.jsonl, id: key, text: heard}
normalise: verbatim-1
ladder: true
)");
  CHECK(places(problems) == "");
  REQUIRE(task);
  CHECK(task->id == "dictation");
  CHECK(task->span.line == 1);
  CHECK(task->family->kind == "transcript");
  CHECK(task->tool_name == "Scribe");
  CHECK(task->tool_version == "2.1");
  CHECK(task->ladder);

  CHECK(task->cases.file.name == "../data/cases.csv");
  CHECK(task->cases.file.span.line == 5);
  CHECK(task->cases.file.span.column == 9);
  CHECK(task->cases.format == "tsv");
  CHECK_FALSE(task->cases.quotes);
  CHECK(task->cases.id.name == "path");
  CHECK(task->cases.id_is_path);
  REQUIRE(task->cases.fields.size() == 1);
  CHECK(task->cases.fields[0].name == "said");
  CHECK(task->cluster.name == "speaker");
  CHECK(task->cluster_kind == "speakers");
  REQUIRE(task->groups.size() == 2);
  CHECK(task->groups[0].name == "sex");
  CHECK(task->groups[1].name == "region");
  REQUIRE(task->condition);
  CHECK(task->condition->field.name == "room");
  CHECK(task->condition->baseline.name == "quiet");
  CHECK(task->condition->pair.name == "sentence");

  CHECK(task->outputs.id.name == "key");
  CHECK(task->outputs.format == "");
  CHECK(task->outputs.quotes);
  CHECK_FALSE(task->outputs.id_is_path);
  CHECK(task->outputs.fields[0].name == "heard");
  CHECK(task->settings == Settings{.choices = {{"normalise", "verbatim-1"}}});
}

TEST_CASE("what a task may leave out has a default") {
  Parts parts;
  parts.outputs = "outputs: {id: id, text: heard}\n";  // --outputs will name the file
  const auto [task, problems] = read(parts.text());
  CHECK(places(problems) == "");
  REQUIRE(task);
  CHECK(task->outputs.file.name == "");
  CHECK(task->tool_name == "");
  CHECK(task->groups.empty());
  CHECK_FALSE(task->condition);
  CHECK(task->cases.quotes);
  CHECK(task->cases.format == "");
}

TEST_CASE("every fault of a task has a code and a place") {
  const Parts whole;
  const auto with = [&](std::string Parts::*part, const char* text) {
    Parts parts = whole;
    parts.*part = text;
    return parts.text();
  };
  struct Example {
    const char* what;
    std::string text, problems;
  };
  const Example examples[] = {
      {"no id", with(&Parts::head, "kind: transcript\n"), "suite-missing-key 1:1+1"},
      {"an unknown kind", with(&Parts::head, "id: t\nkind: transcipt\n"),
       "suite-unknown-kind 2:7+9"},
      {"no kind", with(&Parts::head, "id: t\n"), "suite-missing-key 1:1+1"},
      {"an unknown key", with(&Parts::head, "id: t\nkind: transcript\nvocab: x\n"),
       "suite-unknown-key 3:1+5"},
      {"no cases", with(&Parts::cases, ""), "suite-missing-key 1:1+1"},
      {"cases that are no map", with(&Parts::cases, "cases: c.jsonl\n"), "suite-wrong-type 3:8+7"},
      {"no file of cases",
       with(&Parts::cases, "cases: {id: id, reference: said, cluster: speaker}\n"),
       "suite-missing-key 3:8+1"},
      {"no cluster", with(&Parts::cases, "cases: {file: c.jsonl, id: id, reference: said}\n"),
       "suite-missing-key 3:8+1"},
      {"a family's field missing", with(&Parts::cases, "cases: {file: c, id: id, cluster: who}\n"),
       "suite-missing-key 3:8+1"},
      {"a field that is no text",
       with(&Parts::cases, "cases: {file: c, id: id, reference: [said], cluster: who}\n"),
       "suite-wrong-type 3:37+1"},
      {"an unknown format",
       with(&Parts::cases,
            "cases: {file: c, format: docx, id: id, reference: said, cluster: who}\n"),
       "suite-unknown-format 3:26+4"},
      {"quotes that are no truth",
       with(&Parts::cases, "cases: {file: c, quotes: no, id: id, reference: said, cluster: who}\n"),
       "suite-not-a-truth 3:26+2"},
      {"an id without a field",
       with(&Parts::cases, "cases: {file: c, id: {stem: true}, reference: said, cluster: who}\n"),
       "suite-missing-key 3:22+1"},
      {"a stem that is no truth",
       with(&Parts::cases,
            "cases: {file: c, id: {field: f, stem: 1}, reference: said, cluster: who}\n"),
       "suite-not-a-truth 3:39+1"},
      {"a ladder that is no truth", with(&Parts::rest, "normalise: basic-1\nladder: yes\n"),
       "suite-not-a-truth 6:9+3"},
      {"an id that is a list",
       with(&Parts::cases, "cases: {file: c, id: [a], reference: said, cluster: who}\n"),
       "suite-wrong-type 3:22+1"},
      {"groups that are no list",
       with(&Parts::cases,
            "cases: {file: c, id: id, reference: said, cluster: who, groups: sex}\n"),
       "suite-wrong-type 3:65+3"},
      {"a group that is a map",
       with(&Parts::cases,
            "cases: {file: c, id: id, reference: said, cluster: who, groups: [{a: b}, sex]}\n"),
       "suite-wrong-type 3:66+1"},
      {"a group given twice",
       with(&Parts::cases,
            "cases: {file: c, id: id, reference: said, cluster: who, groups: [sex, age, sex]}\n"),
       "suite-duplicate-group 3:76+3"},
      {"a condition without baseline",
       with(&Parts::cases,
            "cases: {file: c, id: id, reference: said, cluster: who, condition: {field: room}}\n"),
       "suite-missing-key 3:68+1"},
      {"levels that are no list",
       with(&Parts::cases, "cases: {file: c, id: id, reference: said, cluster: who,\n"
                           "  condition: {field: room, baseline: quiet, levels: quiet}}\n"),
       "suite-wrong-type 4:53+5"},
      {"a level given twice",
       with(&Parts::cases, "cases: {file: c, id: id, reference: said, cluster: who,\n"
                           "  condition: {field: room, baseline: quiet, levels: [quiet, loud, loud]}}\n"),
       "suite-condition-levels 4:67+4"},
      {"doses that are no map",
       with(&Parts::cases, "cases: {file: c, id: id, reference: said, cluster: who,\n"
                           "  condition: {field: room, baseline: quiet, dose: 20}}\n"),
       "suite-wrong-type 4:51+2"},
      {"a dose that is no number",
       with(&Parts::cases, "cases: {file: c, id: id, reference: said, cluster: who,\n"
                           "  condition: {field: room, baseline: quiet, dose: {a: 20, b: much}}}\n"),
       "suite-not-a-number 4:62+4"},
      {"doses that are all one",
       with(&Parts::cases, "cases: {file: c, id: id, reference: said, cluster: who,\n"
                           "  condition: {field: room, baseline: quiet, dose: {a: 20, b: 20}}}\n"),
       "suite-dose 4:51+1"},
      {"levels without the baseline",
       with(&Parts::cases, "cases: {file: c, id: id, reference: said, cluster: who,\n"
                           "  condition: {field: room, baseline: quiet, levels: [loud]}}\n"),
       "suite-condition-levels 4:53+1"},
      {"a condition that is no map",
       with(&Parts::cases,
            "cases: {file: c, id: id, reference: said, cluster: who, condition: room}\n"),
       "suite-wrong-type 3:68+4"},
      {"no outputs", with(&Parts::outputs, ""), "suite-missing-key 1:1+1"},
      {"outputs without an id", with(&Parts::outputs, "outputs: {text: heard}\n"),
       "suite-missing-key 4:10+1"},
      {"outputs without text", with(&Parts::outputs, "outputs: {id: id}\n"),
       "suite-missing-key 4:10+1"},
      {"a cluster among the outputs",
       with(&Parts::outputs, "outputs: {id: id, text: heard, cluster: who}\n"),
       "suite-unknown-key 4:32+7"},
      {"no normaliser", with(&Parts::rest, ""), "suite-missing-key 1:1+1"},
      {"an unknown normaliser", with(&Parts::rest, "normalise: basic-2\n"),
       "suite-unknown-choice 5:12+7"},
      {"a tool without a name", with(&Parts::rest, "normalise: basic-1\ntool: {version: 1}\n"),
       "suite-missing-key 6:7+1"},
      {"two faults at once", with(&Parts::cases, "cases: {file: '', id: id, reference: said}\n"),
       "suite-missing-key 3:8+1, suite-empty-text 3:15+2"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    CHECK(places(read(example.text).problems) == example.problems);
  }
}

TEST_CASE("a task of an unknown kind says which kinds there are") {
  Parts parts;
  parts.head = "id: t\nkind: transcripts\n";
  const auto [task, problems] = read(parts.text());
  CHECK_FALSE(task);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "'kind' cannot be 'transcripts'");
  CHECK(problems[0].label == "did you mean 'transcript'?");
  CHECK(problems[0].hint == "choose from: conversation, transcript");
}

TEST_CASE("the keys of cases and outputs are those the reader takes") {
  const Family& family = family_of("transcript");
  std::vector<std::string> required;
  for (const Key& key : case_keys(family))
    if (key.required) required.push_back(key.name);
  CHECK(required == std::vector<std::string>{"file", "id", "reference", "cluster"});
  required.clear();
  for (const Key& key : output_keys(family))
    if (key.required) required.push_back(key.name);
  CHECK(required == std::vector<std::string>{"id", "text"});
  for (const auto& keys : {case_keys(family), output_keys(family)})
    for (const Key& key : keys) CHECK_FALSE(key.meaning.empty());
}

TEST_CASE("a task about recordings names no fields, its lengths of time and formats of its own") {
  Parts parts;
  parts.head = "id: t\nkind: conversation\n";
  parts.cases = "cases: {file: c.stm, id: id, cluster: id}\n";
  parts.outputs = "outputs: {file: o.rttm, format: rttm, id: id}\n";
  parts.rest =
      "normalise: basic-1\ncollar: 5 s\ndiarisation_collar: 0.25 s\n"
      "collar_convention: pyannote\n";
  const auto [task, problems] = read(parts.text());
  CHECK(places(problems) == "");
  REQUIRE(task);
  CHECK(task->cases.fields[0].name == "turns");
  CHECK(task->outputs.fields[0].name == "turns");
  CHECK(task->outputs.format == "rttm");
  CHECK(task->settings.duration("collar") == 5000);
  CHECK(task->settings.duration("diarisation_collar") == 250);
  CHECK(task->settings.choice("overlap") == "scored");
  CHECK(task->settings.choice("alternatives").empty());

  parts.rest = "normalise: basic-1\ncollar: 5 s\n";
  CHECK(codes(read(parts.text()).problems) == "suite-missing-key, suite-missing-key");
  parts.outputs = "outputs: {file: o.csv, format: csv, id: id}\n";
  parts.rest = "normalise: basic-1\ncollar: 5\ndiarisation_collar: 0 s\ncollar_convention: nist\n";
  CHECK(codes(read(parts.text()).problems) ==
        "suite-unknown-format, suite-unknown-choice, suite-duration");
}
