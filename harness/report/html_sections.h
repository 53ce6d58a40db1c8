// SPDX-License-Identifier: Apache-2.0
// The sections of the HTML page, from top to bottom; each is in the file of its name. A section
// that has nothing to say (no conditions, no groups) is an empty string.
#pragma once
#include <string>
#include <string_view>

#include "harness/report/report.h"

namespace keur {

// A whole page: what stands above the main part, and the main part. `title` is markup without
// elements. Nothing in the page can be made to load or run anything.
std::string html_page(std::string_view title, std::string_view head, std::string_view content);
std::string html_style();                             // the style sheet, both themes and print
std::string html_banner(const Report& report);        // verdict, what was tested, how to verify
std::string html_accounting(const Report& report);    // expected = matched + missing + errored
std::string html_gates(const Report& report);         // the table, one row a gate or comparison
std::string html_gate_reasons(const Report& report);  // why, requirement, reason, numbers behind
std::string html_critical(const Report& report);      // what could harm, by class and one by one
std::string html_accuracy(const Report& report);      // every metric, and the counts
std::string html_bias(const Report& report);          // forest plot by group
std::string html_robustness(const Report& report);    // dose and response by condition
std::string html_errors(const Report& report);        // kinds of errors by group and condition
std::string html_ladder(const Report& report);        // the same under other normalisers
std::string html_confusions(const Report& report);    // which word is taken for which
std::string html_worst_cases(const Report& report);
std::string html_protocol(const Report& report);  // suite, inputs, settings, environment
std::string html_limitations();                   // what this report and a signature prove
std::string html_glossary(const Report& report);

}  // namespace keur
