// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/read_gate.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/suite/keys.h"
#include "harness/suite/scalar.h"
#include "harness/suite/spelling.h"

namespace keur {
namespace {

const std::vector<Key> gate_keys = {
    {"id", true, "a short name for the gate"},
    {"task", true, "the task it judges"},
    {"metric", true, "what is measured"},
    {"level", false, "judge one condition only, or: the condition compared with the baseline"},
    {"where", false, "judge some groups only: {sex: female}"},
    {"compare", false, "a group field, or condition: judge a contrast instead of a value"},
    {"reference", false, "the group the others are compared with"},
    {"group", false, "compare this group only, instead of every other group"},
    {"at_most", false, "10% for a value, 3 points for a difference"},
    {"at_least", false, "95% for a value, -3 points for a difference"},
    {"at_most_ratio", false, "1.5: at most half as much again"},
    {"at_least_ratio", false, "0.8: at least four fifths"},
    {"why", false, "the clinical reason for the limit"},
    {"requirement", false, "the requirement it answers to"},
};

const std::vector<std::string> limit_keys = {"at_most", "at_least", "at_most_ratio",
                                             "at_least_ratio"};

class Reader {
 public:
  Reader(const Yaml& entry, const std::vector<Task>& tasks, Diagnostics& problems)
      : entry_(entry),
        tasks_(tasks),
        problems_(problems),
        keys_(entry, "a gate", gate_keys, problems) {}

  std::optional<Gate> read() {
    gate_.span = entry_.span;
    gate_.id = keys_.text("id").name;
    gate_.why = keys_.text("why").name;
    gate_.requirement = keys_.text("requirement").name;
    const bool known = read_task() && read_metric();
    gate_.level = named("level");
    gate_.compare = named("compare");
    gate_.reference = named("reference");
    gate_.group = named("group");
    read_limit();
    if (!known) return std::nullopt;
    read_where();
    check_contrast();
    check_direction();
    return gate_;
  }

 private:
  Named named(const char* key) const {
    const auto text = keys_.text(key);
    return {text.name, text.span};
  }

  void refuse(const char* code, const Span& span, std::string message, std::string label = "",
              std::string hint = "") {
    problems_.push_back(
        {code, Severity::error, span, std::move(message), std::move(label), std::move(hint)});
  }

  void refuse_name(const char* code, const Named& name, const char* what,
                   const std::vector<std::string>& known) {
    const std::string near = nearest(name.name, known);
    refuse(code, name.span, fmt::format("'{}' is not {}", name.name, what),
           near.empty() ? "" : fmt::format("did you mean '{}'?", near),
           known.empty() ? "there is none" : "known here: " + listed(known));
  }

  bool read_task() {
    const Named name = named("task");
    if (name.name.empty()) return false;
    std::vector<std::string> known;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      known.push_back(tasks_[i].id);
      if (tasks_[i].id == name.name) {
        gate_.task = i;
        return true;
      }
    }
    refuse_name("gate-unknown-task", name, "a task of this suite", known);
    return false;
  }

  bool read_metric() {
    const Named name = named("metric");
    if (name.name.empty()) return false;
    const Family& family = *tasks_[gate_.task].family;
    gate_.metric = family.metric(name.name);
    std::vector<std::string> known;
    const bool has_terms = !tasks_[gate_.task].terms.name.empty();
    for (const Metric& metric : family.metrics)
      if (!metric.descriptive && (metric.needs.empty() || has_terms)) known.emplace_back(metric.id);
    if (!gate_.metric) {
      refuse_name("gate-unknown-metric", name, fmt::format("a metric of {}", family.kind).c_str(),
                  known);
      return false;
    }
    if (gate_.metric->descriptive)
      refuse("gate-descriptive-metric", name.span,
             fmt::format("'{}' is shown in the report but never judged", name.name), "",
             "judge one of: " + listed(known));
    else if (!gate_.metric->needs.empty() && !has_terms)
      refuse("suite-metric-needs-terms", name.span,
             fmt::format("'{}' is about clinical terms, and task '{}' lists none", name.name,
                         tasks_[gate_.task].id),
             "", "give the task terms: FILE, or judge one of: " + listed(known));
    return true;
  }

  void read_limit() {
    const Yaml* found = nullptr;
    std::string key;
    for (const std::string& candidate : limit_keys) {
      const Yaml* value = keys_.find(candidate);
      if (!value) continue;
      if (found) {
        refuse("gate-two-limits", value->span,
               fmt::format("'{}' and '{}' in one gate", key, candidate), "",
               "a gate has one limit: write two gates");
        continue;
      }
      found = value;
      key = candidate;
    }
    if (!found) {
      refuse("gate-no-limit", entry_.span, "this gate has no limit", "",
             "add one of: " + listed(limit_keys));
      return;
    }
    gate_.direction = key.starts_with("at_most") ? Direction::at_most : Direction::at_least;
    gate_.limit_text = found->scalar;
    const bool contrast = keys_.has("compare");
    if (key.ends_with("_ratio")) {
      gate_.quantity = GateQuantity::ratio;
      read_ratio_limit(*found, key, contrast);
    } else if (contrast) {
      gate_.quantity = GateQuantity::difference;
      read_difference_limit(*found, key);
    } else {
      read_value_limit(*found, key);
    }
  }

