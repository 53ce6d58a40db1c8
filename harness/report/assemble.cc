// SPDX-License-Identifier: Apache-2.0
#include "harness/report/assemble.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "harness/judge/dose_response.h"
#include "harness/judge/looks.h"
#include "harness/judge/measures.h"
#include "harness/judge/sides.h"
#include "harness/report/wording.h"
#include "harness/run/version.h"
#include "harness/seal/digest.h"

namespace keur {

Measurement measurement(const Task& task, const Estimate& estimate, long left_out, long lacking) {
  Measurement shown;
  shown.value = estimate.value;
  if (estimate.interval) {
    // A bound that is infinite says nothing: the report leaves it undefined.
    if (std::isfinite(estimate.interval->lower)) shown.lower = estimate.interval->lower;
    if (std::isfinite(estimate.interval->upper)) shown.upper = estimate.interval->upper;
  }
  shown.standard_error = estimate.standard_error;
  shown.degrees_of_freedom = estimate.degrees_of_freedom;
  shown.design_effect = estimate.design_effect;
  shown.effective_size = estimate.effective_size;
  shown.numerator = estimate.numerator;
  shown.denominator = estimate.denominator;
  shown.cases = estimate.cases;
  shown.clusters = estimate.clusters;
  shown.method = method_words(estimate);
  shown.cautions = caution_sentences(task, estimate, left_out, lacking);
  return shown;
}

namespace {

OtherWay other_way(const Check& check) {
  OtherWay shown{check.name, check.value, {}, {}, name(check.verdict)};
  if (check.interval && std::isfinite(check.interval->lower)) shown.lower = check.interval->lower;
  if (check.interval && std::isfinite(check.interval->upper)) shown.upper = check.interval->upper;
  return shown;
}

GateReport gate_report(const Suite& suite, const Gate& gate, const GateFinding& finding) {
  const Task& task = suite.tasks[gate.task];
  GateReport shown;
  shown.id = gate.id;
  shown.task = task.id;
  shown.metric = gate.metric->id;
  const auto title = gate_title(task, gate), reason = gate_reason(task, gate, finding);
  shown.title = title.english;
  shown.titel = title.dutch;
  shown.quantity = gate.quantity == GateQuantity::value        ? "value"
                   : gate.quantity == GateQuantity::difference ? "difference"
                                                               : "ratio";
  shown.direction = gate.direction == Direction::at_most    ? "at_most"
                    : gate.direction == Direction::at_least ? "at_least"
                                                            : "within";
  shown.limit = gate.limit;
  shown.limit_text = gate.limit_text;
  shown.condition = gate.level.name;
  shown.compare = gate.compare.name;
  shown.reference = gate.reference.name;
  shown.why = gate.why;
  shown.requirement = gate.requirement;
  shown.severity = gate.must ? "must" : "should";
  shown.decides = finding.decides;
  shown.verdict = name(finding.verdict);
  shown.reason = reason.english;
  shown.reden = reason.dutch;
  shown.line = static_cast<std::int64_t>(gate.span.line);
  for (const Finding& found : finding.parts) {
    const auto why = finding_reason(task, gate, found);
    Part part;
    part.subject = part_subject(task, gate, found.level);
    part.level = found.level;
    part.measurement = measurement(task, found.estimate, found.left_out, found.lacking);
    part.verdict = name(found.verdict);
    part.reason = why.english;
    part.reden = why.dutch;
    if (found.more_clusters) part.more_clusters = *found.more_clusters;
    part.p_value = found.p_value;
    part.p_holm = found.p_holm;
    for (const Check& check : found.checks) part.other_ways.push_back(other_way(check));
    shown.parts.push_back(std::move(part));
  }
  return shown;
}

// The cases that add most to the numerator of the main metric.
std::vector<WorstCase> find_worst(const Ledger& ledger) {
  std::vector<WorstCase> worst;
  for (const NamedCase& found : ledger.weightiest()) {
    if (worst.size() == worst_cases) break;
    WorstCase shown;
    shown.id = found.id;
    shown.cluster = found.cluster;
    shown.condition = found.condition;
    shown.numerator = found.numerator;
    shown.denominator = found.denominator;
    shown.status = name(found.status);
    worst.push_back(std::move(shown));
  }
  return worst;
}

Ladder ladder_report(const Task& task, const std::vector<LadderRung>& rungs) {
  Ladder shown;
  if (rungs.empty()) return shown;
  shown.setting = task.family->ladder;
  if (task.condition) shown.condition = task.condition->baseline.name;
  for (const std::string_view id : task.family->ladder_metrics) shown.metrics.emplace_back(id);
  for (const LadderRung& rung : rungs) {
    shown.rungs.push_back({rung.value, rung.chosen, rung.warnings, {}});
    for (const Estimate& one : rung.estimates)
      shown.rungs.back().measurements.push_back(measurement(task, one));
  }
  return shown;
}

void add_cases(const Task& task, const Ledger& ledger, const Observations& seen,
               Redaction redaction, TaskReport& shown) {
  if (redaction != Redaction::counts) shown.worst = find_worst(ledger);
  if (redaction == Redaction::text)
    for (WorstCase& worst : shown.worst)
      if (const auto text = seen.texts.find(worst.id); text != seen.texts.end())
        worst.text = text_pieces(text->second);
  shown.critical = critical_errors(task, seen, redaction);
  shown.confusions = confusions(task, ledger.counts().colwise().sum(), seen, redaction);
}

std::optional<DoseReport> dose_report(const Task& task, const Metric& metric, const Ledger& ledger,
                                      double confidence) {
  const auto found = dose_response(task, metric, ledger, confidence);
  if (!found) return std::nullopt;
  DoseReport shown;
  shown.unit = task.condition->dose_unit;
  for (const auto& [level, dose] : task.condition->doses)
    shown.levels.push_back({level.name, dose});
  shown.slope = found->slope.mean;
  shown.ratio = rate_ratio_per_10_db(shown.slope);
  if (const auto& interval = found->slope.interval) {
    shown.slope_lower = interval->lower;
    shown.slope_upper = interval->upper;
    shown.ratio_lower = rate_ratio_per_10_db(interval->upper);
    shown.ratio_upper = rate_ratio_per_10_db(interval->lower);
  }
  shown.clusters = found->slope.speakers;
  shown.shortened = found->shortened;
  shown.left_out = found->slope.left_out;
  return shown;
}

TaskReport task_report(const Task& task, const Ledger& ledger, Redaction redaction,
                       const Metric& main, double confidence) {
  TaskReport shown;
  shown.id = task.id;
  shown.kind = task.family->kind;
  shown.title = task.family->title;
  shown.tool_name = task.tool_name;
  shown.tool_version = task.tool_version;
  shown.cluster_name = task.cluster.name;
  shown.cluster_kind = task.cluster_kind;
  if (task.condition) {
    shown.condition_name = task.condition->field.name;
    shown.baseline = task.condition->baseline.name;
    shown.conditions = conditions_in_order(task, ledger);
    for (const ConditionGap& gap : condition_gaps(task, ledger))
      shown.gaps.push_back({gap.condition, gap.baseline_cases, gap.lacking});
    shown.dose = dose_report(task, main, ledger, confidence);
  }
  for (const Named& group : task.groups) shown.groups.push_back(group.name);
  for (const auto& [key, value] : task.settings.choices)
    shown.settings.push_back(key + ": " + value);
  for (const auto& [key, milliseconds] : task.settings.milliseconds)
    shown.settings.push_back(
        fmt::format("{}: {} s", key, static_cast<double>(milliseconds) / 1000));
  shown.warnings = task.family->warnings(task.settings);
  shown.expected = static_cast<std::int64_t>(ledger.cases());
  shown.clusters = ledger.clusters.size();
  shown.matched = shown.expected - static_cast<std::int64_t>(ledger.without_output().size());
  for (const NamedCase& found : ledger.without_output())
    // Without ids, the case's place in the reference data.
    (found.status == Status::missing ? shown.missing : shown.errored)
        .push_back(redaction == Redaction::counts ? fmt::format("#{}", found.number + 1)
                                                  : found.id);
  const Row totals = ledger.counts().colwise().sum();
  for (std::size_t i = 0; i < task.family->counted(task.settings); ++i)
    shown.counts.push_back({std::string(task.family->columns[i].id),
                            std::string(task.family->columns[i].title),
                            totals[static_cast<Eigen::Index>(i)]});
  for (const Metric& metric : task.family->metrics) {
    if (!is_counted(metric, task.settings)) continue;
    shown.metrics.push_back({std::string(metric.id), std::string(metric.title),
                             std::string(metric.titel), std::string(metric.meaning),
                             std::string(metric.betekenis),
                             metric.better == Better::lower ? "lower" : "higher",
                             std::string(metric.unit), metric.descriptive});
  }
  shown.main_metric = main.id;
  for (const auto& [ids, list] :
       {std::pair(&task.family->word_error_metrics, &shown.word_error_metrics),
        std::pair(&task.family->finding_metrics, &shown.finding_metrics)})
    for (const std::string_view id : *ids)
      if (is_counted(*task.family->metric(id), task.settings)) list->emplace_back(id);
  return shown;
}

Input shown_input(const InputRecord& record) {
  return {record.role,
          record.task,
          record.path,
          record.sha256,
          static_cast<std::int64_t>(record.bytes),
          static_cast<std::int64_t>(record.records),
          record.replaced};
}

}  // namespace

std::set<std::string> cases_with_text(const Ledger& ledger, Redaction redaction) {
  std::set<std::string> ids;
  if (redaction == Redaction::text)
    for (const WorstCase& worst : find_worst(ledger)) ids.insert(worst.id);
  return ids;
}

std::string report_id(const Prepared& prepared, Redaction redaction, const std::string& signer) {
  std::string all = prepared.protocol + "\n" + name(redaction) + "\n" + signer + "\n";
  for (const PreparedTask& task : prepared.tasks)
    for (const InputRecord* input : task.inputs()) all += input->sha256 + " " + input->path + "\n";
  std::string hex = sha256_hex(all).substr(0, 32);
  // RFC 9562: version 8 (custom), variant 10.
  hex[12] = '8';
  hex[16] = "89ab"[(hex[16] >= 'a' ? hex[16] - 'a' + 10 : hex[16] - '0') & 3];
  return fmt::format("urn:uuid:{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4),
                     hex.substr(12, 4), hex.substr(16, 4), hex.substr(20));
}

Report assemble(const Assembly& assembly) {
  const auto& [suite, prepared, ledgers, judgement, seen, rungs, redaction, signer] = assembly;
  Report report;
  report.report_id = report_id(prepared, redaction, signer);
  report.protocol = prepared.protocol;
  report.suite_id = suite.id;
  report.suite_version = suite.version;
  report.suite_title = suite.title;
  report.suite_text = suite.text;
  report.suite_path = suite.path;
  report.burden = suite.burden == Burden::tool ? "tool" : "regression";
  report.confidence = confidence_at_look(suite);
  report.looks = looks_in_words(suite);
  report.seed = suite.seed;
  report.redaction = name(redaction);
  report.assurance = "self-attested";
  report.signer = signer;
  report.verdict = name(judgement.verdict);
  report.exit_code = judgement.exit_code;
  const auto sentence = verdict_sentence(suite, judgement);
  report.sentence = sentence.english;
  report.zin = sentence.dutch;
  for (std::size_t i = 0; i < suite.tasks.size(); ++i) {
    const Task& task = suite.tasks[i];
    TaskReport& shown = report.tasks.emplace_back(
        task_report(task, ledgers[i], redaction, main_metric(suite, i),
                    report.confidence));
    add_cases(task, ledgers[i], seen[i], redaction, shown);
    shown.ladder = ladder_report(task, rungs[i]);
  }
  for (std::size_t i = 0; i < suite.gates.size(); ++i)
    report.gates.push_back(gate_report(suite, suite.gates[i], judgement.gates[i]));
  for (const SliceEstimate& slice : measure_slices(suite, ledgers))
    report.measures.push_back({suite.tasks[slice.task].id, std::string(slice.metric->id),
                               slice.group, slice.level, slice.condition,
                               measurement(suite.tasks[slice.task], slice.estimate)});
  report.inputs.push_back(shown_input(prepared.suite_input));
  for (const PreparedTask& task : prepared.tasks)
    for (const InputRecord* input : task.inputs()) report.inputs.push_back(shown_input(*input));
  for (const auto& [name, value] : build_environment()) report.environment.push_back({name, value});
  return report;
}

}  // namespace keur
