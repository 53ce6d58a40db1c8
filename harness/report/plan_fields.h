// SPDX-License-Identifier: Apache-2.0
// The members of plan_report.h, as report_fields.h lists those of the report.
#pragma once
#include "harness/report/plan_report.h"
#include "harness/report/report_fields.h"

namespace keur {

constexpr auto members(const PlanPoint*) {
  using M = PlanPoint;
  return std::tuple{Member{"clusters", &M::clusters}, Member{"power", &M::power}};
}

constexpr auto members(const PlanRow*) {
  using M = PlanRow;
  return std::tuple{Member{"task", &M::task},
                    Member{"gate", &M::gate},
                    Member{"title", &M::title},
                    Member{"titel", &M::titel},
                    Member{"level", &M::level},
                    Member{"limit_text", &M::limit_text},
                    Member{"direction", &M::direction},
                    Member{"quantity", &M::quantity},
                    Member{"must", &M::must},
                    Member{"cluster", &M::cluster},
                    Member{"cluster_kind", &M::cluster_kind},
                    Member{"unit", &M::unit},
                    Member{"clusters", &M::clusters},
                    Member{"reference_clusters", &M::reference_clusters},
                    Member{"clusters_from", &M::clusters_from},
                    Member{"units", &M::units},
                    Member{"units_from", &M::units_from},
                    Member{"unevenness", &M::unevenness},
                    Member{"truth", &M::truth},
                    Member{"truth_from", &M::truth_from},
                    Member{"base", &M::base},
                    Member{"base_from", &M::base_from},
                    Member{"correlation", &M::correlation},
                    Member{"correlation_from", &M::correlation_from},
                    Member{"pairing", &M::pairing},
                    Member{"pairing_from", &M::pairing_from},
                    Member{"model", &M::model},
                    Member{"accepted", &M::accepted},
                    Member{"power", &M::power},
                    Member{"needed_80", &M::needed_80},
                    Member{"needed_90", &M::needed_90},
                    Member{"passes_80", &M::passes_80},
                    Member{"passes_90", &M::passes_90},
                    Member{"detectable_80", &M::detectable_80},
                    Member{"detectable_90", &M::detectable_90},
                    Member{"enough_units", &M::enough_units},
                    Member{"fewest", &M::fewest},
                    Member{"curve", &M::curve}};
}

constexpr auto members(const PlanJoint*) {
  using M = PlanJoint;
  return std::tuple{Member{"findings", &M::findings}, Member{"independent", &M::independent},
                    Member{"at_least", &M::at_least}, Member{"at_most", &M::at_most}};
}

constexpr auto members(const PlanSentence*) {
  using M = PlanSentence;
  return std::tuple{Member{"english", &M::english}, Member{"dutch", &M::dutch}};
}

constexpr auto members(const PlanReport*) {
  using M = PlanReport;
  return std::tuple{Member{"schema", &M::schema},
                    Member{"suite_id", &M::suite_id},
                    Member{"suite_version", &M::suite_version},
                    Member{"suite_title", &M::suite_title},
                    Member{"confidence", &M::confidence},
                    Member{"looks", &M::looks},
                    Member{"power_wanted", &M::power_wanted},
                    Member{"rows", &M::rows},
                    Member{"joint", &M::joint},
                    Member{"warnings", &M::warnings},
                    Member{"words", &M::words},
                    Member{"model", &M::model}};
}

static_assert(lists_every_member<PlanPoint>());
static_assert(lists_every_member<PlanRow>());
static_assert(lists_every_member<PlanJoint>());
static_assert(lists_every_member<PlanSentence>());
static_assert(lists_every_member<PlanReport>());

}  // namespace keur
