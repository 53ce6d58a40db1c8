// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/change.h"

#include <algorithm>

#include "harness/judge/looks.h"
#include "harness/judge/sides.h"
#include "metrics/estimate/contrast.h"

namespace keur {
namespace {

// Both runs as one ledger, in which the run is one more group of every case.
Ledger both(const Task& task, const TwoRuns& runs) {
  const std::size_t columns =
      runs.base.empty() ? 0 : static_cast<std::size_t>(runs.base.front().counts.size());
  Ledger ledger(task.groups.size() + 1, columns);
  for (const auto& [entries, run] : {std::pair(&runs.base, "base"), {&runs.fresh, "fresh"}})
    for (Entry entry : *entries) {
      entry.groups.emplace_back(run);
      ledger.add(entry);
    }
  return ledger;
}

class TaskChange {
 public:
  TaskChange(const Suite& suite, std::size_t task, const TwoRuns& runs)
      : suite_(suite),
        task_(task),
        runs_(runs),
        ledger_(both(suite.tasks[task], runs)),
        confidence_(confidence_at_look(suite)) {}

  MetricChange of(const Metric& metric, const Gate* gate) const {
    MetricChange change;
    change.task = task_;
    change.metric = &metric;
    change.gate = gate;
    const Task& task = suite_.tasks[task_];
    const Slice slice = gate ? slice_of(task, *gate, ledger_) : Slice{};
    const std::size_t run = task.groups.size();
    const auto side = [&](const char* name) {
      Slice one = slice;
      one.where.emplace_back(run, ledger_.levels(run).find(name));
      return sums(ledger_, one);
    };
    const ClusterSums base = side("base"), fresh = side("fresh");
    change.base = estimate(metric, base, confidence_);
    change.fresh = estimate(metric, fresh, confidence_);
    change.difference = difference(metric, fresh, base, confidence_);
    change.unchanged = base.sums == fresh.sums && same_counts();
    if (gate) judge(change);
    return change;
  }

 private:
  bool same_counts() const {
    for (std::size_t i = 0; i < runs_.base.size(); ++i)
      if (runs_.base[i].counts != runs_.fresh[i].counts) return false;
    return true;
  }

  static void judge(MetricChange& change) {
    const bool lower = change.metric->better == Better::lower;
    const Acceptable range =
        acceptable(lower ? Direction::at_most : Direction::at_least, GateQuantity::difference,
                   lower ? change.gate->margin : -change.gate->margin);
    change.finding = judge_estimate(change.difference, range);
    if (change.unchanged && change.base.value) {
      change.finding.verdict = Verdict::pass;
      change.finding.reason = Reason::clears_limit;
      change.finding.more_clusters.reset();
    }
  }

  const Suite& suite_;
  std::size_t task_;
  const TwoRuns& runs_;
  Ledger ledger_;
  double confidence_;
};

void find_flips(const Suite& suite, std::size_t task, const TwoRuns& runs, Change& change) {
  const Metric& metric = main_metric(suite, task);
  const auto errors = [&](const Entry& entry) {
    const auto evaluated = metric.evaluate(entry.counts);
    if (!evaluated) return 0.0;
    return metric.better == Better::lower ? evaluated->numerator
                                          : evaluated->denominator - evaluated->numerator;
  };
  for (std::size_t i = 0; i < runs.base.size(); ++i) {
    const bool was_wrong = errors(runs.base[i]) > 0, is_wrong = errors(runs.fresh[i]) > 0;
    if (was_wrong == is_wrong) continue;
    (is_wrong ? change.newly_wrong : change.newly_right)
        .push_back({task, &runs.base[i], &runs.fresh[i]});
  }
}

}  // namespace

std::optional<std::size_t> first_other_case(const TwoRuns& runs) {
  const std::size_t shorter = std::min(runs.base.size(), runs.fresh.size());
  for (std::size_t i = 0; i < shorter; ++i) {
    const Entry &base = runs.base[i], &fresh = runs.fresh[i];
    if (base.case_id != fresh.case_id || base.cluster != fresh.cluster ||
        base.condition != fresh.condition || base.groups != fresh.groups)
      return i;
  }
  if (runs.base.size() != runs.fresh.size()) return shorter;
  return std::nullopt;
}

Change judge_change(const Suite& suite, const std::vector<TwoRuns>& runs) {
  Change change;
  for (std::size_t t = 0; t < suite.tasks.size(); ++t) {
    const TaskChange task(suite, t, runs[t]);
    for (const Gate& gate : suite.gates)
      if (gate.task == t && gate.compare.name.empty())
        change.gates.push_back(task.of(*gate.metric, &gate));
    const auto columns = runs[t].base.empty() ? 0 : runs[t].base.front().counts.size();
    for (const Metric& metric : suite.tasks[t].family->metrics)
      // Metrics that need columns this ledger does not have cannot be evaluated on it.
      if (metric.needs.empty() ||
          columns == static_cast<Eigen::Index>(suite.tasks[t].family->columns.size()))
        change.metrics.push_back(task.of(metric, nullptr));
    find_flips(suite, t, runs[t], change);
  }
  const auto any = [&](Verdict verdict) {
    return std::any_of(change.gates.begin(), change.gates.end(), [&](const MetricChange& one) {
      return one.gate->must && one.finding.verdict == verdict;
    });
  };
  if (any(Verdict::fail)) {
    change.verdict = Verdict::fail;
    change.exit_code = 1;
  } else if (change.gates.empty() || any(Verdict::inconclusive) || any(Verdict::not_estimable)) {
    change.verdict = Verdict::inconclusive;
    change.exit_code = 3;
  } else {
    change.verdict = Verdict::pass;
    change.exit_code = 0;
  }
  return change;
}

}  // namespace keur
