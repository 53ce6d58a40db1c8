// SPDX-License-Identifier: Apache-2.0
// The members of change_report.h, as report_fields.h lists those of the report.
#pragma once
#include "harness/report/change_report.h"
#include "harness/report/report_fields.h"

namespace keur {

constexpr auto members(const ChangeRow*) {
  using M = ChangeRow;
  return std::tuple{Member{"task", &M::task},
                    Member{"metric", &M::metric},
                    Member{"title", &M::title},
                    Member{"titel", &M::titel},
                    Member{"gate", &M::gate},
                    Member{"condition", &M::condition},
                    Member{"better", &M::better},
                    Member{"base", &M::base},
                    Member{"new", &M::fresh},
                    Member{"difference", &M::difference},
                    Member{"margin_text", &M::margin_text},
                    Member{"verdict", &M::verdict},
                    Member{"reason", &M::reason},
                    Member{"reden", &M::reden}};
}

constexpr auto members(const FlippedCase*) {
  using M = FlippedCase;
  return std::tuple{Member{"task", &M::task},           Member{"id", &M::id},
                    Member{"cluster", &M::cluster},     Member{"condition", &M::condition},
                    Member{"base", &M::base},           Member{"new", &M::fresh}};
}

constexpr auto members(const RunSide*) {
  using M = RunSide;
  return std::tuple{Member{"report_id", &M::report_id}, Member{"verdict", &M::verdict},
                    Member{"signer", &M::signer}, Member{"tools", &M::tools},
                    Member{"outputs", &M::outputs}};
}

constexpr auto members(const ChangeReport*) {
  using M = ChangeReport;
  return std::tuple{Member{"schema", &M::schema},
                    Member{"suite_id", &M::suite_id},
                    Member{"suite_version", &M::suite_version},
                    Member{"suite_title", &M::suite_title},
                    Member{"protocol", &M::protocol},
                    Member{"confidence", &M::confidence},
                    Member{"base", &M::base},
                    Member{"new", &M::fresh},
                    Member{"gates", &M::gates},
                    Member{"metrics", &M::metrics},
                    Member{"newly_wrong", &M::newly_wrong},
                    Member{"newly_right", &M::newly_right},
                    Member{"newly_wrong_cases", &M::newly_wrong_cases},
                    Member{"newly_right_cases", &M::newly_right_cases},
                    Member{"cluster_kind", &M::cluster_kind},
                    Member{"verdict", &M::verdict},
                    Member{"exit_code", &M::exit_code},
                    Member{"sentence", &M::sentence},
                    Member{"zin", &M::zin}};
}

static_assert(lists_every_member<ChangeRow>());
static_assert(lists_every_member<FlippedCase>());
static_assert(lists_every_member<RunSide>());
static_assert(lists_every_member<ChangeReport>());

}  // namespace keur
