// SPDX-License-Identifier: Apache-2.0
// A family is a task kind: which fields it reads, which columns it counts, which metrics are
// functions of those columns. Folder metrics/<kind>/ defines `const Family& <kind>_family()` in
// family.cc; CMake finds it by that file name.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/core/examination.h"
#include "metrics/core/metric.h"
#include "metrics/core/term_list.h"

namespace keur {

// A key of the suite file that this family understands.
struct Field {
  std::string_view key;      // reference
  std::string_view meaning;  // one line, shown in hints and in the schema
  bool required;
  std::string_view usual = {};  // the name the field has where the suite gives none; empty: none
};

// A task-level setting with a closed list of values, the first being the default; `required`
// means a suite must choose for itself. A `silent` default is no setting where a suite does not
// name it: what suites without the key write keeps its bytes.
struct Choice {
  std::string_view key;  // normalise
  std::string_view meaning;
  std::vector<std::string_view> values;
  bool required;
  bool silent = false;
};

// A task-level setting that is a length of time. A suite has to choose for itself: 5 s, 0.25 s.
struct Duration {
  std::string_view key;  // collar
  std::string_view meaning;
};

// The fields of one record in the order of Family::case_fields or output_fields; nullopt where an
// optional field is absent. The text belongs to the reader and lives until the next record.
using Fields = std::span<const std::optional<std::string_view>>;

// What a task chose of what its family offers.
struct Settings {
  std::map<std::string, std::string, std::less<>> choices = {};  // the value of each Choice, by key
  TermList terms = {};                                           // empty when the suite gives none
  // The value of each Duration, by key: whole milliseconds.
  std::map<std::string, std::int64_t, std::less<>> milliseconds = {};

  // The value chosen; empty when the family has no such choice, or a silent one stays unnamed.
  std::string_view choice(std::string_view key) const {
    const auto found = choices.find(key);
    return found == choices.end() ? std::string_view() : std::string_view(found->second);
  }
  // 0 when the family has no such duration.
  std::int64_t duration(std::string_view key) const {
    const auto found = milliseconds.find(key);
    return found == milliseconds.end() ? 0 : found->second;
  }
  bool operator==(const Settings&) const = default;
};

// Why a case cannot be counted: a field's text breaks a notation, at this byte of it; or what it
// holds together with its output is more than there is room for.
struct TextFault {
  std::size_t field = 0, at = 0;
  std::string message, hint;  // as in a Diagnostic
  bool too_large = false;
};

// Counts the cases of one task. Pure and const: several threads may share one Counter.
class Counter {
 public:
  virtual ~Counter() = default;
  // Whether the text of one side breaks a notation that the settings ask for. Such a case is not
  // counted; everything below is only asked about texts without a fault.
  virtual std::optional<TextFault> reference_fault(Fields) const { return std::nullopt; }
  virtual std::optional<TextFault> output_fault(Fields) const { return std::nullopt; }
  // The same of both together. Only asked about texts without a fault of their own.
  virtual std::optional<TextFault> case_fault(Fields, Fields) const { return std::nullopt; }
  // The columns of one case. A tool that gave no output is judged on an empty one.
  virtual Row count(Fields reference, Fields output) const = 0;
  // The same case for a reader.
  virtual Examination examine(Fields reference, Fields output) const = 0;
};

// Settings that forgive less, to see whether a verdict rests on what is forgiven.
struct Stricter {
  std::string name;  // basic-1
  Settings settings;
};

struct Family {
  std::string_view kind;  // transcript
  std::string_view title;
  std::vector<Field> case_fields;
  std::vector<Field> output_fields;
  std::vector<Choice> choices;
  std::vector<Column> columns;
  std::vector<Metric> metrics;
  // `settings` holds a valid value for every Choice that is not silent.
  std::unique_ptr<Counter> (*counter)(const Settings& settings);
  // Sentences a reader of the report must see because of a setting, e.g. that a normaliser is for
  // comparison only. Empty when there is nothing to say.
  std::vector<std::string> (*warnings)(const Settings& settings);
  // Whether a task may name a term list.
  bool takes_terms = false;
  // How many of the columns, from the first on, a task with these settings counts. nullptr: all.
  std::size_t (*columns_counted)(const Settings& settings) = nullptr;
  // nullptr, or nullopt for these settings: there is nothing stricter.
  std::optional<Stricter> (*stricter)(const Settings& settings) = nullptr;
  std::vector<Duration> durations = {};
  // Whether a case is a whole recording, whose one field is the text of turns.h.
  bool of_recordings = false;
  // The names of what examine() may find; a disclosure has the name of a kind. Empty: it finds
  // nothing.
  std::span<const FindingClass> finding_classes = {};
  std::span<const FindingKind> finding_kinds = {};
  // Metrics that say which errors there are: those of substituted, removed and inserted words, in
  // this order, which share a denominator and add up; and those of findings, which share another.
  std::vector<std::string_view> word_error_metrics = {}, finding_metrics = {};
  // The key of a Choice whose values a report may show side by side, and the metrics to show of
  // each. No key: there is none.
  std::string_view ladder = {};
  std::vector<std::string_view> ladder_metrics = {};

  std::size_t counted(const Settings& settings) const {
    return columns_counted ? columns_counted(settings) : columns.size();
  }
  std::optional<Stricter> stricter_than(const Settings& settings) const {
    return stricter ? stricter(settings) : std::nullopt;
  }
  const Metric* metric(std::string_view id) const {
    for (const Metric& candidate : metrics)
      if (candidate.id == id) return &candidate;
    return nullptr;
  }
};

// Whether a task with these settings has this metric.
inline bool is_counted(const Metric& metric, const Settings& settings) {
  if (metric.needs.empty()) return true;
  return metric.needs == "terms" ? !settings.terms.empty() : !settings.choice(metric.needs).empty();
}

// Every family in the program, in the order of their folder names.
std::span<const Family* const> all_families();

}  // namespace keur
