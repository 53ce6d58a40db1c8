// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/suite.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "metrics/core/diagnostics_test.h"
#include "tests/catch.h"

using namespace keur;

namespace {

const std::string whole = R"(keur: 1
suite: example
version: 1.0.0
title: An example
burden: tool
confidence: 90%
seed: "20260401"
tasks:
  - id: dictation
    kind: transcript
    cases: {file: c.jsonl, id: id, reference: said, cluster: speaker, groups: [sex]}
    outputs: {file: o.jsonl, id: id, text: heard}
    normalise: basic-1
gates:
  - {id: words, task: dictation, metric: wer, at_most: 10%}
  - {id: sex, task: dictation, metric: wer, compare: sex, reference: male, at_most: 3 points}
)";

// The whole suite with one line replaced, counted from 1.
std::string with_line(std::size_t number, const std::string& line) {
  std::istringstream lines(whole);
  std::string text, one;
  for (std::size_t i = 1; std::getline(lines, one); ++i) text += (i == number ? line : one) + "\n";
  return text;
}

std::string refused(const std::string& text) {
  Diagnostics problems;
  const auto suite = read_suite("suite.yaml", text, problems);
  CHECK(suite.has_value() == problems.empty());
  return places(problems);
}

}  // namespace

TEST_CASE("a suite without a fault is read whole") {
  Diagnostics problems;
  const auto suite = read_suite("here/suite.yaml", whole, problems);
  CHECK(places(problems) == "");
  REQUIRE(suite);
  CHECK(suite->path == "here/suite.yaml");
  CHECK(suite->text == whole);
  CHECK(suite->id == "example");
  CHECK(suite->version == "1.0.0");
  CHECK(suite->title == "An example");
  CHECK(suite->burden == Burden::tool);
  CHECK(suite->confidence == 0.9);
  CHECK(suite->seed == "20260401");
  REQUIRE(suite->tasks.size() == 1);
  CHECK(suite->tasks[0].id == "dictation");
  REQUIRE(suite->gates.size() == 2);
  CHECK(suite->gates[1].id == "sex");
  CHECK(suite->gates[1].limit == 0.03);
}

TEST_CASE("confidence is 95 % unless said otherwise, and the burden may be regression") {
  Diagnostics problems;
  auto suite = read_suite("s", with_line(6, "# none"), problems);
  REQUIRE(suite);
  CHECK(suite->confidence == 0.95);
  suite = read_suite("s", with_line(5, "burden: regression"), problems);
  REQUIRE(suite);
  CHECK(suite->burden == Burden::regression);
}

TEST_CASE("every fault of the head has a code and a place") {
  struct Example {
    std::size_t line;
    const char *text, *problems;
  };
  const Example examples[] = {
      {1, "keur: 2", "suite-format 1:7+1"},
      {1, "keur: 1.0", "suite-format 1:7+3"},
      {7, "sowing: 1", "suite-missing-key 1:1+1, suite-unknown-key 7:1+6"},
      {1, "# no keur", "suite-missing-key 2:1+1"},
      {2, "suite: my suite", "suite-name 2:8+8"},
      {2, "suite: -example", "suite-name 2:8+8"},
      {2, "suite: .example", "suite-name 2:8+8"},
      {2, "suite: ../example", "suite-name 2:8+10"},
      {2, "suite: \xC3\xA9xample", "suite-name 2:8+8"},
      {2, "suite: ''", "suite-empty-text 2:8+2"},
      {2, "suite: [example]", "suite-wrong-type 2:8+1"},
      {2, "suite:", "suite-wrong-type 2:1+5"},
      {3, "version: 1 0", "suite-name 3:10+3"},
      {4, "title: ''", "suite-empty-text 4:8+2"},
      {5, "burden: vendor", "suite-burden 5:9+6"},
      {6, "confidence: 95", "suite-bare-percentage 6:13+2"},
      {6, "confidence: 49.9%", "suite-confidence 6:13+5"},
      {6, "confidence: 1", "suite-confidence 6:13+1"},
      {6, "confidence: 99.991%", "suite-confidence 6:13+7"},
      {6, "confidence: .nan", "suite-not-finite 6:13+4"},
      {6, "confidence: -95%", "suite-confidence 6:13+4"},
      {7, "seed: today", "suite-seed 7:7+5"},
      {7, "seed: 0123", "suite-ambiguous-number 7:7+4"},
      {7, "speed: 1", "suite-unknown-key 7:1+5"},
  };
  for (const Example& example : examples) {
    INFO(example.text);
    CHECK(refused(with_line(example.line, example.text)) == example.problems);
  }
  CHECK(refused(with_line(2, "suite: " + std::string(64, 'a'))) == "");
  CHECK(refused(with_line(2, "suite: " + std::string(65, 'a'))) == "suite-name 2:8+65");
  CHECK(refused(with_line(6, "confidence: 50%")) == "");
  CHECK(refused(with_line(6, "confidence: 99.99%")) == "");
  CHECK(refused(with_line(7, "seed: 18446744073709551615")) == "");
}

