// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/read_gate.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/suite/keys.h"
#include "harness/suite/read_limit.h"
#include "harness/suite/scalar.h"
#include "harness/suite/spelling.h"

namespace keur {
namespace {

const std::vector<Key> gate_keys = {
    {"id", true, "a short name for the gate"},
    {"task", true, "the task it judges"},
    {"metric", true, "what is measured"},
    {"level", false,
     "judge one condition only, or: the condition compared with the baseline; every: each of them"},
    {"where", false, "judge some groups only: {sex: female}"},
    {"compare", false,
     "a group field, a list of them (intersections), or condition: judge a contrast instead of a "
     "value"},
    {"reference", false, "the group the others are compared with; rest: all the others"},
    {"group", false, "compare this group only, instead of every other group"},
    {"at_most", false, "10% for a value, 3 points for a difference"},
    {"at_least", false, "95% for a value, -3 points for a difference"},
    {"at_most_ratio", false, "1.5: at most half as much again"},
    {"at_least_ratio", false, "0.8: at least four fifths"},
    {"within", false, "3 points: the difference lies between -3 and 3 points (parity)"},
    {"within_ratio", false, "1.25: the ratio lies between 0.8 and 1.25 (parity)"},
    {"severity", false, "must (it decides the run) or should (it is only shown); must"},
    {"when_undefined", false, "fail or skip, where there is nothing to divide by; fail"},
    {"margin", false, "1 point: how much worse a later run may be (keur compare)"},
    {"why", false, "the clinical reason for the limit"},
    {"requirement", false, "the requirement it answers to"},
};

// What other tools call a gap: the largest group value minus the smallest.
constexpr std::string_view gap_key = "gap_by";

std::vector<Key> keys_for(const Yaml& entry) {
  std::vector<Key> keys = gate_keys;
  // Known only where it is written, so that the reason for refusing it can be given.
  if (entry.find(gap_key)) keys.push_back({std::string(gap_key), false, ""});
  return keys;
}

class Reader {
 public:
  Reader(const Yaml& entry, const std::vector<Task>& tasks, Diagnostics& problems)
      : entry_(entry),
        tasks_(tasks),
        problems_(problems),
        table_(keys_for(entry)),
        keys_(entry, "a gate", table_, problems) {}

  std::optional<Gate> read() {
    gate_.span = entry_.span;
    gate_.id = keys_.text("id").name;
    gate_.why = keys_.text("why").name;
    gate_.requirement = keys_.text("requirement").name;
    const bool known = read_task() && read_metric();
    gate_.level = named("level");
    read_compare();
    gate_.reference = named("reference");
    gate_.group = named("group");
    if (const Yaml* gap = keys_.find(gap_key)) {
      refuse_gap(gap->span);
      return std::nullopt;
    }
    read_limit(keys_, entry_, gate_, problems_);
    read_weight();
    read_margin();
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

  // One group field or the condition, or several group fields.
  void read_compare() {
    const Yaml* const compare = keys_.find("compare");
    if (!compare || compare->kind != Yaml::Kind::list) {
      gate_.compare = named("compare");
      return;
    }
    gate_.compare.span = compare->span;
    for (const Yaml& item : compare->items) {
      const Named field{read_text(item, "compare", problems_).value_or(""), item.span};
      gate_.compare.name += (gate_.compared_groups.empty() ? "" : std::string(crossed)) + field.name;
      gate_.compared_groups.push_back(field);
    }
    if (compare->items.size() < 2)
      refuse("suite-empty-list", compare->span, "an intersection needs two group fields", "",
             "write compare: [sex, age_band], or compare: sex");
  }

  // Whether the run depends on the gate, and what is done where there is nothing to judge.
  void read_weight() {
    const auto choose = [&](const char* key, const char* usual, const char* other) {
      const auto word = keys_.text(key);
      if (!word.name.empty() && word.name != usual && word.name != other)
        refuse("suite-unknown-choice", word.span,
               fmt::format("'{}' is not a value of '{}'", word.name, key), "",
               fmt::format("write {} or {}", usual, other));
      return word.name == other;
    };
    gate_.must = !choose("severity", "must", "should");
    gate_.skip_undefined = choose("when_undefined", "fail", "skip");
  }

  static bool is_column(const Family& family, const std::string& name) {
    return std::any_of(family.columns.begin(), family.columns.end(),
                       [&](const Column& column) { return column.id == name; });
  }

  void refuse_gap(const Span& span) {
    refuse("gate-max-min", span,
           "the largest group value minus the smallest is above zero by chance alone, and more so "
           "the more groups there are",
           "", "write compare: and the group field, and reference: one group chosen before the data "
           "are seen, or rest");
  }

  void read_margin() {
    const Yaml* const value = keys_.find("margin");
    if (!value) return;
    const auto points =
        value->kind == Yaml::Kind::scalar ? points_of(value->scalar) : std::nullopt;
    if (!points || *points < 0) {
      refuse("gate-limit-unit", value->span, "'margin' is a difference and needs the unit points", "",
             "write 1 point, or 0.5 points");
      return;
    }
    gate_.margin = *points;
    gate_.margin_text = value->scalar;
    if (keys_.has("compare"))
      refuse("gate-margin-of-contrast", value->span,
             "a gate that compares groups or conditions has no margin between runs", "",
             "give the margin to the gate on the value");
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
    const Task& task = tasks_[gate_.task];
    const auto counted = [&task](const Metric& metric) {
      return metric.needs == "terms" ? !task.terms.name.empty() : is_counted(metric, task.settings);
    };
    for (const Metric& metric : family.metrics)
      if (!metric.descriptive && counted(metric)) known.emplace_back(metric.id);
    if (!gate_.metric && is_column(family, name.name)) {
      refuse("gate-count", name.span,
             fmt::format("'{}' is a count without a denominator: it grows with the data, whatever "
                         "the tool does",
                         name.name),
             "", "judge a rate of it, one of: " + listed(known));
      return false;
    }
    if (!gate_.metric) {
      refuse_name("gate-unknown-metric", name, fmt::format("a metric of {}", family.kind).c_str(),
                  known);
      return false;
    }
    if (gate_.metric->descriptive)
      refuse("gate-descriptive-metric", name.span,
             fmt::format("'{}' is shown in the report but never judged", name.name), "",
             "judge one of: " + listed(known));
    else if (counted(*gate_.metric))
      return true;
    else if (gate_.metric->needs != "terms")
      refuse("suite-metric-needs-key", name.span,
             fmt::format("'{}' is only counted where the task sets {}", name.name,
                         gate_.metric->needs),
             "",
             fmt::format("give task '{}' the key {}, or judge one of: {}", task.id,
                         gate_.metric->needs, listed(known)));
    else
      refuse("suite-metric-needs-terms", name.span,
             fmt::format("'{}' is about clinical terms, and task '{}' lists none", name.name,
                         task.id),
             "", "give the task terms: FILE, or judge one of: " + listed(known));
    return true;
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
    } else if (condition && gate_.compared_groups.empty() && !is_group(gate_.compare.name) &&
               (gate_.compare.name == "condition" ||
                gate_.compare.name == condition->field.name)) {
      check_conditions(*condition);
    } else {
      check_groups();
    }
  }

