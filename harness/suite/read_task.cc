// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/read_task.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/suite/scalar.h"
#include "harness/suite/spelling.h"

namespace keur {
namespace {

const std::vector<Key> table_keys = {
    {"file", true, "the data file, relative to the suite"},
    {"format", false, "how the file is written; by its ending when absent"},
    {"quotes", false, "csv and tsv: whether a double quote encloses a field (true)"},
    {"id", true, "the field that names the case; {field: path, stem: true} for file names"},
};
const std::vector<Key> id_keys = {
    {"field", true, "the field that names the case"},
    {"stem", false, "true: without folders and file ending"},
};
const std::vector<Key> condition_keys = {
    {"field", true, "the field that holds the condition"},
    {"baseline", true, "the condition the others are compared with"},
    {"pair", false, "the field that is equal for the same utterance in every condition"},
    {"levels", false, "every condition there has to be: [clean, noise-20dB, noise-10dB]"},
    {"dose", false, "a number for conditions that have one: {noise-20dB: 20, noise-10dB: 10}"},
    {"dose_unit", false, "the unit of those numbers: dB"},
};
const std::vector<Key> tool_keys = {
    {"name", true, "the tool under test"},
    {"version", false, "its version, as its maker writes it"},
};

std::string value_in(const Yaml& value, const std::string& key,
                     const std::vector<std::string>& allowed, const char* code,
                     Diagnostics& problems) {
  const auto text = read_text(value, key, problems);
  if (!text) return "";
  if (std::find(allowed.begin(), allowed.end(), *text) != allowed.end()) return *text;
  const std::string near = nearest(*text, allowed);
  problems.push_back({code, Severity::error, value.span,
                      fmt::format("'{}' cannot be '{}'", key, *text),
                      near.empty() ? "" : fmt::format("did you mean '{}'?", near),
                      fmt::format("choose from: {}", listed(allowed))});
  return "";
}

void read_id(const Yaml& value, Table& table, Diagnostics& problems) {
  if (value.kind == Yaml::Kind::scalar) {
    table.id = {read_text(value, "id", problems).value_or(""), value.span};
    return;
  }
  const Keys keys(value, "the id", id_keys, problems);
  const auto field = keys.text("field");
  table.id = {field.name, field.span};
  if (const Yaml* stem = keys.find("stem"))
    table.id_is_path = read_truth(*stem, "stem", problems).value_or(false);
}

std::vector<std::string> formats_of(const Family& family) {
  if (family.of_recordings)
    return {std::begin(recording_data_formats), std::end(recording_data_formats)};
  return {std::begin(data_formats), std::end(data_formats)};
}

// What `cases:` and `outputs:` have in common.
Table read_table(const Keys& keys, const Family& family, const std::vector<Field>& fields,
                 Diagnostics& problems) {
  Table table;
  const auto file = keys.text("file");
  table.file = {file.name, file.span};
  if (const Yaml* format = keys.find("format"))
    table.format =
        value_in(*format, "format", formats_of(family), "suite-unknown-format", problems);
  if (const Yaml* quotes = keys.find("quotes"))
    table.quotes = read_truth(*quotes, "quotes", problems).value_or(true);
  if (const Yaml* id = keys.find("id")) read_id(*id, table, problems);
  for (const Field& field : fields) {
    const auto name = keys.text(field.key);
    table.fields.push_back({keys.has(field.key) ? name.name : std::string(field.usual), name.span});
  }
  return table;
}

std::vector<Key> with_fields(std::vector<Key> keys, const std::vector<Field>& fields) {
  for (const Field& field : fields)
    keys.push_back({std::string(field.key), field.required && field.usual.empty(),
                    std::string(field.meaning)});
  return keys;
}

void read_groups(const Yaml& value, Task& task, Diagnostics& problems) {
  if (value.kind != Yaml::Kind::list) {
    problems.push_back({"suite-wrong-type", Severity::error, value.span,
                        "'groups' must be a list of fields", "", "write groups: [sex, age_band]"});
    return;
  }
  for (const Yaml& item : value.items) {
    const auto name = read_text(item, "groups", problems);
    if (!name) continue;
    const auto same = [&](const Named& group) { return group.name == *name; };
    if (std::any_of(task.groups.begin(), task.groups.end(), same))
      problems.push_back({"suite-duplicate-group", Severity::error, item.span,
                          fmt::format("group '{}' is given twice", *name), "", ""});
    else
      task.groups.push_back({*name, item.span});
  }
}

void read_levels(const Yaml& value, Condition& condition, Diagnostics& problems) {
  condition.levels_span = value.span;
  if (value.kind != Yaml::Kind::list) {
    problems.push_back({"suite-wrong-type", Severity::error, value.span,
                        "'levels' must be a list of conditions", "",
                        "write levels: [clean, noise-20dB, noise-10dB]"});
    return;
  }
  for (const Yaml& item : value.items) {
    const auto name = read_text(item, "levels", problems);
    if (!name) continue;
    if (condition.is_declared(*name))
      problems.push_back({"suite-condition-levels", Severity::error, item.span,
                          fmt::format("condition '{}' is given twice", *name), "", ""});
    else
      condition.levels.push_back({*name, item.span});
  }
  if (!condition.baseline.name.empty() && !condition.is_declared(condition.baseline.name))
    problems.push_back({"suite-condition-levels", Severity::error, value.span,
                        fmt::format("the baseline '{}' is not among the levels",
                                    condition.baseline.name),
                        "", "levels: names every condition, the baseline too"});
}

void read_doses(const Yaml& value, Condition& condition, Diagnostics& problems) {
  if (value.kind != Yaml::Kind::map) {
    problems.push_back({"suite-wrong-type", Severity::error, value.span,
                        "'dose' must give conditions their numbers", "",
                        "write dose: {noise-20dB: 20, noise-10dB: 10}"});
    return;
  }
  bool differ = false;
  for (const YamlEntry& entry : value.entries) {
    const std::string& level = entry.key.scalar;
    const auto dose = read_number(entry.value, level, problems);
    if (!dose) return;
    if (!condition.levels.empty() && !condition.is_declared(level))
      problems.push_back({"suite-condition-levels", Severity::error, entry.key.span,
                          fmt::format("'{}' is not among the levels", level), "", ""});
    condition.doses.push_back({{level, entry.key.span}, *dose});
    differ |= *dose != condition.doses.front().second;
  }
  if (!differ)
    problems.push_back({"suite-dose", Severity::error, value.span,
                        "a slope needs two different doses or more", "",
                        "write dose: {noise-20dB: 20, noise-10dB: 10}"});
}

Condition read_condition(const Yaml& value, Diagnostics& problems) {
  const Keys keys(value, "the condition", condition_keys, problems);
  const auto field = keys.text("field"), baseline = keys.text("baseline"),
             pair = keys.text("pair");
  Condition condition{
      {field.name, field.span}, {baseline.name, baseline.span}, {pair.name, pair.span}};
  if (const Yaml* levels = keys.find("levels")) read_levels(*levels, condition, problems);
  if (const Yaml* dose = keys.find("dose")) read_doses(*dose, condition, problems);
  condition.dose_unit = keys.text("dose_unit").name;
  return condition;
}

void read_cases(const Yaml& value, Task& task, Diagnostics& problems) {
  const Keys keys(value, "cases", case_keys(*task.family), problems);
  task.cases = read_table(keys, *task.family, task.family->case_fields, problems);
  const auto cluster = keys.text("cluster");
  task.cluster = {cluster.name, cluster.span};
  task.cluster_kind = cluster.name.ends_with('s') ? cluster.name : cluster.name + "s";
  if (const Yaml* groups = keys.find("groups")) read_groups(*groups, task, problems);
  if (const Yaml* condition = keys.find("condition"))
    task.condition = read_condition(*condition, problems);
}

void read_settings(const Keys& keys, Task& task, Diagnostics& problems) {
  for (const Choice& choice : task.family->choices) {
    const std::string key(choice.key);
    const std::vector<std::string> allowed(choice.values.begin(), choice.values.end());
    const Yaml* value = keys.find(choice.key);
    if (value)
      task.settings.choices[key] = value_in(*value, key, allowed, "suite-unknown-choice", problems);
    else if (!choice.required && !choice.silent)
      task.settings.choices[key] = allowed.front();
  }
  for (const Duration& duration : task.family->durations)
    if (const Yaml* value = keys.find(duration.key))
      task.settings.milliseconds[std::string(duration.key)] =
          read_duration(*value, std::string(duration.key), problems).value_or(0);
}

// `known`: whether this is the kind of the task. Two kinds may have a setting of one name.
void add_setting_keys(const Family& family, bool known, std::vector<Key>& table) {
  const auto add = [&table](std::string_view name, bool required, std::string_view meaning) {
    for (const Key& key : table)
      if (key.name == name) return;
    table.push_back({std::string(name), required, std::string(meaning)});
  };
  for (const Choice& choice : family.choices)
    add(choice.key, known && choice.required, choice.meaning);
  for (const Duration& duration : family.durations) add(duration.key, known, duration.meaning);
}

}  // namespace

std::vector<Key> case_keys(const Family& family) {
  std::vector<Key> keys = with_fields(table_keys, family.case_fields);
  keys.push_back({"cluster", true,
                  "the field that names who repeats: the speaker, the ward (cluster: id if every "
                  "case is somebody else)"});
  keys.push_back({"groups", false, "fields to compare groups by: [sex, age_band]"});
  keys.push_back({"condition", false, "{field: condition, baseline: clean, pair: utterance}"});
  return keys;
}

std::vector<Key> output_keys(const Family& family) {
  std::vector<Key> keys = with_fields(table_keys, family.output_fields);
  keys.front().required = false;  // --outputs may give the file
  if (!family.of_recordings)
    keys.push_back({"cut", false,
                    "reference: the words of a CTM recording are dealt to the segments of an STM "
                    "reference; reference_span: without those before and behind them"});
  return keys;
}

std::optional<Task> read_task(const Yaml& entry, Diagnostics& problems) {
  std::vector<Key> table = {
      {"id", true, "a short name for the task"},
      {"kind", true, "what is judged: transcript, conversation"},
      {"tool", false, "{name: ..., version: ...} of the tool under test"},
      {"cases", true, "the reference data"},
      {"outputs", true, "what the tool gave"},
  };
  std::vector<std::string> kinds;
  for (const Family* family : all_families()) kinds.emplace_back(family->kind);

  Task task;
  task.span = entry.span;
  if (const Yaml* kind = entry.find("kind")) {
    const std::string name = value_in(*kind, "kind", kinds, "suite-unknown-kind", problems);
    for (const Family* family : all_families())
      if (family->kind == name) task.family = family;
  }
  // Where the kind is not known, any family's keys may be right.
  for (const Family* family : all_families())
    if (!task.family || task.family == family)
      add_setting_keys(*family, task.family != nullptr, table);
  const auto any = [&](auto has) {
    const auto families = all_families();
    return std::any_of(families.begin(), families.end(), [&](const Family* family) {
      return (!task.family || task.family == family) && has(*family);
    });
  };
  if (any([](const Family& family) { return family.takes_terms; }))
    table.push_back({"terms", false, "the file that lists the clinical terms"});
  if (any([](const Family& family) { return !family.ladder.empty(); }))
    table.push_back({"ladder", false, "true: the report shows every normaliser side by side"});
  const Keys keys(entry, "a task", table, problems);
  task.id = keys.text("id").name;
  if (!task.family) return std::nullopt;

  if (const Yaml* tool = keys.find("tool")) {
    const Keys parts(*tool, "the tool", tool_keys, problems);
    task.tool_name = parts.text("name").name;
    task.tool_version = parts.text("version").name;
  }
  if (const Yaml* cases = keys.find("cases")) read_cases(*cases, task, problems);
  if (const Yaml* outputs = keys.find("outputs")) {
    const Keys parts(*outputs, "outputs", output_keys(*task.family), problems);
    task.outputs = read_table(parts, *task.family, task.family->output_fields, problems);
    if (const Yaml* cut = parts.find("cut"))
      task.outputs.cut = {
          value_in(*cut, "cut", {"reference", "reference_span"}, "suite-unknown-choice", problems),
          cut->span};
  }
  if (keys.has("terms")) {
    const auto terms = keys.text("terms");
    task.terms = {terms.name, terms.span};
  }
  if (const Yaml* ladder = keys.find("ladder"))
    task.ladder = read_truth(*ladder, "ladder", problems).value_or(false);
  read_settings(keys, task, problems);
  return task;
}

}  // namespace keur
