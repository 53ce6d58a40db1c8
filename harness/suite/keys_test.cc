// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/keys.h"

#include "metrics/core/diagnostics_test.h"
#include "tests/catch.h"

using namespace keur;

namespace {

const std::vector<Key> table = {
    {"id", true, "a short name"},
    {"metric", true, "what is measured"},
    {"why", false, "the reason"},
};

Yaml parsed(const std::string& text) {
  Diagnostics problems;
  auto root = read_yaml(text, "suite.yaml", problems);
  REQUIRE(root);
  return *root;
}

}  // namespace

TEST_CASE("unknown and missing keys are reported at once") {
  struct Example {
    const char *text, *problems;
  };
  const Example examples[] = {
      {"{id: a, metric: wer}", ""},
      {"{id: a, metric: wer, why: because}", ""},
      {"{metric: wer}", "suite-missing-key 1:1+1"},
      {"{id: a, metirc: wer}", "suite-unknown-key 1:9+6"},  // one cause, one fault
      {"{id: a, threshold: wer}", "suite-unknown-key 1:9+9, suite-missing-key 1:1+1"},
      {"{id: a, metric: wer, extra: 1, more: 2}",
       "suite-unknown-key 1:22+5, suite-unknown-key 1:32+4"},
      {"{id: a, metric: wer, Why: x}", "suite-unknown-key 1:22+3"},
      // Unquoted it is a merge key, which the YAML reader refused; quoted it is a key like others.
      {"{id: a, metric: wer, \"<<\": 1}", "suite-unknown-key 1:22+4"},
      {"[id, metric]", "suite-wrong-type 1:1+1"},
      {"id", "suite-wrong-type 1:1+2"},
  };
  for (const Example& example : examples) {
    INFO(example.text);
    const Yaml map = parsed(example.text);
    Diagnostics problems;
    const Keys keys(map, "a gate", table, problems);
    CHECK(places(problems) == example.problems);
  }
}

TEST_CASE("an unknown key is answered with the nearest and with all keys") {
  const Yaml map = parsed("{id: a, metric: wer, whi: 1}");
  Diagnostics problems;
  const Keys keys(map, "a gate", table, problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "unknown key 'whi' in a gate");
  CHECK(problems[0].label == "did you mean 'why'?");
  CHECK(problems[0].hint == "keys here: id, metric, why");
}

TEST_CASE("a missing key is answered with its meaning") {
  const Yaml map = parsed("{id: a}");
  Diagnostics problems;
  const Keys keys(map, "a gate", table, problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "a gate needs the key 'metric'");
  CHECK(problems[0].hint == "metric: what is measured");
}

TEST_CASE("the text of a key comes with its place, or empty with a diagnostic") {
  const Yaml map = parsed("{id: a, metric: [wer]}");
  Diagnostics problems;
  const Keys keys(map, "a gate", table, problems);
  CHECK(keys.has("id"));
  CHECK_FALSE(keys.has("why"));
  CHECK(keys.text("id").name == "a");
  CHECK(keys.text("id").span.column == 6);
  CHECK(keys.text("why").name == "");
  CHECK(places(problems) == "");  // absent is no fault
  CHECK(keys.text("metric").name == "");
  CHECK(places(problems) == "suite-wrong-type 1:17+1");
}
