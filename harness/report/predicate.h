// SPDX-License-Identifier: Apache-2.0
// What the signed statement claims, in the member names of in-toto's test-result and the proposed
// eval-result predicates: the report's findings, and the occasion they were found on. Fractions are
// decimal strings, so that no two readers round them differently.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/report/report.h"

namespace keur {

// When, how and where; the only facts that are not in the report.
struct Occasion {
  std::string time_started, time_finished;  // RFC 3339, Z
  std::vector<std::string> argv;
  std::vector<Property> machine;  // os, kernel, architecture, threads
};

nlohmann::json write_predicate(const Report& report, const Occasion& occasion);

// A sentence about where a signed predicate and the bytes of report.json disagree, or where the
// report contradicts itself: a value that is not its numerator over its denominator, a verdict that
// does not follow from interval and limit. nullopt when all is consistent. Safe to print.
std::optional<std::string> find_contradiction(const nlohmann::ordered_json& predicate,
                                              std::string_view report_bytes);

}  // namespace keur
