// SPDX-License-Identifier: Apache-2.0
#include "harness/report/report_view.h"

#include "harness/report/example_report.h"
#include "harness/report/verdict_words.h"
#include "tests/catch.h"

namespace keur {

TEST_CASE("the overall value is the baseline's where there is one") {
  Report report = example_report();
  TaskReport& task = report.tasks.front();
  CHECK(overall_measure(report, task, "wer")->condition == "clean");
  task.baseline = "";
  CHECK(overall_measure(report, task, "wer")->condition == "");
  task.baseline = "never measured";
  CHECK(overall_measure(report, task, "wer")->condition == "");
  CHECK(overall_measure(report, task, "unknown") == nullptr);
}

TEST_CASE("groups are found at the baseline, in the order of the report") {
  Report report = example_report();
  TaskReport& task = report.tasks.front();
  const auto accents = group_measures(report, task, "wer", "accent");
  REQUIRE(accents.size() == 5);
  CHECK(accents.front()->level == "american");
  CHECK(accents.back()->level == "scottish");
  for (Measure& measure : report.measures) measure.condition = "";
  CHECK(group_measures(report, task, "wer", "accent").size() == 5);
  CHECK(group_measures(report, task, "wer", "region").empty());
}

TEST_CASE("the gate on a value is not the gate on a contrast") {
  const Report report = example_report();
  const TaskReport& task = report.tasks.front();
  CHECK(value_gate(report, task, "wer", "clean")->id == "words");
  CHECK(value_gate(report, task, "wer", "noise-20dB") == nullptr);
}

TEST_CASE("names that do not exist are not found") {
  const Report report = example_report();
  CHECK(find_task(report, "dictation") == &report.tasks.front());
  CHECK(find_task(report, "triage") == nullptr);
  CHECK(find_metric(report.tasks.front(), "rouge") == nullptr);
  CHECK(clusters_in_words(report.tasks.front()) == "48 speakers");
}

TEST_CASE("every verdict has its words, and no other word passes for one") {
  CHECK(words_of("pass").woord == "voldoet");
  CHECK(words_of("not_estimable").word == "not estimable");
  CHECK(words_of("PASS").word == "unknown");
}

}  // namespace keur
