// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/ladder.h"

#include "harness/judge/slice.h"
#include "harness/run/small_suite_test.h"

using namespace keur;

namespace {

const LadderRung& rung(const std::vector<LadderRung>& rungs, std::string_view value) {
  for (const LadderRung& one : rungs)
    if (one.value == value) return one;
  FAIL("no rung " << value);
  return rungs.front();
}

std::vector<LadderRung> climbed(const Suite& suite, Prepared& prepared, int threads) {
  Diagnostics problems;
  PassOptions options;
  options.threads = threads;
  auto rungs = climb_ladder(suite.tasks[0], prepared.tasks[0], suite.confidence, options, problems);
  CHECK(places(problems) == "");
  return rungs;
}

}  // namespace

TEST_CASE("each normaliser has a rung; that of the suite is what the ledger says of the baseline") {
  const SmallSuite small("cases.jsonl", "outputs.jsonl", true);
  std::string cases, outputs;
  for (int i = 0; i < 40; ++i) {
    const std::string id = std::to_string(i), room = i % 2 ? "ward" : "quiet";
    cases += "{\"id\": " + id + ", \"said\": \"Geen pijn, wel koorts\", \"who\": \"s" +
             std::to_string(i / 4) + "\", \"sex\": \"f\", \"room\": \"" + room +
             "\", \"sentence\": " + std::to_string(i / 2) + "}\n";
    // In the ward every word is lost; what is quiet lacks a capital and a comma, and now and then
    // a word.
    outputs += "{\"id\": " + id + ", \"heard\": \"" +
               (i % 2 ? "" : i % 8 ? "geen pijn wel koorts" : "geen pijn koorts") + "\"}\n";
  }
  small.here.write("cases.jsonl", cases);
  small.here.write("outputs.jsonl", outputs);
  const Suite suite = small.read();
  Prepared prepared = small.prepared(suite);
  const auto rungs = climbed(suite, prepared, 1);
  const Task& task = suite.tasks[0];
  CHECK(rungs.size() == task.family->choices[0].values.size());

  const LadderRung& chosen = rung(rungs, "basic-1");
  CHECK(chosen.chosen);
  CHECK(chosen.warnings.empty());
  REQUIRE(chosen.estimates.size() == 2);
  // Of 20 quiet cases 5 lack one of their 4 words.
  CHECK(*chosen.estimates[0].value == Approx(5.0 / 80));
  Diagnostics problems;
  const auto ledger = count(task, prepared.tasks[0], {}, {}, problems);
  REQUIRE(ledger);
  const Estimate judged =
      estimate(*task.family->metric("wer"),
               sums(*ledger, {ledger->conditions.find("quiet"), {}}), suite.confidence);
  CHECK(*chosen.estimates[0].value == *judged.value);
  CHECK(chosen.estimates[0].interval->lower == judged.interval->lower);
  CHECK(chosen.estimates[0].interval->upper == judged.interval->upper);

  // Geen and pijn, are wrong in every case as well: 40 and 5 of 80.
  CHECK(*rung(rungs, "verbatim-1").estimates[0].value == Approx(45.0 / 80));
  CHECK_FALSE(rung(rungs, "verbatim-1").chosen);
  CHECK_FALSE(rung(rungs, "whisper-basic").warnings.empty());

  const auto parallel = climbed(suite, prepared, 4);
  for (std::size_t i = 0; i < rungs.size(); ++i)
    CHECK(*parallel[i].estimates[0].value == *rungs[i].estimates[0].value);
}

TEST_CASE("a warning of another setting marks no rung") {
  SmallSuite small;
  small.text.insert(small.text.find("    normalise: basic-1\n"), "    align: sclite\n");
  small.here.write("cases.jsonl", "{\"id\": 1, \"said\": \"pijn\", \"who\": \"an\", \"sex\": \"f\"}\n");
  small.here.write("outputs.jsonl", "{\"id\": 1, \"heard\": \"pijn\"}\n");
  const Suite suite = small.read();
  Prepared prepared = small.prepared(suite);
  const auto rungs = climbed(suite, prepared, 1);
  CHECK(rung(rungs, "basic-1").warnings.empty());
  CHECK(rung(rungs, "whisper-basic").warnings.size() == 1);
}
