// SPDX-License-Identifier: Apache-2.0
// The report: one value from which every page (JSON, HTML, JUnit, terminal) is rendered, and
// nothing else. It holds no clock, no thread count and no signature: the same suite, data and
// program give the same report to the byte. Undefined numbers are nullopt (null in JSON).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "harness/report/report_cases.h"

namespace keur {

// A number with its interval. Proportions are stored as such: 0.118 is 11.8 %.
struct Measurement {
  std::optional<double> value;
  std::optional<double> lower, upper;  // two-sided, at Report::confidence
  std::optional<double> standard_error;
  std::optional<double> degrees_of_freedom;
  std::optional<double> design_effect;   // variance against independent words; nullopt for contrasts
  std::optional<double> effective_size;  // denominator / design effect
  double numerator = 0, denominator = 0;  // whole numbers; 0 and 0 for contrasts
  std::int64_t cases = 0;
  std::int64_t clusters = 0;
  std::string method;                 // log-t, cluster-linearised
  std::vector<std::string> cautions;  // sentences: one speaker holds 52 % of the words
};

// One metric on one slice of one task.
struct Measure {
  std::string task;
  std::string metric;     // id
  std::string group;      // field name, empty: not split by group
  std::string level;      // value of the group field
  std::string condition;  // empty: all conditions pooled (or none declared)
  Measurement measurement;
};

// A metric as the report explains it.
struct MetricNote {
  std::string id, title, titel, meaning, betekenis;
  std::string better;  // lower | higher
  std::string unit;    // reference word
  bool descriptive = false;
};

struct Count {
  std::string id, title;
  double total = 0;
};

// The same outputs under another value of a setting.
struct Rung {
  std::string value;  // basic-1
  bool chosen = false;                // by the suite, the only one that is judged
  std::vector<std::string> warnings;  // why it is for comparison only
  std::vector<Measurement> measurements;  // of Ladder::metrics
};

struct Ladder {
  std::string setting;               // normalise
  std::string condition;             // empty: all cases
  std::vector<std::string> metrics;  // ids
  std::vector<Rung> rungs;           // empty: the suite did not ask
};

// A condition that the suite declares and that does not have every case of the baseline.
struct Gap {
  std::string condition;
  std::int64_t baseline_cases = 0;  // of the baseline
  std::int64_t lacking = 0;         // of those, not there in this condition
};

// How much the main metric changes with the dose that conditions have.
struct DoseReport {
  struct Level {
    std::string condition;
    double dose = 0;
  };
  std::string unit;  // dB; may be empty
  std::vector<Level> levels;
  double slope = 0;                              // of ln(metric) per unit, mean over clusters
  std::optional<double> slope_lower, slope_upper;
  double ratio = 0;                              // of the metric at 10 units less: exp(-10 slope)
  std::optional<double> ratio_lower, ratio_upper;
  std::int64_t clusters = 0;   // with a line of their own
  std::int64_t shortened = 0;  // of those, without an error in some condition, which their line skips
  std::int64_t left_out = 0;   // with errors in fewer than two conditions: no line
};

struct TaskReport {
  std::string id, kind, title;
  std::string tool_name, tool_version;   // as declared by the suite; may be empty
  std::string cluster_name;              // the field that names the cluster: speaker
  std::string cluster_kind;              // what to call them in a sentence: speakers
  std::string condition_name, baseline;  // empty when the task has no conditions
  std::vector<std::string> conditions;   // baseline first, the others as declared, or as they appear
  std::vector<Gap> gaps;                 // conditions that lack cases
  std::optional<DoseReport> dose;        // where the suite gives conditions numbers
  std::vector<std::string> groups;       // declared group fields
  std::vector<std::string> settings;     // normalise: basic-1
  std::vector<std::string> warnings;
  std::int64_t expected = 0, matched = 0, clusters = 0;
  std::vector<std::string> missing, errored;  // case ids; both counted as an empty output
  std::vector<Count> counts;                  // column sums over all cases
  std::vector<MetricNote> metrics;
  std::string main_metric;  // the metric the pictures and the worst cases are about
  std::vector<WorstCase> worst;
  // Metrics that say which errors there are: those of one list share a denominator and add up.
  std::vector<std::string> word_error_metrics, finding_metrics;
  CriticalErrors critical;
  Confusions confusions;
  Ladder ladder;
};

// The same question answered in another way; where one of them gives another verdict, the gate is
// inconclusive.
struct OtherWay {
  std::string name;  // jackknife | bootstrap | macro-mean | a stricter normaliser
  std::optional<double> value, lower, upper;
  std::string verdict;  // by this interval alone; not_estimable where there is none
};

// One comparison inside a gate that has several: each accent against the reference accent.
struct Part {
  std::string subject;  // scottish against american
  std::string level;    // scottish
  Measurement measurement;
  std::string verdict;  // pass | fail | inconclusive | not_estimable
  std::string reason;   // one sentence
  std::string reden;    // the same in Dutch
  std::optional<std::int64_t> more_clusters;
  std::optional<double> p_value = {}, p_holm = {};  // of a comparison of groups: alone, and among all of them
  std::vector<OtherWay> other_ways = {};            // asked where the verdict was pass or fail
};

struct GateReport {
  std::string id, task, metric;
  std::string title;      // word error rate, clean
  std::string titel;
  std::string quantity;   // value | difference | ratio
  std::string direction;  // at_most | at_least | within
  double limit = 0;       // a proportion, a difference of proportions, or a ratio
  std::string limit_text; // 10% | 3 points | 1.5 x, as the suite wrote it
  std::string condition;  // the level judged, empty: all
  std::string compare;    // group field or condition field; empty: no contrast
  std::string reference;  // the level compared with
  std::string why, requirement;
  std::string severity = "must";  // must | should
  bool decides = true;    // false: the verdict of the run does not depend on it
  std::string verdict;
  std::string reason, reden;
  std::vector<Part> parts;  // at least one; a plain gate has exactly one
  std::int64_t line = 0;    // of the gate in the suite file
};

struct Input {
  std::string role;  // suite | reference-dataset | tool-outputs | term-list | harness-binary
  std::string task;  // empty for the suite and the program
  std::string path;  // as the suite or the command line wrote it
  std::string sha256;
  std::int64_t bytes = 0;
  std::int64_t records = 0;  // 0 where it has none
  bool replaced = false;     // named by --outputs instead of by the suite
};

struct Property {
  std::string name, value;
};

struct Report {
  std::int64_t schema = 1;
  std::string report_id;  // urn:uuid:..., from the digests of everything that was judged
  std::string protocol;   // sha256 over suite, program version and counting rules
  std::string suite_id, suite_version, suite_title, suite_text, suite_path;
  std::string burden;     // tool | regression
  double confidence = 0;  // 0.95; of every interval in the report
  std::string looks;      // look 1 of 3, O'Brien-Fleming, 95% over all looks; empty: none declared
  std::string seed;
  std::string redaction;  // counts | ids | text
  std::string assurance;  // self-attested
  std::string signer;     // key id, or "ephemeral"
  std::string verdict;    // pass | fail | inconclusive
  std::int64_t exit_code = 0;
  std::string sentence, zin;  // the verdict in one sentence, English and Dutch
  std::vector<TaskReport> tasks;
  std::vector<GateReport> gates;
  std::vector<Measure> measures;
  std::vector<Input> inputs;
  std::vector<Property> environment;  // program version, compiler, libraries
};

}  // namespace keur
