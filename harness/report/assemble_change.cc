// SPDX-License-Identifier: Apache-2.0
#include "harness/report/assemble_change.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/report/assemble.h"
#include "harness/report/format_number.h"
#include "harness/report/wording.h"

namespace keur {
namespace {

RunSide side(const Report& report) {
  RunSide shown{report.report_id, report.verdict, report.signer, {}, {}};
  for (const TaskReport& task : report.tasks)
    shown.tools.push_back(task.tool_version.empty() ? task.tool_name
                                                    : task.tool_name + " " + task.tool_version);
  for (const Input& input : report.inputs)
    if (input.role == "tool-outputs") shown.outputs.push_back(input.sha256);
  return shown;
}

Bilingual reason(const Task& task, const MetricChange& one) {
  if (one.unchanged) return {"no case changed", "geen geval is veranderd"};
  const std::string margin =
      one.gate->margin_text.empty() ? std::string("0 points") : one.gate->margin_text;
  const Finding& found = one.finding;
  const auto more = [&](const char* english, const char* dutch) {
    if (!found.more_clusters) return Bilingual{english, dutch};
    return Bilingual{fmt::format("{}; about {} more {} would decide this", english,
                                 *found.more_clusters, task.cluster_kind),
                     fmt::format("{}; ongeveer {} {} erbij zouden beslissen", dutch,
                                 *found.more_clusters, task.cluster_kind)};
  };
  switch (found.verdict) {
    case Verdict::pass:
      return {"at worst the new run is worse by less than " + margin,
              "de nieuwe run is hooguit slechter met minder dan de marge"};
    case Verdict::fail:
      return {"the new run is worse by more than " + margin,
              "de nieuwe run is meer slechter dan de marge"};
    case Verdict::inconclusive:
      return more("whether the new run is worse by more than the margin is open",
                  "of de nieuwe run meer slechter is dan de marge is open");
    case Verdict::not_estimable:
      return {"not estimable in one of the runs", "in een van de runs niet te schatten"};
  }
  return {};
}

ChangeRow row(const Suite& suite, const MetricChange& one) {
  const Task& task = suite.tasks[one.task];
  ChangeRow shown;
  shown.task = task.id;
  shown.metric = one.metric->id;
  shown.title = one.metric->title;
  shown.titel = one.metric->titel;
  shown.better = one.metric->better == Better::lower ? "lower" : "higher";
  shown.base = measurement(task, one.base);
  shown.fresh = measurement(task, one.fresh);
  shown.difference = measurement(task, one.difference);
  if (one.unchanged && one.base.value) shown.difference.lower = shown.difference.upper = 0;
  if (!one.gate) return shown;
  const auto title = gate_title(task, *one.gate), why = reason(task, one);
  shown.title = title.english;
  shown.titel = title.dutch;
  shown.gate = one.gate->id;
  shown.condition = one.gate->level.name;
  shown.margin_text = one.gate->margin_text;
  shown.verdict = name(one.finding.verdict);
  shown.reason = why.english;
  shown.reden = why.dutch;
  return shown;
}

double errors(const Metric& metric, const Entry& entry) {
  const auto evaluated = metric.evaluate(entry.counts);
  if (!evaluated) return 0;
  return metric.better == Better::lower ? evaluated->numerator
                                        : evaluated->denominator - evaluated->numerator;
}

std::vector<FlippedCase> listed(const Suite& suite, const std::vector<Flip>& flips) {
  std::vector<FlippedCase> shown;
  for (std::size_t i = 0; i < std::min(flips.size(), most_flips_listed); ++i) {
    const Flip& flip = flips[i];
    const Metric& metric = main_metric(suite, flip.task);
    shown.push_back({suite.tasks[flip.task].id, flip.base->case_id, flip.base->cluster,
                     flip.base->condition, errors(metric, *flip.base),
                     errors(metric, *flip.fresh)});
  }
  return shown;
}

Bilingual sentence(const Change& change) {
  const auto count = [&](Verdict verdict) {
    return std::count_if(change.gates.begin(), change.gates.end(), [&](const MetricChange& one) {
      return one.finding.verdict == verdict;
    });
  };
  const auto all = change.gates.size();
  switch (change.verdict) {
    case Verdict::pass:
      return {fmt::format("no regression beyond the margins in {} gate{}", all,
                          all == 1 ? "" : "s"),
              fmt::format("geen achteruitgang boven de marges in {} toets{}", all,
                          all == 1 ? "" : "en")};
    case Verdict::fail:
      return {fmt::format("a regression is proven in {} of {} gates", count(Verdict::fail), all),
              fmt::format("achteruitgang is aangetoond in {} van {} toetsen", count(Verdict::fail),
                          all)};
    default:
      if (all == 0)
        return {"the suite has no gate on a value to compare by",
                "het toetsplan heeft geen toets op een waarde om op te vergelijken"};
      return {fmt::format("undecided in {} of {} gates",
                          count(Verdict::inconclusive) + count(Verdict::not_estimable), all),
              fmt::format("onbeslist in {} van {} toetsen",
                          count(Verdict::inconclusive) + count(Verdict::not_estimable), all)};
  }
}

const Input* input_of(const Report& report, const std::string& role, const std::string& task) {
  for (const Input& input : report.inputs)
    if (input.role == role && input.task == task) return &input;
  return nullptr;
}

std::string property(const Report& report, const std::string& name) {
  for (const Property& one : report.environment)
    if (one.name == name) return one.value;
  return {};
}

}  // namespace

ChangeReport assemble_change(const Suite& suite, const Report& base, const Report& fresh,
                             const Change& change) {
  ChangeReport shown;
  shown.suite_id = fresh.suite_id;
  shown.suite_version = fresh.suite_version;
  shown.suite_title = fresh.suite_title;
  shown.protocol = fresh.protocol;
  shown.confidence = fresh.confidence;
  shown.base = side(base);
  shown.fresh = side(fresh);
  for (const MetricChange& one : change.gates) shown.gates.push_back(row(suite, one));
  for (const MetricChange& one : change.metrics) shown.metrics.push_back(row(suite, one));
  shown.newly_wrong = static_cast<std::int64_t>(change.newly_wrong.size());
  shown.newly_right = static_cast<std::int64_t>(change.newly_right.size());
  shown.newly_wrong_cases = listed(suite, change.newly_wrong);
  shown.newly_right_cases = listed(suite, change.newly_right);
  shown.cluster_kind = suite.tasks.front().cluster_kind;
  shown.verdict = name(change.verdict);
  shown.exit_code = change.exit_code;
  const auto said = sentence(change);
  shown.sentence = said.english;
  shown.zin = said.dutch;
  return shown;
}

std::vector<std::string> protocol_differences(const Report& base, const Report& fresh) {
  std::vector<std::string> differ;
  if (base.suite_text != fresh.suite_text)
    differ.push_back(fmt::format("the suite ({} {} and {} {})", base.suite_id, base.suite_version,
                                 fresh.suite_id, fresh.suite_version));
  for (const TaskReport& task : fresh.tasks)
    for (const char* role : {"reference-dataset", "term-list"}) {
      const Input* one = input_of(base, role, task.id);
      const Input* other = input_of(fresh, role, task.id);
      if ((one == nullptr) != (other == nullptr) ||
          (one != nullptr && one->sha256 != other->sha256))
        differ.push_back(fmt::format("the {} of {}",
                                     std::string_view(role) == "term-list" ? "term list"
                                                                           : "reference data",
                                     task.id));
    }
  if (property(base, "keur") != property(fresh, "keur"))
    differ.push_back(fmt::format("the program (keur {} and {})", property(base, "keur"),
                                 property(fresh, "keur")));
  if (base.redaction != fresh.redaction)
    differ.push_back(
        fmt::format("what they show of cases ({} and {})", base.redaction, fresh.redaction));
  if (differ.empty() && base.protocol != fresh.protocol)
    differ.emplace_back("how they were counted (the protocol digest)");
  return differ;
}

}  // namespace keur
