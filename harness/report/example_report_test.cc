// SPDX-License-Identifier: Apache-2.0
#include "harness/report/example_report.h"

#include <cmath>
#include <string>
#include <utility>

#include "harness/report/example_numbers_test.h"
#include "tests/catch.h"

namespace keur {
namespace {

const char* const suite_text =
    R"(# A suite as its author wrote it; "quotes" & <angle brackets> stay text.
keur: 1
suite: example
version: 1.0.0
title: Clinical dictation in English, synthetic voices, in quiet and in noise
burden: tool
confidence: 95%
seed: "20260401"
tasks:
  - id: dictation
    kind: transcript
    tool: {name: Example Recogniser, version: "2.1 <beta>"}
    cases:
      file: cases.jsonl
      cluster: speaker
      groups: [accent, sex, engine]
      condition: {field: condition, baseline: clean, pair: utterance}
    outputs: {file: outputs.jsonl, id: id, text: transcript}
    normalise: basic-1
gates:
  - {id: words, task: dictation, metric: wer, level: clean, at_most: 10%}
  # and so on, one line a gate
)";

std::vector<MetricNote> metrics() {
  return {
      {"wer", "word error rate", "woordfoutpercentage",
       "Words substituted, removed or inserted, over the words of the reference.",
       "Vervangen, weggelaten en toegevoegde woorden, gedeeld door de woorden van de referentie.",
       "lower", "reference word", false},
      {"substitution_rate", "substitution rate", "vervangingen",
       "Words of the reference with another in their place, over the words of the reference.",
       "Woorden uit de referentie waarvoor een ander in de plaats staat, gedeeld door alle woorden.",
       "lower", "reference word", false},
      {"removal_rate", "removal rate", "weglatingen",
       "Words of the reference that the tool left out, over the words of the reference.",
       "Woorden uit de referentie die het hulpmiddel wegliet, gedeeld door alle woorden ervan.",
       "lower", "reference word", false},
      {"insertion_rate", "insertion rate", "toevoegingen",
       "Words nobody said, over the words of the reference.",
       "Woorden die niemand heeft gezegd, gedeeld door de woorden van de referentie.", "lower",
       "reference word", false},
      {"sentence_error_rate", "sentence error rate", "zinnen met fouten",
       "Sentences with at least one wrong word, over all sentences.",
       "Zinnen met ten minste een fout woord, gedeeld door alle zinnen.", "lower", "sentence",
       false},
      {"word_recall", "words kept", "behouden woorden",
       "Words of the reference found at their place, over the words of the reference.",
       "Woorden van de referentie die op hun plaats staan, gedeeld door alle woorden ervan.",
       "higher", "reference word", false},
      {"dose_recall", "doses kept", "behouden doseringen",
       "Doses in the reference that came through with value and unit, over all doses.",
       "Doseringen uit de referentie die met waarde en eenheid overkwamen, gedeeld door alle.",
       "higher", "dose", false},
      {"match_error_rate", "match error rate", "match error rate",
       "Errors over all aligned positions; depends on the output, so no gate may use it.",
       "Fouten gedeeld door alle uitgelijnde posities; hangt af van de uitkomst, dus geen toets.",
       "lower", "aligned position", true},
  };
}

TaskReport task() {
  TaskReport task;
  task.id = "dictation";
  task.kind = "transcript";
  task.title = "Dictation";
  task.tool_name = "Example Recogniser";
  task.tool_version = "2.1 <beta>";
  task.cluster_name = "speaker";
  task.cluster_kind = "speakers";
  task.condition_name = "condition";
  task.baseline = "clean";
  task.conditions = {"clean", "noise-20dB", "noise-10dB"};
  task.gaps = {{"noise-10dB", 288, 3}};
  task.dose = DoseReport{"dB", {{"noise-20dB", 20}, {"noise-10dB", 10}}, -0.0498, -0.0703, -0.0293,
                         1.645, 1.34, 2.02, 44, 3, 4};
  task.groups = {"accent", "sex", "engine"};
  task.settings = {"normalise: basic-1"};
  task.warnings = {
      "the normaliser basic-1 removes decimal points: 12.5 and \"12 5\" count as equal"};
  task.expected = 864;
  task.matched = 858;
  task.clusters = 48;
  task.missing = {"en-014-noise-10dB", "en-031-noise-10dB", "<script>alert(1)</script>",
                  "en-007-\u202Egnp.exe"};
  task.errored = {"en-102-clean", "en-102-noise-20dB"};
  task.counts = {{"substituted", "words substituted", 812},
                 {"removed", "words removed", 377},
                 {"inserted", "words inserted", 164},
                 {"reference_words", "reference words", 11232}};
  task.metrics = metrics();
  task.main_metric = "wer";
  using Pieces = std::vector<TextPiece>;
  task.worst = {{"<script>alert(1)</script>", "slt", "noise-10dB", 14, 14, "missing", {}},
                {"en-102-clean", "\"><img src=x onerror=alert(1)>", "clean", 12, 12, "errored", {}},
                {"en-088-noise-10dB", "caribbean-f3", "noise-10dB", 9, 11, "matched",
                 Pieces{{"correct", "start", "start"},
                        {"substituted", "metoprolol", "met"},
                        {"inserted", "", "a"},
                        {"inserted", "", "prowl"},
                        {"substituted", "fifty", "15"},
                        {"correct", "milligrams", "milligrams"},
                        {"removed", "twice", ""},
                        {"removed", "daily", ""}}},
                {"en-041-noise-10dB", "caribbean-\u202Em7", "noise-10dB", 6, 9, "matched",
                 Pieces{{"correct", "the", "the"},
                        {"correct", "wound", "wound"},
                        {"correct", "is", "is"},
                        {"substituted", "not", "hot"},
                        {"substituted", "red", "<b>red</b>"}}}};
  task.word_error_metrics = {"substitution_rate", "removal_rate", "insertion_rate"};
  add_example_cases(task);
  return task;
}

struct Level {
  const char* group;
  const char* level;
  std::int64_t cases, clusters;
  double errors, words;
};
constexpr Level levels[] = {
    {"accent", "american", 96, 16, 66, 1248}, {"accent", "caribbean", 36, 6, 172, 468},
    {"accent", "lancashire", 24, 4, 31, 312}, {"accent", "received", 72, 12, 50, 936},
    {"accent", "scottish", 60, 10, 58, 780},  {"sex", "female", 138, 23, 182, 1794},
    {"sex", "male", 150, 25, 195, 1950},      {"engine", "espeak-ng", 216, 36, 331, 2808},
    {"engine", "festival", 36, 6, 20, 468},   {"engine", "flite", 36, 6, 26, 468},
};

// Errors of the other metrics as shares of the words wrong; a stand-in for real counting.
Measure measure(const std::string& metric, Level level, std::string condition) {
  const double share = metric == "wer"                 ? 1.0
                       : metric == "substitution_rate" ? 0.625
                       : metric == "removal_rate"      ? 0.25
                       : metric == "insertion_rate"    ? 0.125
                       : metric == "word_recall"       ? 0
                                                       : 0.75;
  Measure made{"dictation", metric, level.group, level.level, std::move(condition), {}};
  if (metric == "dose_recall")
    made.measurement = undefined(level.cases);
  else if (metric == "word_recall")
    made.measurement =
        rate(level.words - level.errors, level.words, level.cases, level.clusters, 0.99, 1.005);
  else if (metric == "sentence_error_rate")
    made.measurement = rate(std::floor(level.errors / 3), static_cast<double>(level.cases),
                            level.cases, level.clusters, 0.9, 1.125);
  else
    made.measurement =
        rate(std::floor(level.errors * share), level.words, level.cases, level.clusters);
  if (level.clusters == 4)
    made.measurement.cautions = {"4 speakers are too few for a reliable interval"};
  return made;
}

std::vector<Measure> measures() {
  std::vector<Measure> all;
  for (const MetricNote& note : metrics()) {
    all.push_back(measure(note.id, {"", "", 864, 48, 1353, 11232}, ""));
    all.push_back(measure(note.id, {"", "", 288, 48, 267, 3744}, "clean"));
    all.push_back(measure(note.id, {"", "", 288, 48, 330, 3744}, "noise-20dB"));
    all.push_back(measure(note.id, {"", "", 288, 48, 756, 3744}, "noise-10dB"));
    for (const Level& level : levels) all.push_back(measure(note.id, level, "clean"));
  }
  return all;
}

}  // namespace

