// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/plan_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "harness/judge/looks.h"
#include "harness/judge/plan_evidence.h"
#include "harness/judge/sides.h"
#include "harness/suite/spelling.h"
#include "metrics/estimate/design_effect.h"
#include "metrics/estimate/planning.h"

namespace keur {
namespace {

std::optional<double> of_gate(const std::map<std::string, double>& values, const std::string& id) {
  auto found = values.find(id);
  if (found == values.end()) found = values.find("");
  if (found == values.end()) return std::nullopt;
  return found->second;
}

class StudyPlanner {
 public:
  StudyPlanner(const Suite& suite, const Assumptions& assumed, Evidence evidence,
               const std::vector<Ledger>& ledgers, Diagnostics& problems)
      : suite_(suite),
        assumed_(assumed),
        evidence_(evidence),
        ledgers_(ledgers),
        problems_(problems),
        confidence_(confidence_at_look(suite)) {}

  std::vector<GatePlan> plan() {
    for (const auto* values :
         {&assumed_.truth, &assumed_.base, &assumed_.spread, &assumed_.units})
      for (const auto& [id, value] : *values) know(id);
    for (const auto& [key, clusters] : assumed_.of_group) know(key.substr(0, key.find('/')));
    std::vector<GatePlan> all;
    for (std::size_t i = 0; i < suite_.gates.size(); ++i) all.push_back({i, gate(suite_.gates[i])});
    return all;
  }

 private:
  void problem(const char* code, const Span& place, std::string message, std::string hint) {
    problems_.push_back({code, Severity::error, place, std::move(message), "", std::move(hint)});
  }

  void know(const std::string& id) {
    std::vector<std::string> known;
    for (const Gate& gate : suite_.gates) known.push_back(gate.id);
    if (!id.empty() && std::find(known.begin(), known.end(), id) == known.end())
      problem("usage-unknown-gate", {suite_.path, 0, 0, 0},
              fmt::format("'{}' is not a gate of this suite", id), "gates here: " + listed(known));
  }

  std::optional<long> said(const Gate& gate, const std::string& level) const {
    const auto found = assumed_.of_group.find(gate.id + "/" + level);
    if (found == assumed_.of_group.end()) return std::nullopt;
    return found->second;
  }

  // The parts a gate will have, with the sizes that data show; sizes of 0 where there are none.
  std::vector<PartEvidence> parts_of(const Gate& gate) const {
    std::vector<PartEvidence> parts;
    if (evidence_ != Evidence::none) {
      for (const Sides& sides : sides_of(suite_, gate, ledgers_[gate.task]))
        parts.push_back(part_evidence(gate, sides, evidence_ == Evidence::pilot));
      return parts;
    }
    PartEvidence part;
    if (gate.compare.name.empty()) return {part};
    part.reference = PlannedSide{};
    if (gate.compared_groups.empty()) {
      part.level = gate.every_level ? "every" : gate.level.name;
      part.paired = true;
      return {part};
    }
    for (const auto& [key, clusters] : assumed_.of_group) {
      const std::size_t slash = key.find('/');
      if (key.substr(0, slash) != gate.id || slash == std::string::npos) continue;
      part.level = key.substr(slash + 1);
      if (part.level == gate.reference.name) continue;
      if (!gate.group.name.empty() && part.level != gate.group.name) continue;
      parts.push_back(part);
    }
    return parts;
  }

