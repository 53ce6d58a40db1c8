// SPDX-License-Identifier: Apache-2.0
// The suite: what is tested, on which reference data, and what counts as a pass. Read once, checked
// whole, never changed after that. Nothing that can change a number comes from anywhere else.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "metrics/core/diagnostic.h"
#include "metrics/core/family.h"

namespace keur {

// A value with the place it was written at, for the diagnostics that only the data can cause.
struct Named {
  std::string name;
  Span span;
};

// Where records come from and which of their fields mean what.
struct Table {
  Named file;          // as written; empty name: not given (outputs only)
  std::string format;  // jsonl | csv | tsv; empty: by the file's ending
  bool quotes = true;  // csv, tsv: a double quote encloses a field
  Named id;
  bool id_is_path = false;    // the id is a path: compare without folders and ending
  Named cut;  // outputs: reference | reference_span (harness/run/cut_output.h); empty name: not
  std::vector<Named> fields;  // in the order of the family's fields; empty name: not mapped
};

struct Condition {
  Named field;
  Named baseline;
  Named pair;  // the field that says which cases belong together; empty name: by cluster only
  // Every condition there has to be, the baseline among them, in the order of the report; empty:
  // those of the data. Where they are declared, none may be missing, incomplete or extra in silence.
  std::vector<Named> levels = {};
  Span levels_span = {};
  // How much of what makes it hard or easy a condition has, e.g. decibels above the noise; those
  // not named (no noise at all) have no number. Empty: none declared.
  std::vector<std::pair<Named, double>> doses = {};
  std::string dose_unit = {};  // dB

  bool is_declared(std::string_view level) const {
    for (const Named& one : levels)
      if (one.name == level) return true;
    return false;
  }
};

struct Task {
  std::string id;
  Span span;
  const Family* family = nullptr;
  std::string tool_name, tool_version;
  Table cases;
  Named cluster;
  std::string cluster_kind;  // plural, for sentences: speakers
  std::vector<Named> groups;
  std::optional<Condition> condition;
  Table outputs;
  Named terms;             // the file of the term list, as written; empty name: not given
  std::string terms_text;  // verbatim, once it has been read (read_terms.h)
  Settings settings;       // its terms are filled in from that text
  bool ladder = false;     // the report shows every value of Family::ladder side by side
};

enum class Burden { tool, regression };

enum class GateQuantity { value, difference, ratio };
enum class Direction {
  at_most,
  at_least,
  within,  // of zero (a difference), or of one (a ratio): parity, harm either way
};

struct Gate {
  std::string id;
  Span span;
  std::size_t task = 0;
  const Metric* metric = nullptr;
  Named level;                                 // a condition; empty: all conditions pooled
  bool every_level = false;                    // a contrast with each condition but the baseline
  std::vector<std::pair<Named, Named>> where;  // group field, level
  // A group field, several joined by " & " (their intersections), or the condition field; empty: no
  // contrast.
  Named compare;
  std::vector<Named> compared_groups;  // the fields of `compare`; empty: conditions, or no contrast
  Named reference;                     // the level compared with; conditions use the baseline
  bool against_rest = false;           // each level against all cases that are not of it
  Named group;                         // one level only; empty: every other level
  GateQuantity quantity = GateQuantity::value;
  Direction direction = Direction::at_most;
  double limit = 0;
  std::string limit_text;
  double margin = 0;  // how much worse a later run may be, in the unit of the metric
  std::string margin_text;
  bool must = true;             // false: shown and judged, but the run does not depend on it
  bool skip_undefined = false;  // where there is nothing to divide by, the gate is not judged
  std::string why, requirement;
};

// Between the levels of several groups that make up one intersection.
inline constexpr std::string_view crossed = " & ";

// Declared interim looks at a study; this run is one of them.
struct Looks {
  int planned = 1, current = 1;  // 1 <= current <= planned <= most_looks
  bool pocock = false;           // else O'Brien-Fleming
};
inline constexpr int most_looks = 20;

struct Suite {
  std::string path;  // as given
  std::string text;  // verbatim
  std::string id, version, title;
  Burden burden = Burden::tool;
  double confidence = 0.95;  // of the whole study, over all its looks
  std::optional<Looks> looks;
  std::string seed;
  std::vector<Task> tasks;
  std::vector<Gate> gates;
};

// What `format:` may name: the ids of the formats of harness/data, which this folder does not know
// (a test of harness/run compares the two). First for cases of any kind, then for whole recordings.
inline constexpr std::string_view data_formats[] = {
    "csv", "ctm", "folder",   "json", "jsonl", "nlp",          "seglst",
    "srt", "stm", "textgrid", "trn",  "tsv",   "verbose_json", "vtt"};
inline constexpr std::string_view recording_data_formats[] = {
    "ctm", "folder", "nlp", "rttm", "seglst", "srt", "stm", "textgrid", "verbose_json", "vtt"};

// The metric a task is chiefly about: that of its first gate, of its family's first metric where no
// gate judges it.
const Metric& main_metric(const Suite& suite, std::size_t task);

// nullopt when anything is wrong; every problem found is in `problems`, ordered by place.
std::optional<Suite> read_suite(const std::string& path, std::string text, Diagnostics& problems);

}  // namespace keur
