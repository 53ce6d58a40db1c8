// SPDX-License-Identifier: Apache-2.0
#include "harness/report/predicate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "harness/judge/judge.h"
#include "harness/report/report_json.h"
#include "harness/seal/escape.h"

namespace keur {
namespace {

using Json = nlohmann::json;

Json decimal(std::optional<double> value) {
  return value ? Json(fmt::format("{}", *value)) : Json(nullptr);
}

std::string result_of(const Report& report) {
  if (report.verdict == "pass") return "PASSED";
  return report.verdict == "inconclusive" ? "WARNED" : "FAILED";
}

Json claims(const Report& report) {
  Json all = Json::array();
  for (const GateReport& gate : report.gates)
    for (const Part& part : gate.parts)
      all.push_back({{"gate", gate.id},
                     {"metric", gate.metric},
                     {"quantity", gate.quantity},
                     {"subgroup", part.subject},
                     {"comparator", gate.direction},
                     {"threshold", decimal(gate.limit)},
                     {"observed", decimal(part.measurement.value)},
                     {"ciLow", decimal(part.measurement.lower)},
                     {"ciHigh", decimal(part.measurement.upper)},
                     {"verdict", part.verdict},
                     {"passed", part.verdict == "pass"}});
  return all;
}

Json metrics(const Report& report) {
  Json all = Json::array();
  for (const Measure& measure : report.measures) {
    if (!measure.group.empty()) continue;
    const Measurement& found = measure.measurement;
    all.push_back({{"task", measure.task},
                   {"name", measure.metric},
                   {"condition", measure.condition},
                   {"num", decimal(found.numerator)},
                   {"den", decimal(found.denominator)},
                   {"value", decimal(found.value)},
                   {"ciLow", decimal(found.lower)},
                   {"ciHigh", decimal(found.upper)},
                   {"ciMethod", found.method}});
  }
  return all;
}

Json tools(const Report& report) {
  Json all = Json::array();
  for (const TaskReport& task : report.tasks)
    all.push_back({{"task", task.id},
                   {"name", task.tool_name},
                   {"version", task.tool_version},
                   {"identity", "declared"}});
  return all;
}

Json samples(const Report& report) {
  Json all = Json::array();
  for (const TaskReport& task : report.tasks)
    all.push_back({{"task", task.id},
                   {"expected", task.expected},
                   {"matched", task.matched},
                   {"missing", task.missing.size()},
                   {"errored", task.errored.size()},
                   {"clusters", task.clusters}});
  return all;
}

std::optional<std::string> wrong_value(const Measurement& found, const std::string& where) {
  if (!found.value || found.denominator == 0) return std::nullopt;
  if (std::abs(*found.value - found.numerator / found.denominator) <=
      1e-12 * std::max(1.0, std::abs(*found.value)))
    return std::nullopt;
  return fmt::format("{}: the value is not its numerator over its denominator", where);
}

// The verdict that follows from interval and limit, as far as the report's numbers show it: an
// inconclusive verdict may also have other grounds.
bool follows(const GateReport& gate, const Part& part) {
  const Measurement& found = part.measurement;
  if (part.verdict == "inconclusive") return true;
  if (!found.value) return part.verdict == "not_estimable";
  if (!found.lower && !found.upper) return false;
  Estimate estimate;
  estimate.value = found.value;
  constexpr double infinite = std::numeric_limits<double>::infinity();
  estimate.interval = Interval{found.lower.value_or(-infinite), found.upper.value_or(infinite)};
  if (found.clusters < fewest_clusters) estimate.cautions.push_back(Caution::few_clusters);
  const auto direction = gate.direction == "at_most"    ? Direction::at_most
                         : gate.direction == "at_least" ? Direction::at_least
                                                        : Direction::within;
  const auto quantity = gate.quantity == "ratio"        ? GateQuantity::ratio
                        : gate.quantity == "difference" ? GateQuantity::difference
                                                        : GateQuantity::value;
  return part.verdict ==
         name(judge_estimate(std::move(estimate), acceptable(direction, quantity, gate.limit))
                  .verdict);
}

std::optional<std::string> contradiction_within(const Report& report) {
  for (const Measure& measure : report.measures)
    if (auto wrong = wrong_value(measure.measurement, escape_untrusted(measure.metric)))
      return wrong;
  bool failed = false, open = false, decided = false;
  for (const GateReport& gate : report.gates) {
    const std::string where = fmt::format("gate {}", escape_untrusted(gate.id));
    for (const Part& part : gate.parts) {
      if (auto wrong = wrong_value(part.measurement, where)) return wrong;
      if (!follows(gate, part))
        return fmt::format("{}: the verdict does not follow from interval and limit", where);
      for (const OtherWay& way : part.other_ways)
        if (part.verdict != "inconclusive" && way.verdict != "not_estimable" &&
            way.verdict != part.verdict)
          return fmt::format("{}: the verdict stands although {} gives another", where,
                             escape_untrusted(way.name));
      if (gate.verdict == "pass" && part.verdict != "pass")
        return fmt::format("{}: it passed although a part of it did not", where);
    }
    if (!gate.decides) continue;
    decided = true;
    failed |= gate.verdict == "fail" || gate.verdict == "not_estimable";
    open |= gate.verdict == "inconclusive";
  }
  const std::string follows_overall = failed || !decided ? "fail" : open ? "inconclusive" : "pass";
  if (report.verdict != follows_overall)
    return "the verdict of the run does not follow from its gates";
  return std::nullopt;
}

}  // namespace

nlohmann::json write_predicate(const Report& report, const Occasion& occasion) {
  Json machine = Json::object(), program = Json::object();
  for (const Property& property : occasion.machine) machine[property.name] = property.value;
  for (const Property& property : report.environment) program[property.name] = property.value;
  return {{"reportId", report.report_id},
          {"result", result_of(report)},
          {"timeStarted", occasion.time_started},
          {"timeFinished", occasion.time_finished},
          {"verifier", {{"id", "keur"}, {"version", program}}},
          {"suite",
           {{"name", report.suite_id},
            {"version", report.suite_version},
            {"protocol", report.protocol}}},
          {"burden", report.burden},
          {"ciLevel", decimal(report.confidence)},
          {"seed", report.seed},
          {"claims", claims(report)},
          {"metrics", metrics(report)},
          {"sampleSize", samples(report)},
          {"tool", tools(report)},
          {"assuranceLevel", "self_attested"},
          {"invocation", {{"argv", occasion.argv}}},
          {"environment", machine}};
}

std::optional<std::string> find_contradiction(const nlohmann::ordered_json& predicate,
                                              std::string_view report_bytes) {
  std::string error;
  const auto report = read_json(report_bytes, error);
  if (!report) return "report.json is not a report of this program: " + escape_untrusted(error);
  if (auto within = contradiction_within(*report)) return within;

  const nlohmann::json claimed = predicate;
  const nlohmann::json expected = write_predicate(*report, {});
  for (const auto& [key, value] : expected.items()) {
    // Only the envelope knows the occasion.
    if (key == "timeStarted" || key == "timeFinished" || key == "invocation" ||
        key == "environment")
      continue;
    if (!claimed.contains(key)) return fmt::format("the statement does not say '{}'", key);
    if (claimed.at(key) != value)
      return fmt::format("statement and report.json disagree about '{}'", key);
  }
  return std::nullopt;
}

}  // namespace keur