TEST_CASE("a list without an entry decides nothing") {
  const std::string head = whole.substr(0, whole.find("tasks:"));
  const std::string tasks = whole.substr(head.size(), whole.find("gates:") - head.size());
  const std::string gates = whole.substr(head.size() + tasks.size());
  CHECK(refused(head + "tasks: []\n" + gates) == "suite-empty-list 8:8+1");
  CHECK(refused(head + "tasks: none\n" + gates) == "suite-empty-list 8:8+4");
  CHECK(refused(head + gates) == "suite-missing-key 1:1+1");
  CHECK(refused(head + tasks + "gates: []\n") == "suite-empty-list 14:8+1");
  CHECK(refused(head + tasks) == "suite-missing-key 1:1+1");
}

TEST_CASE("an id may be given once") {
  CHECK(refused(with_line(16, "  - {id: words, task: dictation, metric: cer, at_most: 10%}")) ==
        "suite-duplicate-id 16:5+1");
  const std::size_t from = whole.find("  - id: dictation"), to = whole.find("gates:");
  const std::string task = whole.substr(from, to - from);
  CHECK(refused(whole.substr(0, to) + task + whole.substr(to)) == "suite-duplicate-id 14:5+1");
  CHECK(refused(with_line(15, "  - {id: bad name, task: dictation, metric: wer, at_most: 10%}")) ==
        "suite-name 15:5+1");
}

TEST_CASE("all problems are found in one pass and come in the order of the file") {
  const std::string text = R"(keur: 1
suite: an example
version: 1.0.0
titel: An example
burden: vendor
seed: 0123
tasks:
  - id: dictation
    kind: transcript
    cases: {file: c.jsonl, id: id, refrence: said, cluster: speaker, groups: [sex, sex]}
    outputs: {file: o.jsonl, format: xlsx, id: id, text: heard}
    normalise: basic
gates:
  - {id: words, task: dictation, metric: wer, at_most: 10}
  - {id: words, task: dictation, metric: wer, compare: sex, reference: male, at_most: 3%}
  - {id: gone, task: dictation, metric: word_error_rate, at_most: 10%}
)";
  CHECK(refused(text) ==
        // No title and no reference: the unknown keys are what they were meant to be.
        "suite-name 2:8+10, "
        "suite-unknown-key 4:1+5, "
        "suite-burden 5:9+6, "
        "suite-ambiguous-number 6:7+4, "
        "suite-unknown-key 10:36+8, "
        "suite-duplicate-group 10:84+3, "
        "suite-unknown-format 11:38+4, "
        "suite-unknown-choice 12:16+5, "
        "suite-bare-percentage 14:56+2, "
        "suite-duplicate-id 15:5+1, "
        "gate-limit-unit 15:87+2, "
        "gate-unknown-metric 16:41+15");
}

TEST_CASE("gates are not read against tasks of an unknown kind") {
  CHECK(refused(with_line(10, "    kind: speech")) == "suite-unknown-kind 10:11+6");
}

TEST_CASE("faults of the YAML and of what it says are found together") {
  CHECK(refused(with_line(5, "burden: &b vendor")) ==
        "suite-yaml-anchor 5:9+1, suite-burden 5:9+6");
}

TEST_CASE("problems come in the order of the file where the syntax ends reading, too") {
  CHECK(refused("{,,") == "suite-yaml-syntax 1:1+1, suite-duplicate-key 1:3+1");
}

TEST_CASE("problems found earlier stay in front") {
  Diagnostics problems{{"earlier", Severity::error, {"other", 99, 1, 1}, "", "", ""}};
  CHECK_FALSE(read_suite("s", with_line(5, "burden: vendor"), problems));
  CHECK(codes(problems) == "earlier, suite-burden");
  CHECK(read_suite("s", whole, problems));  // they are not this suite's
}

TEST_CASE("something that is no map is no suite") {
  CHECK(refused("just text") == "suite-wrong-type 1:1+9");
  CHECK(refused("") == "suite-empty 0:0+0");
}

TEST_CASE("every suite of this project is read without a problem") {
  int read = 0;
  for (const auto& entry : std::filesystem::directory_iterator(KEUR_SOURCE_DIR "/suites")) {
    if (entry.path().extension() != ".yaml") continue;
    INFO(entry.path().filename());
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    Diagnostics problems;
    const auto suite = read_suite(entry.path().string(), text.str(), problems);
    CHECK(places(problems) == "");
    REQUIRE(suite);
    CHECK(suite->id == entry.path().stem());
    for (const Gate& gate : suite->gates) CHECK_FALSE(gate.why.empty());
    ++read;
  }
  CHECK(read >= 2);  // the demo and the Dutch suite
}