  // Data are scaled to the number in all that was said; a group that was named has what was said.
  void set_clusters(const Gate& gate, PartEvidence& part, PlannedFinding& finding) {
    finding.clusters_from = evidence_ == Evidence::pilot ? Origin::pilot : Origin::data;
    const auto scale = [&](PlannedSide& side) {
      if (!assumed_.clusters) return;
      finding.clusters_from = Origin::given;
      const int all = evidence_ == Evidence::none ? 0 : ledgers_[gate.task].clusters.size();
      side.clusters = all == 0 ? *assumed_.clusters
                               : std::lround(static_cast<double>(side.clusters) *
                                             static_cast<double>(*assumed_.clusters) / all);
    };
    const bool groups = !gate.compared_groups.empty();
    if (!groups || evidence_ != Evidence::none) {
      scale(part.compared);
      if (part.reference) scale(*part.reference);
    }
    if (!groups) return;
    if (const auto clusters = said(gate, part.level)) {
      part.compared.clusters = *clusters;
      finding.clusters_from = Origin::given;
    }
    if (const auto clusters = said(gate, gate.against_rest ? "rest" : gate.reference.name)) {
      part.reference->clusters = *clusters;
      finding.clusters_from = Origin::given;
    } else if (evidence_ == Evidence::none && gate.against_rest && assumed_.clusters) {
      part.reference->clusters = *assumed_.clusters - part.compared.clusters;
    }
  }

  void set_units(const Gate& gate, PartEvidence& part, PlannedFinding& finding) {
    finding.units_from = evidence_ == Evidence::pilot ? Origin::pilot : Origin::data;
    const auto units = of_gate(assumed_.units, gate.id);
    if (!units) return;
    finding.units_from = Origin::given;
    part.compared.units = *units;
    if (part.reference) part.reference->units = *units;
  }

  bool check_sizes(const Gate& gate, const PartEvidence& part) {
    const auto& kind = suite_.tasks[gate.task].cluster_kind;
    const auto lacks = [&](const auto& member) {
      return !(part.compared.*member > 0) || (part.reference && !((*part.reference).*member > 0));
    };
    if (lacks(&PlannedSide::clusters)) {
      const bool groups = !gate.compared_groups.empty();
      problem("usage-plan-clusters", gate.span,
              fmt::format("how many {} gate '{}' will have is not known", kind, gate.id),
              groups ? fmt::format("--clusters {}/{}=20 and --clusters {}/{}=20 say it", gate.id,
                                   part.level.empty() ? "LEVEL" : part.level, gate.id,
                                   gate.against_rest ? "rest" : gate.reference.name)
                     : "--clusters 40 says it");
      return false;
    }
    if (lacks(&PlannedSide::units)) {
      problem("usage-plan-units", gate.span,
              fmt::format("how often a '{}' comes for gate '{}' is not known",
                          gate.metric->unit, gate.id),
              fmt::format("--units {}=300 says how many each of the {} gives", gate.id, kind));
      return false;
    }
    return true;
  }

  double truth_of(const Gate& gate) const {
    const auto given = assumed_.truth.find(gate.id);
    return given != assumed_.truth.end() ? given->second : half_way(gate);
  }

  // Of a contrast: what the reference side is assumed to be. A gate on the value itself says it too;
  // one on the baseline or on everything, rather than one on another condition.
  std::optional<double> base_of(const Gate& gate, const PartEvidence& part, Origin& from) const {
    from = Origin::given;
    if (const auto given = of_gate(assumed_.base, gate.id)) return given;
    from = Origin::pilot;
    if (part.base) return part.base;
    from = Origin::other_gate;
    const Task& task = suite_.tasks[gate.task];
    for (const Gate& other : suite_.gates)
      if (other.task == gate.task && other.metric == gate.metric && other.compare.name.empty() &&
          (other.level.name.empty() ||
           other.level.name == (task.condition ? task.condition->baseline.name : "")))
        return truth_of(other);
    return std::nullopt;
  }

  bool set_correlation(const Gate& gate, const PartEvidence& part, PlannedFinding& finding) {
    finding.correlation_from = Origin::given;
    if (const auto spread = of_gate(assumed_.spread, gate.id)) {
      const double value = part.reference ? finding.part.base : finding.part.truth;
      const auto correlation = intracluster_correlation(value, *spread);
      if (!correlation || *correlation > 1) {
        problem("usage-plan-spread", gate.span,
                fmt::format("the {} of gate '{}' cannot differ by that much around {:.4g}",
                            suite_.tasks[gate.task].cluster_kind, gate.id, value),
                "the spread is a standard deviation: --spread " + gate.id + "=4% says 4 points");
        return false;
      }
      finding.part.correlation = *correlation;
    } else if (assumed_.correlation) {
      finding.part.correlation = *assumed_.correlation;
    } else if (part.correlation) {
      finding.part.correlation = *part.correlation;
      finding.correlation_from = Origin::pilot;
    } else {
      finding.part.correlation = planned_intracluster_correlation;
      finding.correlation_from = Origin::convention;
    }
    return true;
  }

