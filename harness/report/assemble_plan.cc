// SPDX-License-Identifier: Apache-2.0
#include "harness/report/assemble_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/judge/looks.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/wording.h"

namespace keur {
namespace {

const char* word_of(Direction direction) {
  switch (direction) {
    case Direction::at_most:
      return "at_most";
    case Direction::at_least:
      return "at_least";
    case Direction::within:
      return "within";
  }
  return "";
}

const char* word_of(GateQuantity quantity) {
  switch (quantity) {
    case GateQuantity::value:
      return "value";
    case GateQuantity::difference:
      return "difference";
    case GateQuantity::ratio:
      return "ratio";
  }
  return "";
}

const char* word_of(PlanModel model) {
  switch (model) {
    case PlanModel::none:
      return "none";
    case PlanModel::bound:
      return "bound";
    case PlanModel::equivalence:
      return "equivalence";
    case PlanModel::acceptance:
      return "acceptance";
  }
  return "";
}

PlanRow row(const Suite& suite, const Gate& gate, const PlannedFinding& finding) {
  const Task& task = suite.tasks[gate.task];
  const auto title = gate_title(task, gate);
  PlanRow out;
  out.task = task.id;
  out.gate = gate.id;
  out.title = title.english;
  out.titel = title.dutch;
  if (!gate.compared_groups.empty() || gate.every_level) out.level = finding.part.level;
  out.limit_text = gate.limit_text;
  out.direction = word_of(gate.direction);
  out.quantity = word_of(gate.quantity);
  out.must = gate.must;
  out.cluster = task.cluster.name;
  out.cluster_kind = task.cluster_kind;
  out.unit = gate.metric->unit;
  out.clusters = finding.part.compared.clusters;
  out.clusters_from = name(finding.clusters_from);
  out.units = finding.part.compared.units;
  out.units_from = name(finding.units_from);
  out.unevenness = finding.part.compared.unevenness;
  out.truth = finding.part.truth;
  out.truth_from = name(finding.truth_from);
  if (finding.part.reference) {
    out.reference_clusters = finding.part.reference->clusters;
    out.base = finding.part.base;
    out.base_from = name(finding.base_from);
  }
  out.correlation = finding.part.correlation;
  out.correlation_from = name(finding.correlation_from);
  if (finding.part.paired) {
    out.pairing = finding.part.pairing;
    out.pairing_from = name(finding.pairing_from);
  }
  const PartPlan& plan = finding.plan;
  out.model = word_of(plan.model);
  out.accepted = plan.accepted;
  out.power = plan.power;
  out.needed_80 = plan.needed_80;
  out.needed_90 = plan.needed_90;
  out.passes_80 = plan.passes_80;
  out.passes_90 = plan.passes_90;
  out.detectable_80 = plan.detectable_80;
  out.detectable_90 = plan.detectable_90;
  out.enough_units = plan.enough_units;
  out.fewest = plan.fewest;
  for (const PlanCurvePoint& point : plan.curve) out.curve.push_back({point.clusters, point.power});
  return out;
}

std::string subject(const PlanRow& row) {
  return row.level.empty() ? row.gate : row.gate + ", " + row.level;
}

void add_warning(PlanReport& plan, const PlanRow& row) {
  const std::string kind_nl = clusters_in_dutch(row.cluster_kind);
  if (row.clusters < row.fewest) {
    plan.warnings.push_back(
        {fmt::format("gate {} cannot pass: {} {} are planned, and it is judged from {} on", subject(row),
                     row.clusters, row.cluster_kind, row.fewest),
         fmt::format("toets {} kan niet slagen: er zijn {} {} voorzien, en beoordeeld wordt vanaf {}",
                     subject(row), row.clusters, kind_nl, row.fewest)});
  } else if (row.accepted == -1) {
    plan.warnings.push_back(
        {fmt::format("gate {} cannot pass: with {} {} not even a run without an event would be proof",
                     subject(row), row.clusters, row.cluster_kind),
         fmt::format("toets {} kan niet slagen: met {} {} zou ook een run zonder gebeurtenis niets bewijzen",
                     subject(row), row.clusters, kind_nl)});
  } else if (row.power < plan.power_wanted) {
    const std::string chance = format_value(row.power, NumberForm::proportion, plan.power_wanted);
    plan.warnings.push_back(
        {fmt::format("gate {} passes in {} of studies if the tool is what is assumed", subject(row),
                     chance),
         fmt::format("toets {} slaagt in {} van de studies als het product is wat is aangenomen",
                     subject(row), chance)});
  }
}

// reference words; clinical terms of the reference
std::string plural(std::string unit) {
  std::size_t end = unit.size();
  for (const char* word : {" of ", " with ", " in "}) end = std::min(end, unit.find(word));
  const bool entity = unit[end - 1] == 'y';
  return unit.replace(end - entity, entity, entity ? "ies" : "s");
}

// One sentence for all gates that count the same and are as much alike.
void add_words(PlanReport& plan, const PlanRow& row) {
  if (!row.enough_units) return;
  const std::string units = plural(row.unit);
  const PlanSentence sentence{
      fmt::format("{} per {} beyond about {} buy almost nothing: with infinitely many an interval would "
                  "be 5% narrower; more {} make it narrower",
                  units, row.cluster, *row.enough_units, row.cluster_kind),
      fmt::format("meer dan ongeveer {} per {} ({}) leveren bijna niets op: met oneindig veel zou een "
                  "interval 5% smaller zijn; meer {} maken het smaller",
                  *row.enough_units, row.cluster, units, clusters_in_dutch(row.cluster_kind))};
  for (const PlanSentence& there : plan.words)
    if (there.english == sentence.english) return;
  plan.words.push_back(sentence);
}

void add_model(PlanReport& plan, double confidence) {
  const std::string level = format_confidence(confidence), tail = format_confidence((1 - confidence) / 2);
  plan.model = {
      {fmt::format("a gate passes when the whole {} interval meets its limit: a one-sided test at {}, "
                   "computed by the noncentral t distribution on the scale of the gate's interval "
                   "(log for rates and ratios, logit for proportions, natural for differences)",
                   level, tail),
       fmt::format("een toets slaagt als het hele {}-interval aan de grens voldoet: een eenzijdige toets "
                   "op {}, berekend met de niet-centrale t-verdeling op de schaal van het interval van de "
                   "toets (log voor fouten en verhoudingen, logit voor aandelen, gewoon voor verschillen)",
                   level, tail)},
      {"the value of one cluster varies by p (1 - p) (c k + (1 - c) / m): c the intracluster correlation, "
       "m the units per cluster, k what unequal clusters cost (1: all equal)",
       "de waarde van een cluster varieert met p (1 - p) (c k + (1 - c) / m): c de correlatie binnen "
       "clusters, m de eenheden per cluster, k wat ongelijke clusters kosten (1: alle gelijk)"},
      {"where groups are compared, the other group grows in proportion; where conditions are, "
       "the clusters are the same",
       "waar groepen vergeleken worden groeit de andere groep mee; waar condities vergeleken worden zijn "
       "de clusters dezelfde"},
      {"a verdict also needs the jackknife, the bootstrap, the mean over clusters and a stricter normaliser "
       "to agree: the true power is a little lower",
       "een oordeel vraagt ook dat jackknife, bootstrap, het gemiddelde over clusters en een strengere "
       "normalisatie het eens zijn: de werkelijke power is iets lager"}};
}

}  // namespace

PlanReport assemble_plan(const Suite& suite, const std::vector<GatePlan>& plans,
                         double power_wanted) {
  PlanReport plan;
  plan.suite_id = suite.id;
  plan.suite_version = suite.version;
  plan.suite_title = suite.title;
  plan.confidence = confidence_at_look(suite);
  plan.looks = looks_in_words(suite);
  plan.power_wanted = power_wanted;
  for (const GatePlan& gate : plans)
    for (const PlannedFinding& finding : gate.parts)
      plan.rows.push_back(row(suite, suite.gates[gate.gate], finding));
  for (const PlanRow& one : plan.rows) {
    add_warning(plan, one);
    add_words(plan, one);
  }
  const StudyPower joint = study_power(suite, plans);
  plan.joint = {joint.findings, joint.independent, joint.at_least, joint.at_most};
  add_model(plan, plan.confidence);
  return plan;
}

}  // namespace keur
