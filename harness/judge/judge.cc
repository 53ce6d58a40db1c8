// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/judge.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "harness/judge/looks.h"
#include "harness/judge/sides.h"
#include "metrics/estimate/contrast.h"
#include "metrics/estimate/multiplicity.h"
#include "metrics/estimate/alternatives.h"
#include "metrics/estimate/student_t.h"

namespace keur {
namespace {

// Enough for a second opinion: the bound then repeats to a few hundredths of the interval's width.
constexpr int sensitivity_replicates = 2'000;

Scale contrast_scale(const Gate& gate) {
  return gate.quantity == GateQuantity::ratio ? Scale::log : Scale::linear;
}

Estimate estimate_sides(const Gate& gate, const Sides& sides, double confidence) {
  if (!sides.reference) return estimate(*gate.metric, sides.compared, confidence);
  return gate.quantity == GateQuantity::ratio
             ? relative(*gate.metric, sides.compared, *sides.reference, confidence)
             : difference(*gate.metric, sides.compared, *sides.reference, confidence);
}

Acceptable acceptable(const Gate& gate) {
  return acceptable(gate.direction, gate.quantity, gate.limit);
}

bool is_decided(const Finding& finding) {
  return finding.verdict == Verdict::pass || finding.verdict == Verdict::fail;
}

// Few speakers make a group that nobody should be judged on, and very few one that could be named.
void apply_group_sizes(const Sides& sides, Finding& finding) {
  const int smaller = static_cast<int>(
      std::min(sides.compared.clusters.size(), sides.reference->clusters.size()));
  if (smaller >= fewest_group_clusters || smaller == 0) return;
  if (smaller < fewest_shown_clusters) {
    Estimate hidden;
    hidden.clusters = smaller;
    hidden.confidence = finding.estimate.confidence;
    finding.estimate = hidden;
    finding.verdict = Verdict::inconclusive;
    finding.reason = Reason::hidden_group;
    finding.more_clusters = fewest_group_clusters - smaller;
    return;
  }
  if (finding.verdict == Verdict::not_estimable) return;
  finding.verdict = Verdict::inconclusive;
  finding.reason = Reason::small_group;
  finding.more_clusters =
      std::max<long>(finding.more_clusters.value_or(0), fewest_group_clusters - smaller);
}

// Two-sided, by Student's t on the scale of the contrast.
std::optional<double> p_value(const Estimate& estimate) {
  if (!estimate.value || !estimate.scale_error || !estimate.degrees_of_freedom) return std::nullopt;
  const double distance = std::abs(to_scale(estimate.scale, *estimate.value));
  return std::min(1.0,
                  2 * student_t_tail(distance / *estimate.scale_error, *estimate.degrees_of_freedom));
}

void add_check(const Gate& gate, Finding& finding, std::string name, std::optional<double> value,
               std::optional<Interval> interval) {
  Check check{std::move(name), value, interval, Verdict::not_estimable};
  if (value && interval) {
    Estimate other;
    other.value = value;
    other.interval = interval;
    check.verdict = judge_estimate(std::move(other), acceptable(gate)).verdict;
    if (check.verdict != finding.verdict && finding.disagrees.empty())
      finding.disagrees = check.name;
  }
  finding.checks.push_back(std::move(check));
}

class GateJudge {
 public:
  GateJudge(const Suite& suite, std::size_t number, double confidence, const Ledger& ledger,
            const Ledger* stricter)
      : suite_(suite),
        gate_(suite.gates[number]),
        task_(suite.tasks[gate_.task]),
        ledger_(ledger),
        stricter_(stricter),
        confidence_(confidence) {
    std::from_chars(suite.seed.data(), suite.seed.data() + suite.seed.size(), sampling_.seed);
    if (const auto settings = task_.family->stricter_than(task_.settings))
      stricter_name_ = settings->name;
    // A contrast may use the next stream as well.
    sampling_.stream = static_cast<std::uint32_t>(2 * number);
    sampling_.replicates = sensitivity_replicates;
  }

  std::vector<Finding> judge() const {
    std::vector<Finding> parts;
    std::optional<std::vector<Sides>> strict_sides;
    const bool groups = !gate_.compared_groups.empty();
    for (const Sides& sides : sides_of(suite_, gate_, ledger_)) {
      Finding finding =
          judge_estimate(estimate_sides(gate_, sides, confidence_), acceptable(gate_));
      finding.level = sides.level;
      finding.left_out = sides.left_out;
      finding.lacking = sides.lacking;
      if (groups) {
        finding.p_value = p_value(finding.estimate);
        apply_group_sizes(sides, finding);
        if (finding.reason == Reason::hidden_group) finding.p_value.reset();
      }
      if (is_decided(finding)) {
        ask_again(sides, finding);
        if (asks_stricter() && !strict_sides) strict_sides = sides_of(suite_, gate_, *stricter_);
        if (strict_sides) ask_stricter(*strict_sides, finding);
        if (!finding.disagrees.empty()) {
          finding.verdict = Verdict::inconclusive;
          finding.reason = Reason::other_way_disagrees;
        }
        if (finding.verdict == Verdict::pass && finding.lacking > 0) {
          finding.verdict = Verdict::inconclusive;
          finding.reason = Reason::incomplete;
        }
      }
      parts.push_back(std::move(finding));
    }
    return parts;
  }

