// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/judge.h"

#include <algorithm>

#include "harness/judge/slice.h"
#include "metrics/estimate/contrast.h"
#include "metrics/estimate/more_clusters.h"

namespace keur {
namespace {

std::size_t field_number(const Task& task, const std::string& group) {
  std::size_t field = 0;
  while (field < task.groups.size() && task.groups[field].name != group) ++field;
  return field;
}

// The levels of a group in alphabetical order: the same report for any order of the cases.
std::vector<int> sorted_levels(const Names& levels) {
  std::vector<int> order(static_cast<std::size_t>(levels.size()));
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  std::sort(order.begin(), order.end(), [&](int a, int b) { return levels[a] < levels[b]; });
  return order;
}

class GateJudge {
 public:
  GateJudge(const Suite& suite, const Gate& gate, const Ledger& ledger)
      : suite_(suite), gate_(gate), task_(suite.tasks[gate.task]), ledger_(ledger) {
    for (const auto& [field, level] : gate.where) {
      const std::size_t number = field_number(task_, field.name);
      base_.where.emplace_back(number, ledger.levels(number).find(level.name));
    }
    if (!gate.level.name.empty()) base_.condition = ledger.conditions.find(gate.level.name);
  }

  GateFinding judge() {
    GateFinding finding;
    if (gate_.compare.name.empty())
      finding.parts.push_back(
          finish(estimate(*gate_.metric, sums(ledger_, base_), suite_.confidence), ""));
    else if (task_.condition && gate_.compare.name == task_.condition->field.name)
      finding.parts.push_back(judge_condition());
    else
      finding.parts = judge_groups();

    const auto any = [&](Verdict verdict) {
      return std::any_of(finding.parts.begin(), finding.parts.end(),
                         [&](const Finding& part) { return part.verdict == verdict; });
    };
    // Every part must pass; no correction for several parts is due, since each alone can stop it.
    finding.verdict = Verdict::pass;
    for (const Verdict verdict : {Verdict::fail, Verdict::not_estimable, Verdict::inconclusive})
      if (any(verdict)) {
        finding.verdict = verdict;
        break;
      }
    if (finding.parts.empty()) finding.verdict = Verdict::not_estimable;
    return finding;
  }

 private:
  Estimate contrast(const ClusterSums& compared, const ClusterSums& reference) const {
    return gate_.quantity == GateQuantity::ratio
               ? relative(*gate_.metric, compared, reference, suite_.confidence)
               : difference(*gate_.metric, compared, reference, suite_.confidence);
  }

  Finding finish(Estimate estimate, const std::string& level) const {
    Finding finding = judge_estimate(std::move(estimate), gate_.direction, gate_.limit);
    finding.level = level;
    return finding;
  }

  Finding judge_condition() const {
    Slice reference = base_;
    reference.condition = ledger_.conditions.find(task_.condition->baseline.name);
    const PairedSums sides = paired_sums(ledger_, base_, reference);
    Finding finding = finish(contrast(sides.compared, sides.reference), gate_.level.name);
    finding.left_out = sides.left_out;
    return finding;
  }

  std::vector<Finding> judge_groups() const {
    const std::size_t field = field_number(task_, gate_.compare.name);
    const Names& levels = ledger_.levels(field);
    const auto side = [&](int level) {
      Slice slice = base_;
      slice.where.emplace_back(field, level);
      return sums(ledger_, slice);
    };
    const ClusterSums reference = side(levels.find(gate_.reference.name));
    std::vector<Finding> parts;
    for (const int level : sorted_levels(levels)) {
      if (levels[level] == gate_.reference.name) continue;
      if (!gate_.group.name.empty() && levels[level] != gate_.group.name) continue;
      parts.push_back(finish(contrast(side(level), reference), levels[level]));
    }
    return parts;
  }

  const Suite& suite_;
  const Gate& gate_;
  const Task& task_;
  const Ledger& ledger_;
  Slice base_;
};

}  // namespace

const char* name(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "pass";
    case Verdict::fail:
      return "fail";
    case Verdict::inconclusive:
      return "inconclusive";
    case Verdict::not_estimable:
      return "not_estimable";
  }
  return "";
}

Finding judge_estimate(Estimate estimate, Direction direction, double limit) {
  Finding finding;
  finding.estimate = std::move(estimate);
  const Estimate& given = finding.estimate;
  const auto decide = [&](Verdict verdict, Reason reason) {
    finding.verdict = verdict;
    finding.reason = reason;
  };
  if (!given.value) {
    decide(Verdict::not_estimable, Reason::undefined);
    return finding;
  }
  if (given.has(Caution::few_clusters)) {
    decide(Verdict::inconclusive, Reason::few_clusters);
  } else if (!given.interval) {
    decide(Verdict::inconclusive, Reason::no_interval);
  } else {
    const bool at_most = direction == Direction::at_most;
    const double worst = at_most ? given.interval->upper - limit : limit - given.interval->lower;
    const double best = at_most ? given.interval->lower - limit : limit - given.interval->upper;
    if (worst < -guard_band)
      decide(Verdict::pass, Reason::clears_limit);
    else if (best > guard_band)
      decide(Verdict::fail, Reason::beyond_limit);
    else
      decide(Verdict::inconclusive, Reason::limit_inside);
  }
  if (finding.verdict == Verdict::inconclusive) finding.more_clusters = more_clusters(given, limit);
  return finding;
}

Judgement judge(const Suite& suite, const std::vector<Ledger>& ledgers) {
  Judgement judgement;
  for (const Gate& gate : suite.gates)
    judgement.gates.push_back(GateJudge(suite, gate, ledgers[gate.task]).judge());

  const auto any = [&](Verdict verdict) {
    return std::any_of(judgement.gates.begin(), judgement.gates.end(),
                       [&](const GateFinding& gate) { return gate.verdict == verdict; });
  };
  // What cannot be estimated was not shown to be good enough: it fails.
  if (any(Verdict::fail) || any(Verdict::not_estimable)) {
    judgement.verdict = Verdict::fail;
    judgement.exit_code = 1;
  } else if (any(Verdict::inconclusive)) {
    judgement.verdict = Verdict::inconclusive;
    // Where harm must be proven, an open question stops nobody.
    judgement.exit_code = suite.burden == Burden::regression ? 0 : 3;
  } else {
    judgement.verdict = Verdict::pass;
    judgement.exit_code = 0;
  }
  return judgement;
}

}  // namespace keur
