// SPDX-License-Identifier: Apache-2.0
// What happens when circumstances get harder: the main metric by condition.
#include <fmt/format.h>

#include <cstddef>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"
#include "harness/report/report_view.h"
#include "harness/report/svg_dose.h"

namespace keur {
namespace {

// With more conditions than this, a label holds the limit alone.
constexpr std::size_t roomy = 4;

// The gate on this metric in this condition: on its value, or against the baseline.
const GateReport* gate_on(const Report& report, const TaskReport& task,
                          const std::string& condition) {
  for (const GateReport& gate : report.gates)
    if (gate.task == task.id && gate.metric == task.main_metric && gate.condition == condition &&
        (gate.compare.empty() || gate.compare == task.condition_name))
      return &gate;
  return nullptr;
}

// A limit on a difference or a ratio, in the units of the metric: what the baseline's estimate
// makes of it. The verdict itself rests on the paired comparison, not on this line.
std::optional<double> limit_here(const GateReport& gate, std::optional<double> baseline) {
  if (gate.compare.empty()) return gate.limit;
  if (!baseline) return std::nullopt;
  return gate.quantity == "ratio" ? *baseline * gate.limit : *baseline + gate.limit;
}

Dose dose_of(const Report& report, const TaskReport& task, const std::string& id) {
  Dose dose;
  dose.id = id;
  const MetricNote* note = find_metric(task, task.main_metric);
  dose.title = escape_markup(note ? note->title : task.main_metric) + " by " +
               escape_markup(task.condition_name) + ", with " +
               format_confidence(report.confidence) + " intervals";
  const Measure* at_baseline = overall_measure(report, task, task.main_metric);
  const auto baseline = at_baseline ? at_baseline->measurement.value : std::nullopt;
  for (const std::string& condition : task.conditions) {
    DosePoint point;
    point.label = condition;
    if (const Measure* here = find_measure(report, task, task.main_metric, "", "", condition)) {
      point.measurement = &here->measurement;
      dose.description +=
          fmt::format("{}: {} {}. ", escape_markup(condition), value_text(here->measurement),
                      interval_text(here->measurement));
    }
    if (const GateReport* gate = gate_on(report, task, condition)) {
      point.verdict = gate->verdict;
      point.limit = limit_here(*gate, baseline);
      point.limit_label = typeset(escape_markup(gate->limit_text));
      if (task.conditions.size() <= roomy) point.limit_label.insert(0, "limit \u00B7 grens ");
    }
    dose.points.push_back(point);
  }
  return dose;
}

std::string table_of(const Report& report, const TaskReport& task) {
  const std::string confidence = format_confidence(report.confidence);
  std::string out = begin_table(
      "By condition", heading_cell("Condition", "Conditie") + heading_cell("Metric", "Maat") +
                          heading_cell("Value", "Waarde", true) +
                          heading_cell(confidence + " interval", confidence + "-interval", true) +
                          heading_cell("Clusters", "Clusters", true));
  for (const std::string& condition : task.conditions)
    for (const MetricNote& metric : task.metrics) {
      const Measure* here = find_measure(report, task, metric.id, "", "", condition);
      if (!here) continue;
      const Measurement& m = here->measurement;
      out += "<tr>" + row_heading(escape_markup(condition)) + cell(escape_markup(metric.title)) +
             number_cell(value_text(m)) + number_cell(interval_text(m)) +
             number_cell(fmt::format("{}", m.clusters)) + "</tr>\n";
    }
  return out + end_table();
}

// The slope over the doses of conditions, where the suite gives them.
std::string slope_of(const Report& report, const TaskReport& task) {
  if (!task.dose) return {};
  const DoseReport& dose = *task.dose;
  const std::string unit = dose.unit.empty() ? "units" : escape_markup(dose.unit);
  const std::string eenheid = dose.unit.empty() ? "eenheden" : escape_markup(dose.unit);
  const std::string who = escape_markup(task.cluster_kind);
  Measurement ratio;
  ratio.lower = dose.ratio_lower;
  ratio.upper = dose.ratio_upper;
  const std::string value = format_value(dose.ratio, NumberForm::ratio);
  const auto interval = format_interval(ratio, NumberForm::ratio, "\u2013");
  std::string levels;
  for (const DoseReport::Level& level : dose.levels)
    levels += fmt::format("{}{}: {:g} {}", levels.empty() ? "" : "; ",
                          escape_markup(level.condition), level.dose, escape_markup(dose.unit));
  const std::string of = interval ? fmt::format(" ({} interval {})",
                                                format_confidence(report.confidence), *interval)
                                  : std::string();
  const std::string van = interval ? fmt::format(" ({}-interval {})",
                                                 format_confidence(report.confidence), *interval)
                                   : std::string();
  std::string out = duo(
      fmt::format("With 10 {} less the metric is multiplied by <b>{}</b>{}: one line for each of {} "
                  "{}, and their mean ({}).",
                  unit, value, of, dose.clusters, who, levels),
      fmt::format("Met 10 {} minder wordt de maat vermenigvuldigd met <b>{}</b>{}: een lijn voor elk "
                  "van {} {}, en het gemiddelde daarvan ({}).",
                  eenheid, value, van, dose.clusters, who, levels));
  if (dose.shortened > 0 || dose.left_out > 0)
    out += duo(
        fmt::format("A condition in which one of the {} has no error has no place on a line of "
                    "logarithms. Lines that skip one: {}; {} without a line: {}.",
                    who, dose.shortened, who, dose.left_out),
        fmt::format("Een conditie zonder enige fout van een van de {} heeft geen plaats op een lijn "
                    "van logaritmen. Lijnen die er een overslaan: {}; {} zonder lijn: {}.",
                    who, dose.shortened, who, dose.left_out));
  return out;
}

}  // namespace

std::string html_robustness(const Report& report) {
  std::string body;
  for (std::size_t t = 0; t < report.tasks.size(); ++t) {
    const TaskReport& task = report.tasks[t];
    if (task.conditions.size() < 2) continue;
    const MetricNote* note = find_metric(task, task.main_metric);
    const std::string caption =
        note ? in_two_languages(escape_markup(note->title), escape_markup(note->titel))
             : escape_markup(task.main_metric);
    body += task_heading(report, task) + "<figure><figcaption>" + caption +
            "</figcaption>\n<div class=\"scroll\">" +
            svg_dose(dose_of(report, task, fmt::format("dose-{}", t))) + "</div>\n" +
            data_fold(table_of(report, task)) + "</figure>\n" + slope_of(report, task);
  }
  if (body.empty()) return {};
  return begin_section("robustness", "What if circumstances get harder?",
                       "En als het moeilijker wordt?") +
         body +
         duo("The dashed lines are the limits; one set against the baseline is drawn where the "
             "baseline\u2019s estimate puts it. The verdict compares the same cases in both "
             "conditions, which is sharper than the eye.",
             "De streepjeslijnen zijn de grenzen; een grens ten opzichte van de uitgangssituatie "
             "staat waar de schatting daarvan haar legt. Het oordeel vergelijkt dezelfde gevallen "
             "in "
             "beide condities en is scherper dan het oog.") +
         end_section();
}

}  // namespace keur
