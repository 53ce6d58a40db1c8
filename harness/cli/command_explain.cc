// SPDX-License-Identifier: Apache-2.0
// keur explain: what a metric is made of, and what a code of a diagnostic means. Formulas are asked
// of the metric itself, so they cannot differ from what is computed.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "harness/cli/exit_code.h"
#include "harness/cli/explanation.h"
#include "harness/cli/options.h"
#include "harness/report/text_layout.h"
#include "harness/seal/escape.h"
#include "harness/suite/spelling.h"
#include "metrics/core/family.h"

namespace keur {
namespace {

// The two sums a metric divides, read off its answers; nullopt where one of them is no plain
// weighted sum of columns.
struct Quotient {
  std::string numerator, denominator;
};

// How often each column is in `part` of the value. Sums of 100 each are far from every edge, and
// two steps of one tell a weight from anything curved.
std::optional<std::string> weighted_sum(const Family& family, const Metric& metric,
                                        double Evaluation::*part) {
  const auto columns = static_cast<Eigen::Index>(family.columns.size());
  const Row base = Row::Constant(columns, 100);
  const auto at = [&](const Row& sums) -> std::optional<double> {
    const auto evaluated = metric.evaluate(sums);
    if (!evaluated) return std::nullopt;
    return (*evaluated).*part;
  };
  const auto start = at(base);
  if (!start) return std::nullopt;
  std::string text;
  double explained = 0;
  for (Eigen::Index i = 0; i < columns; ++i) {
    Row one = base, two = base;
    one[i] += 1;
    two[i] += 2;
    const auto first = at(one), second = at(two);
    // A condition on the sums (every output has times) is no part of them.
    if (!first && !second) continue;
    if (!first || !second) return std::nullopt;
    const double weight = *first - *start;
    if (std::abs(*second - *first - weight) > 1e-9) return std::nullopt;
    if (std::abs(weight) < 1e-9) continue;
    explained += weight * base[i];
    text += text.empty() ? (weight < 0 ? "-" : "") : (weight < 0 ? " - " : " + ");
    const double size = std::abs(weight);
    if (std::abs(size - 1) > 1e-9) text += fmt::format("{:.6g} x ", size);
    text += family.columns[static_cast<std::size_t>(i)].id;
  }
  if (std::abs(explained - *start) > 1e-6 || text.empty()) return std::nullopt;
  return text;
}

std::optional<Quotient> quotient(const Family& family, const Metric& metric) {
  const auto numerator = weighted_sum(family, metric, &Evaluation::numerator);
  const auto denominator = weighted_sum(family, metric, &Evaluation::denominator);
  if (!numerator || !denominator) return std::nullopt;
  return Quotient{*numerator, *denominator};
}

std::string ideal(const Metric& metric) {
  const bool lower = metric.better == Better::lower;
  return fmt::format("{}; the ideal is {}{}", lower ? "less is better" : "more is better",
                     lower ? "0" : "1",
                     metric.range == Range::proportion ? ", between 0 and 1" : ", from 0 up");
}

void add_line(std::string& text, std::string_view label, std::string_view words, int width) {
  constexpr int indent = 13;
  const auto lines = wrap(words, std::max(width - indent, 30));
  for (std::size_t i = 0; i < lines.size(); ++i)
    text += fmt::format("  {}{}\n", pad_right(i == 0 ? label : "", indent - 2), lines[i]);
}

std::string describe(const Family& family, const Metric& metric, int width) {
  std::string text = fmt::format("{}: {} ({})\n", metric.id, metric.title, family.kind);
  const auto line = [&](std::string_view label, std::string_view words) {
    add_line(text, label, words, width);
  };
  line("means", metric.meaning);
  line("Nederlands", fmt::format("{}: {}", metric.titel, metric.betekenis));
  if (const auto sums = quotient(family, metric)) {
    line("counts", sums->numerator);
    line("over", sums->denominator);
  } else {
    line("counts", "a function of the column sums that is no single quotient");
  }
  line("value", ideal(metric));
  const Row nothing = Row::Zero(static_cast<Eigen::Index>(family.columns.size()));
  if (!metric.evaluate(nothing))
    line("undefined", fmt::format("where there is no {}: not estimable, never 0", metric.unit));
  line("interval", metric.range == Range::proportion
                       ? "over clusters on the logit scale, t distribution; exact bounds where "
                         "nothing or everything happened"
                       : "over clusters on the log scale, t distribution; exact bounds where "
                         "nothing happened");
  line("judged",
       metric.descriptive ? "never: descriptive, no gate may use it" : "yes: a gate may limit it");
  if (!metric.needs.empty()) line("needs", fmt::format("{}: in the task", metric.needs));
  line("source", metric.source.empty() ? "defined by keur" : metric.source);
  return text;
}

std::string describe(const Explanation& code, int width) {
  std::string text = fmt::format("{}\n", code.code);
  add_line(text, "means", code.meaning, width);
  add_line(text, "way out", code.way_out, width);
  return text;
}

int explain(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  Options options(self, {"METRIC|CODE"});
  int exit_code = exit_passed;
  const auto values = options.parse(console, arguments, exit_code);
  if (!values) return exit_code;
  const std::string asked = (*values)["METRIC|CODE"].as<std::string>();

  std::vector<std::string> known;
  std::string text;
  for (const Family* family : all_families())
    for (const Metric& metric : family->metrics) {
      known.emplace_back(metric.id);
      if (metric.id == asked) text += describe(*family, metric, console.out.width);
    }
  for (const auto& table : {suite_explanations(), gate_explanations(), data_explanations()})
    for (const Explanation& code : table) {
      known.emplace_back(code.code);
      if (code.code == asked) text += describe(code, console.out.width);
    }
  if (!text.empty()) {
    write_out(console.out, text);
    return exit_passed;
  }
  const std::string meant = nearest(asked, known);
  return usage_error(
      console, fmt::format("'{}' is neither a metric nor a code", escape_untrusted(asked)),
      meant.empty() ? "a report's glossary lists its metrics; a code stands in [brackets] "
                      "behind a message"
                    : fmt::format("did you mean {}?", meant));
}

}  // namespace

const Command& command_explain();
const Command& command_explain() {
  static const Command command{
      "explain", "say what a metric counts, or what a code means", "keur explain METRIC|CODE",
      "  keur explain wer\n  keur explain suite-bare-percentage\n", explain};
  return command;
}

}  // namespace keur