  void set_pairing(const PartEvidence& part, PlannedFinding& finding) const {
    finding.pairing_from = assumed_.pairing ? Origin::given
                           : part.pairing   ? Origin::pilot
                                            : Origin::convention;
    finding.part.pairing =
        assumed_.pairing.value_or(part.pairing.value_or(planned_pairing));
  }

  std::optional<PlannedFinding> part_plan(const Gate& gate, PartEvidence part) {
    PlannedFinding finding{};
    set_clusters(gate, part, finding);
    set_units(gate, part, finding);
    if (!check_sizes(gate, part)) return std::nullopt;
    finding.part.level = part.level;
    finding.part.compared = part.compared;
    finding.part.reference = part.reference;
    finding.part.paired = part.paired;
    finding.part.truth = truth_of(gate);
    finding.truth_from = assumed_.truth.contains(gate.id) ? Origin::given : Origin::half_way;
    if (part.reference) {
      const auto base = base_of(gate, part, finding.base_from);
      if (!base) {
        problem("usage-plan-base", gate.span,
                fmt::format("what gate '{}' compares with is not known", gate.id),
                fmt::format("--base {}=8% says what the {} of the reference is", gate.id,
                            gate.metric->title));
        return std::nullopt;
      }
      finding.part.base = *base;
    }
    if (!set_correlation(gate, part, finding)) return std::nullopt;
    set_pairing(part, finding);
    finding.plan = plan_part(gate, finding.part, confidence_);
    if (finding.plan.model == PlanModel::none) {
      problem("usage-plan-truth", gate.span,
              fmt::format("gate '{}' cannot be planned: values outside 0 to 1 are assumed", gate.id),
              fmt::format("--true {}=VALUE says what the tool is, --base what it is compared with",
                          gate.id));
      return std::nullopt;
    }
    return finding;
  }

  std::vector<PlannedFinding> gate(const Gate& gate) {
    std::vector<PlannedFinding> found;
    const auto parts = parts_of(gate);
    if (parts.empty()) check_sizes(gate, {});
    for (const PartEvidence& part : parts)
      if (auto one = part_plan(gate, part)) found.push_back(std::move(*one));
    return found;
  }

  const Suite& suite_;
  const Assumptions& assumed_;
  Evidence evidence_;
  const std::vector<Ledger>& ledgers_;
  Diagnostics& problems_;
  double confidence_;
};

}  // namespace

const char* name(Origin origin) {
  switch (origin) {
    case Origin::given:
      return "given";
    case Origin::pilot:
      return "pilot";
    case Origin::data:
      return "reference data";
    case Origin::half_way:
      return "half-way";
    case Origin::other_gate:
      return "gate on the value";
    case Origin::convention:
      return "convention";
  }
  return "";
}

std::optional<std::vector<GatePlan>> plan_study(const Suite& suite, const Assumptions& assumed,
                                                Evidence evidence,
                                                const std::vector<Ledger>& ledgers,
                                                Diagnostics& problems) {
  const std::size_t before = problems.size();
  auto plans = StudyPlanner(suite, assumed, evidence, ledgers, problems).plan();
  if (problems.size() != before) return std::nullopt;
  return plans;
}

StudyPower study_power(const Suite& suite, const std::vector<GatePlan>& plans) {
  std::vector<double> powers;
  for (const GatePlan& gate : plans)
    for (const PlannedFinding& finding : gate.parts)
      if (suite.gates[gate.gate].must) powers.push_back(finding.plan.power);
  const JointPower joint = joint_power(powers);
  return {static_cast<long>(powers.size()), joint.independent, joint.at_least, joint.at_most};
}

}  // namespace keur