Report example_report() {
  Report report;
  report.report_id = "urn:uuid:3f9a51c2-7d0e-8b64-9a51-0c27d0e8b649";
  report.protocol = "9c41f0e2b7a85d3366f1a0c94be27d51e8f03c6a92d4b71850ce6f3a2b9d7e14";
  report.suite_id = "example";
  report.suite_version = "1.0.0";
  report.suite_title = "Clinical dictation in English, synthetic voices, in quiet and in noise";
  report.suite_text = suite_text;
  report.suite_path = "suites/example.yaml";
  report.burden = "tool";
  report.confidence = 0.95;
  report.seed = "20260401";
  report.redaction = "text";
  report.assurance = "self-attested";
  report.signer = "ephemeral";
  report.verdict = "fail";
  report.exit_code = 1;
  report.sentence = "Not good enough: 3 of 9 gates failed, 1 is inconclusive.";
  report.zin = "Niet goed genoeg: 3 van 9 toetsen zijn niet gehaald, 1 is onbeslist.";
  report.tasks = {task()};
  report.gates = example_gates();
  report.measures = measures();
  report.inputs = {
      {"suite", "", "suites/example.yaml",
       "1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014", 1043, 0, false},
      {"reference-dataset", "dictation", "cases.jsonl",
       "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752", 142208, 864, false},
      {"tool-outputs", "dictation", "vendor/out & more.jsonl",
       "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13", 96112, 860, true},
      {"harness-binary", "", "keur",
       "a4e624d686e03ed2767c0abd85c14426b0b1157d2ce81d27bb4fe4f6f01d688a", 3481600, 0, false}};
  report.environment = {
      {"keur", "0.1.0"}, {"compiler", "GNU 12.2.0"}, {"libraries", "Boost 1.74, Eigen 3.4.0"}};
  return report;
}

TEST_CASE("the example agrees with itself") {
  const Report report = example_report();
  const TaskReport& task = report.tasks.front();
  CHECK(task.expected == task.matched + static_cast<std::int64_t>(task.missing.size()) +
                             static_cast<std::int64_t>(task.errored.size()));
  for (const GateReport& gate : report.gates) {
    const bool at_most = gate.direction == "at_most";
    for (const Part& part : gate.parts) {
      CAPTURE(gate.id, part.subject);
      const Measurement& m = part.measurement;
      if (!m.value) {
        CHECK(part.verdict == "not_estimable");
        continue;
      }
      const bool within = at_most ? *m.upper < gate.limit : *m.lower > gate.limit;
      const bool beyond = at_most ? *m.lower > gate.limit : *m.upper < gate.limit;
      if (m.clusters < 5)
        CHECK(part.verdict == "inconclusive");
      else
        CHECK(part.verdict == (within ? "pass" : beyond ? "fail" : "inconclusive"));
      CHECK(*m.lower <= *m.value);
      CHECK(*m.value <= *m.upper);
    }
  }
}

}  // namespace keur
