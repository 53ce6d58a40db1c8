// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/explanation.h"

namespace keur {

std::span<const Explanation> gate_explanations() {
  static constexpr Explanation table[] = {
      {"gate-baseline-with-itself", "The gate compares the baseline condition with itself.",
       "Name another condition as level:."},
      {"gate-condition-reference",
       "Conditions are compared with the baseline of the task and with nothing else.",
       "Delete reference: and group:."},
      {"gate-descriptive-metric",
       "The metric is shown and never judged: a bound on it would say little, or could pass a worse "
       "tool. keur explain METRIC says why.",
       "Judge one of the metrics that the hint names."},
      {"gate-count",
       "The name is that of a count, which grows with the data; two tests of different size could "
       "not be compared, and no limit on it would mean anything.",
       "Judge the rate that divides it by something; the hint lists them."},
      {"gate-few-clusters",
       "These data could never decide the gate: an interval over fewer than 5 clusters is too wide "
       "and itself uncertain.",
       "Collect more, leave the group out with where: or group:, or make the gate severity: should."},
      {"gate-level-without-condition", "The gate names a condition, and the task declares none.",
       "Declare condition: {field, baseline} in cases, or delete level:."},
      {"gate-limit-range", "The limit lies outside the values the metric can take.",
       "Choose a limit inside the range that the message names."},
      {"gate-limit-unit",
       "The unit of the limit does not fit: a difference of two percentages is in points, a plain "
       "limit in percent.",
       "Write 3 points for a difference, 10% for a value, 1.5 for a ratio."},
      {"gate-margin-of-contrast",
       "A margin says how much worse a later run may be, and keur compare judges the gates on a "
       "value by it.",
       "Give the margin to the gate on the value."},
      {"gate-max-min",
       "The largest group value minus the smallest is above zero by chance alone: ten equal groups of "
       "ten speakers at a word error rate of 8 % differ by four points on average, and its bootstrap "
       "interval excludes zero nearly always.",
       "Compare each group with one chosen beforehand, or with the rest."},
      {"gate-no-level", "A gate on conditions does not say which one is compared with the baseline.",
       "Add level: and the condition."},
      {"gate-no-limit", "A gate without a limit decides nothing.",
       "Add at_most, at_least, at_most_ratio or at_least_ratio."},
      {"gate-no-reference",
       "Groups are compared, and the gate does not say with which. Choosing the reference after the "
       "data were seen (the best group, say) makes a difference out of noise.",
       "Add reference: and the group, before the data are seen."},
      {"gate-parity-without-contrast",
       "Parity is of two things (neither much worse than the other), and the gate compares nothing.",
       "Add compare: and reference: of a group, or write at_most."},
      {"gate-ratio-without-contrast", "A ratio needs two things, and the gate compares nothing.",
       "Add compare: condition, or compare: and reference: of a group."},
      {"gate-reference-with-itself", "The reference group is compared with itself.",
       "Name another group, or delete group: to compare all."},
      {"gate-reference-without-compare", "A reference group is named, and nothing is compared.",
       "Add compare: and the group field."},
      {"gate-two-limits", "A gate has one limit; with two its verdict would be about two things.",
       "Write two gates."},
      {"gate-unknown-group", "The task does not declare this group field.",
       "Add it to groups: of the cases, or correct the name."},
      {"gate-unknown-level", "No case has this group or condition, so there would be nothing to judge.",
       "Correct the name; the hint lists those in the data."},
      {"gate-unknown-metric", "The task kind has no metric of this name.",
       "Choose one that the hint names; keur explain METRIC describes it."},
      {"gate-unknown-task", "The suite has no task of this name.", "Correct the name."},
      {"gate-wrong-direction",
       "The limit points the wrong way: the worst tool would pass it.",
       "Write at_most where less is better, at_least where more is."},
  };
  return table;
}

}  // namespace keur
