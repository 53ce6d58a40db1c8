// SPDX-License-Identifier: Apache-2.0
// A suite of one task on files of its own, for the tests that need the whole way from suite to
// ledger.
#pragma once
#include <string>
#include <vector>

#include "harness/data/temporary_directory_test.h"
#include "harness/run/prepare.h"
#include "harness/suite/suite.h"

namespace keur {

// Cases have the fields id, said, who, sex and, if asked for, room and sentence; outputs id and
// heard. `cases` and `outputs` name the files and may say more: "cases.csv, format: csv".
struct SmallSuite {
  TemporaryDirectory here;
  std::string text;

  explicit SmallSuite(const std::string& cases = "cases.jsonl",
                      const std::string& outputs = "outputs.jsonl", bool conditions = false)
      : text(
            "keur: 1\nsuite: small\nversion: 1.0.0\ntitle: Small\nburden: tool\nseed: 1\ntasks:\n"
            "  - id: dictation\n    kind: transcript\n    cases: {file: " +
            cases + ", id: id, reference: said, cluster: who, groups: [sex]" +
            (conditions ? ", condition: {field: room, baseline: quiet, pair: sentence}" : "") +
            "}\n    outputs: {file: " + outputs +
            ", id: id, text: heard}\n    normalise: basic-1\n"
            "gates:\n  - {id: words, task: dictation, metric: wer, at_most: 10%}\n") {}

  Suite read() const {
    Diagnostics problems;
    auto suite = read_suite(here.write("suite.yaml", text), text, problems);
    INFO(places(problems));
    REQUIRE(suite);
    return *suite;
  }

  Prepared prepared(const Suite& suite) const {
    Diagnostics problems;
    auto ready = prepare(suite, {}, problems);
    INFO(places(problems));
    REQUIRE(ready);
    CHECK(problems.empty());
    return std::move(*ready);
  }
};

}  // namespace keur
