// SPDX-License-Identifier: Apache-2.0
#include "harness/report/page_junit.h"

#include <fmt/format.h>

#include <cstddef>
#include <iterator>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/verdict_words.h"

namespace keur {
namespace {

enum class Outcome { passed, failed, skipped };

Outcome outcome_of(const Report& report, const GateReport& gate) {
  if (gate.verdict == "pass") return Outcome::passed;
  if (!gate.decides) return Outcome::skipped;
  if (gate.verdict == "fail" || report.burden == "tool") return Outcome::failed;
  return Outcome::skipped;
}

// One line per comparison: subject, estimate, interval, verdict, reason.
std::string evidence(const GateReport& gate) {
  const NumberForm form = form_of(gate.quantity);
  std::string lines;
  for (const Part& part : gate.parts) {
    const Measurement& measured = part.measurement;
    const std::string value =
        measured.value ? format_value(*measured.value, form, gate.limit) : "not estimable";
    const auto interval = format_interval(measured, form, "to", gate.limit);
    lines +=
        fmt::format("{}{}{}{}: {}. {}\n", escape_markup(part.subject),
                    part.subject.empty() ? "" : ": ", value, interval ? " (" + *interval + ")" : "",
                    words_of(part.verdict).word, escape_markup(part.reason));
  }
  return lines;
}

}  // namespace

std::string junit_report(const Report& report) {
  const std::string suite = escape_markup(report.suite_id + " " + report.suite_version);
  const std::string class_name = escape_markup(report.suite_id + "." + report.suite_version);
  std::size_t failures = 0, skipped = 0;
  std::string cases;
  for (const GateReport& gate : report.gates) {
    fmt::format_to(std::back_inserter(cases),
                   "    <testcase classname=\"{}\" name=\"{}\" time=\"0.000\"", class_name,
                   escape_markup(gate.id));
    const Outcome outcome = outcome_of(report, gate);
    if (outcome == Outcome::passed) {
      cases += "/>\n";
      continue;
    }
    const std::string message =
        fmt::format("{}: {} {} {}: {}", words_of(gate.verdict).word, escape_markup(gate.title),
                    gate.direction == "at_least" ? "at least"
                    : gate.direction == "within" ? "within"
                                                 : "at most",
                    escape_markup(gate.limit_text), escape_markup(gate.reason));
    if (outcome == Outcome::failed) {
      ++failures;
      fmt::format_to(std::back_inserter(cases),
                     ">\n      <failure message=\"{}\" type=\"{}\">{}</failure>\n    </testcase>\n",
                     message, words_of(gate.verdict).word, evidence(gate));
    } else {
      ++skipped;
      fmt::format_to(std::back_inserter(cases),
                     ">\n      <skipped message=\"{}\"/>\n    </testcase>\n", message);
    }
  }
  const std::string totals =
      fmt::format("tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" time=\"0.000\"",
                  report.gates.size(), failures, skipped);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {0}>\n"
      "  <testsuite name=\"{1}\" {0}>\n{2}  </testsuite>\n</testsuites>\n",
      totals, suite, cases);
}

}  // namespace keur