  void read_ratio_limit(const Yaml& value, const std::string& key, bool contrast) {
    if (const auto ratio = read_number(value, key, problems_)) {
      gate_.limit = *ratio;
      gate_.limit_text += "x";
      if (*ratio <= 0)
        refuse("gate-limit-range", value.span, "a ratio must be above zero", "",
               "1 means: the same");
    }
    if (!contrast)
      refuse("gate-ratio-without-contrast", value.span, "a ratio needs something to compare with",
             "", "add compare: condition, or compare: and reference: of a group");
  }

  void read_difference_limit(const Yaml& value, const std::string& key) {
    if (value.kind == Yaml::Kind::scalar) {
      if (const auto points = points_of(value.scalar)) {
        gate_.limit = *points;
        return;
      }
    }
    refuse("gate-limit-unit", value.span,
           fmt::format("'{}' limits a difference and needs the unit points", key),
           "percent of what?", "write 3 points: three percentage points");
  }

  void read_value_limit(const Yaml& value, const std::string& key) {
    if (value.kind == Yaml::Kind::scalar && points_of(value.scalar)) {
      refuse("gate-limit-unit", value.span,
             "points limit a difference, and this gate compares nothing", "",
             "write a percentage, or add compare:");
      return;
    }
    if (const auto limit = read_proportion(value, key, problems_)) {
      gate_.limit = *limit;
      if (*limit < 0)
        refuse("gate-limit-range", value.span, "a limit below zero can never be met", "", "");
    }
  }

  void read_where() {
    const Yaml* where = keys_.find("where");
    if (!where) return;
    if (where->kind != Yaml::Kind::map) {
      refuse("suite-wrong-type", where->span, "'where' must be a map of group fields", "",
             "write where: {sex: female}");
      return;
    }
    for (const auto& [key, value] : where->entries) {
      const Named field{key.scalar, key.span};
      if (!is_group(field.name))
        refuse_name("gate-unknown-group", field, "a group of this task", groups());
      gate_.where.emplace_back(
          field, Named{read_text(value, key.scalar, problems_).value_or(""), value.span});
    }
  }

  std::vector<std::string> groups() const {
    std::vector<std::string> names;
    for (const Named& group : tasks_[gate_.task].groups) names.push_back(group.name);
    return names;
  }
  bool is_group(const std::string& name) const {
    const auto known = groups();
    return std::find(known.begin(), known.end(), name) != known.end();
  }

  void check_contrast() {
    const auto& condition = tasks_[gate_.task].condition;
    if (!gate_.level.name.empty() && !condition)
      refuse("gate-level-without-condition", gate_.level.span, "this task declares no condition",
             "", "add condition: {field: ..., baseline: ...} to its cases");
    if (gate_.compare.name.empty()) {
      for (const Named* extra : {&gate_.reference, &gate_.group})
        if (!extra->name.empty())
          refuse("gate-reference-without-compare", extra->span, "nothing is compared in this gate",
                 "", "add compare: and the group field");
      return;
    }
    const bool by_condition =
        condition &&
        (gate_.compare.name == "condition" || gate_.compare.name == condition->field.name) &&
        !is_group(gate_.compare.name);
    if (by_condition) {
      // The task says what conditions are compared with; saying it again may not say otherwise.
      if (!gate_.reference.name.empty() && gate_.reference.name != condition->baseline.name)
        refuse(
            "gate-condition-reference", gate_.reference.span,
            fmt::format("conditions are compared with the baseline '{}'", condition->baseline.name),
            "", "remove reference:; the baseline is set with the task's cases");
      if (!gate_.group.name.empty())
        refuse("gate-condition-reference", gate_.group.span,
               "conditions have no groups to choose from", "",
               "name the condition as level:; where: {field: group} judges one group only");
      gate_.compare.name = condition->field.name;
      gate_.reference = {condition->baseline.name, gate_.reference.span};
      if (gate_.level.name.empty())
        refuse("gate-no-level", gate_.compare.span,
               "which condition is compared with the baseline?", "",
               "add level: and the condition");
      else if (gate_.level.name == condition->baseline.name)
        refuse("gate-baseline-with-itself", gate_.level.span,
               "the baseline is compared with itself", "", "name another condition as level:");
      return;
    }
    if (!is_group(gate_.compare.name)) {
      auto known = groups();
      if (condition) known.push_back("condition");
      refuse_name("gate-unknown-group", gate_.compare, "a group of this task", known);
    }
    if (gate_.reference.name.empty())
      refuse("gate-no-reference", gate_.compare.span, "which group are the others compared with?",
             "", "add reference: and the group; it must be chosen before the data are seen");
    else if (gate_.reference.name == gate_.group.name)
      refuse("gate-reference-with-itself", gate_.group.span,
             "the reference group is compared with itself");
  }

  void check_direction() {
    const bool upper = gate_.direction == Direction::at_most;
    if (upper == (gate_.metric->better == Better::lower)) return;
    refuse("gate-wrong-direction", entry_.span,
           fmt::format("for {} {} is better: this limit would pass the worst tool",
                       gate_.metric->id, upper ? "more" : "less"),
           "", fmt::format("write {} instead", upper ? "at_least" : "at_most"));
  }

  const Yaml& entry_;
  const std::vector<Task>& tasks_;
  Diagnostics& problems_;
  Keys keys_;
  Gate gate_;
};

}  // namespace

std::optional<Gate> read_gate(const Yaml& entry, const std::vector<Task>& tasks,
                              Diagnostics& problems) {
  return Reader(entry, tasks, problems).read();
}

}  // namespace keur