 private:
  // What metrics of content count is read by the normaliser: numbers, units, negations. Without it
  // they would count spelling, which says nothing of what they are about.
  bool asks_stricter() const { return stricter_ && gate_.metric->needs.empty(); }

  void ask_again(const Sides& sides, Finding& finding) const {
    const auto others =
        sides.reference
            ? alternatives(*gate_.metric, sides.compared, *sides.reference, contrast_scale(gate_),
                           confidence_, sampling_)
            : alternatives(*gate_.metric, sides.compared, confidence_, sampling_);
    for (const Alternative& other : others)
      add_check(gate_, finding, std::string(other.name), other.value, other.interval);
  }

  void ask_stricter(const std::vector<Sides>& all, Finding& finding) const {
    for (const Sides& sides : all)
      if (sides.level == finding.level) {
        const Estimate other = estimate_sides(gate_, sides, confidence_);
        add_check(gate_, finding, stricter_name_, other.value, other.interval);
      }
  }

  const Suite& suite_;
  const Gate& gate_;
  const Task& task_;
  const Ledger& ledger_;
  const Ledger* stricter_;
  double confidence_;
  std::string stricter_name_;
  Resampling sampling_;
};

// Holm over all comparisons of groups of one task. A group is said to be worse off only where that
// measure says so as well: with ten equal groups and no margin, one in five would be found worse by
// its interval alone. A group that is worse by that measure, while its interval still holds the
// margin, is not merely open.
void adjust_for_family(const Suite& suite, std::size_t task, double confidence,
                       std::vector<GateFinding>& gates) {
  std::vector<Finding*> family;
  std::vector<const Gate*> of;
  std::vector<double> values;
  for (std::size_t i = 0; i < gates.size(); ++i)
    for (Finding& part : gates[i].parts)
      if (suite.gates[i].task == task && part.p_value) {
        family.push_back(&part);
        of.push_back(&suite.gates[i]);
        values.push_back(*part.p_value);
      }
  const std::vector<double> adjusted = holm(values);
  for (std::size_t i = 0; i < family.size(); ++i) {
    Finding& part = *family[i];
    part.p_holm = adjusted[i];
    const double scaled = to_scale(part.estimate.scale, *part.estimate.value);
    const bool worse = of[i]->direction == Direction::within ? scaled != 0
                       : of[i]->direction == Direction::at_most ? scaled > 0
                                                                : scaled < 0;
    const bool stands_out = adjusted[i] < 1 - confidence;
    if (part.reason == Reason::limit_inside && worse && stands_out)
      part.reason = Reason::worse_size_unknown;
    if (part.reason == Reason::beyond_limit && !stands_out) {
      part.verdict = Verdict::inconclusive;
      part.reason = Reason::many_comparisons;
    }
  }
}

// Every part must pass; no correction for several parts is due, since each alone can stop it
// (intersection-union: Berger 1982, Technometrics 24:295-300).
Verdict verdict_of(const std::vector<Finding>& parts) {
  if (parts.empty()) return Verdict::not_estimable;
  for (const Verdict verdict : {Verdict::fail, Verdict::not_estimable, Verdict::inconclusive})
    if (std::any_of(parts.begin(), parts.end(),
                    [&](const Finding& part) { return part.verdict == verdict; }))
      return verdict;
  return Verdict::pass;
}

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

Judgement judge(const Suite& suite, const std::vector<Ledger>& ledgers,
                const std::vector<const Ledger*>& stricter) {
  Judgement judgement;
  const double confidence = confidence_at_look(suite);
  for (std::size_t i = 0; i < suite.gates.size(); ++i) {
    const std::size_t task = suite.gates[i].task;
    const GateJudge judge(suite, i, confidence, ledgers[task],
                          stricter.empty() ? nullptr : stricter[task]);
    judgement.gates.push_back({judge.judge(), Verdict::not_estimable, true});
  }
  for (std::size_t task = 0; task < suite.tasks.size(); ++task)
    adjust_for_family(suite, task, confidence, judgement.gates);
  for (std::size_t i = 0; i < suite.gates.size(); ++i) {
    GateFinding& gate = judgement.gates[i];
    gate.verdict = verdict_of(gate.parts);
    gate.decides = suite.gates[i].must &&
                   !(suite.gates[i].skip_undefined && gate.verdict == Verdict::not_estimable);
  }

  const auto any = [&](Verdict verdict) {
    return std::any_of(
        judgement.gates.begin(), judgement.gates.end(),
        [&](const GateFinding& gate) { return gate.decides && gate.verdict == verdict; });
  };
  // What cannot be estimated was not shown to be good enough: it fails. So does a suite of which no
  // gate was left to decide.
  const bool none = std::none_of(judgement.gates.begin(), judgement.gates.end(),
                                 [](const GateFinding& gate) { return gate.decides; });
  if (none || any(Verdict::fail) || any(Verdict::not_estimable)) {
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