  // The task says what conditions are compared with; saying it again may not say otherwise.
  void check_conditions(const Condition& condition) {
    if (!gate_.reference.name.empty() && gate_.reference.name != condition.baseline.name)
      refuse("gate-condition-reference", gate_.reference.span,
             fmt::format("conditions are compared with the baseline '{}'", condition.baseline.name),
             "", "remove reference:; the baseline is set with the task's cases");
    if (!gate_.group.name.empty())
      refuse("gate-condition-reference", gate_.group.span,
             "conditions have no groups to choose from", "",
             "name the condition as level:; where: {field: group} judges one group only");
    gate_.compare.name = condition.field.name;
    gate_.reference = {condition.baseline.name, gate_.reference.span};
    if (gate_.level.name == "every") {
      gate_.every_level = true;
      gate_.level.name.clear();
    } else if (gate_.level.name.empty()) {
      refuse("gate-no-level", gate_.compare.span, "which condition is compared with the baseline?",
             "", "add level: and the condition, or level: every");
    } else if (gate_.level.name == condition.baseline.name) {
      refuse("gate-baseline-with-itself", gate_.level.span, "the baseline is compared with itself",
             "", "name another condition as level:");
    }
  }

  void check_groups() {
    if (gate_.compared_groups.empty()) gate_.compared_groups = {gate_.compare};
    for (const Named& group : gate_.compared_groups)
      if (!is_group(group.name)) {
        auto known = groups();
        if (tasks_[gate_.task].condition) known.push_back("condition");
        refuse_name("gate-unknown-group", group, "a group of this task", known);
      }
    gate_.against_rest = gate_.reference.name == "rest";
    for (const char* chosen_afterwards : {"best", "worst", "lowest", "highest"})
      if (gate_.reference.name == chosen_afterwards) refuse_gap(gate_.reference.span);
    if (gate_.reference.name.empty())
      refuse("gate-no-reference", gate_.compare.span, "which group are the others compared with?",
             "",
             "add reference: and the group, or reference: rest; it must be chosen before the data "
             "are seen");
    else if (gate_.reference.name == gate_.group.name)
      refuse("gate-reference-with-itself", gate_.group.span,
             "the reference group is compared with itself");
  }

  void check_direction() {
    if (gate_.direction == Direction::within) return;
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
  std::vector<Key> table_;
  Keys keys_;
  Gate gate_;
};

}  // namespace

std::optional<Gate> read_gate(const Yaml& entry, const std::vector<Task>& tasks,
                              Diagnostics& problems) {
  return Reader(entry, tasks, problems).read();
}

}  // namespace keur
