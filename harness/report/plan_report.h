// SPDX-License-Identifier: Apache-2.0
// A study planned, as the pages of `keur plan` show it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keur {

struct PlanPoint {
  std::int64_t clusters = 0;
  double power = 0;
};

// One finding a gate will have.
struct PlanRow {
  std::string task, gate, title, titel;
  std::string level;  // the group or condition compared; empty: the gate has one finding
  std::string limit_text, direction, quantity;
  bool must = true;
  std::string cluster, cluster_kind;  // speaker, speakers
  std::string unit;                   // of the denominator, singular
  std::int64_t clusters = 0;
  std::optional<std::int64_t> reference_clusters;
  std::string clusters_from;  // given | pilot | reference data
  double units = 0;           // per cluster
  std::string units_from;
  double unevenness = 1;  // 1 + CV^2 of the units per cluster
  double truth = 0;       // assumed
  std::string truth_from;  // given | half-way
  std::optional<double> base;
  std::string base_from;  // given | pilot | gate on the value; empty: nothing is compared
  double correlation = 0;
  std::string correlation_from;  // given | pilot | convention
  std::optional<double> pairing;
  std::string pairing_from;  // the same; empty: not paired
  std::string model;         // bound | equivalence | acceptance
  std::optional<std::int64_t> accepted;
  double power = 0;
  std::optional<std::int64_t> needed_80, needed_90;
  std::optional<double> passes_80, passes_90;
  std::optional<double> detectable_80, detectable_90;
  std::optional<std::int64_t> enough_units;
  std::int64_t fewest = 0;
  std::vector<PlanPoint> curve;
};

// The chance that all that must pass do.
struct PlanJoint {
  std::int64_t findings = 0;
  double independent = 0;  // if they know nothing of each other: the product
  double at_least = 0;     // whatever the dependence (Frechet)
  double at_most = 0;      // that of the weakest
};

struct PlanSentence {
  std::string english, dutch;
};

struct PlanReport {
  std::int64_t schema = 1;
  std::string suite_id, suite_version, suite_title;
  double confidence = 0;  // of each interval
  std::string looks;      // empty: one look
  double power_wanted = 0;
  std::vector<PlanRow> rows;
  PlanJoint joint;
  std::vector<PlanSentence> warnings, words, model;
};

std::string plan_json(const PlanReport& plan);
std::string html_plan(const PlanReport& plan);

// `width` columns; `unicode`: dashes and signs beyond ASCII.
std::string plan_text(const PlanReport& plan, int width, bool unicode);

}  // namespace keur
