// SPDX-License-Identifier: Apache-2.0
// How far groups lie apart, in the words of the fairness literature. For description only: the gap
// between the best and the worst group is positive where there is no difference at all. In
// simulated data without any, 10 speakers a group and an error rate of 8 %, it was 1.6 points
// between 2 groups on average, 2.8 between 4 and 4.2 between 10, and from 4 groups on a bootstrap
// interval of it excluded half a point nearly every time. Whether a group is worse off is asked of
// that group against a reference named beforehand (contrast.h, group_verdict.h).
#pragma once
#include <optional>
#include <span>
#include <vector>

namespace keur {

struct GroupGap {
  std::vector<std::size_t> not_estimable;  // groups without a value: never left out in silence
  std::optional<std::size_t> best, worst;  // lowest and highest value, the first of equals
  std::optional<double> difference;        // highest - lowest
  std::optional<double> ratio;             // highest / lowest; nullopt where the lowest is 0
  std::optional<double> to_overall;        // the largest |value - overall|
  double standard_deviation = 0;           // between the groups, dividing by their number
};

// One value per group (nullopt: undefined in it) and the value over all of them. With fewer than
// two values everything about gaps is nullopt. Bird et al. (2020), Microsoft MSR-TR-2020-32
// (fairlearn): `between_groups` and `to_overall`; its ratio is the inverse of the one here.
GroupGap group_gap(std::span<const std::optional<double>> values, std::optional<double> overall);

// Demographic parity compares selection rates, equal opportunity true-positive rates, and equalised
// odds takes the larger gap of true-positive and false-positive rates (Hardt, Price and Srebro
// 2016, NeurIPS), each of them a metric over column sums and a gap of its own. nullopt where either
// is: a group without positives cannot look fair.
std::optional<double> equalised_odds_difference(const GroupGap& true_positive_rate,
                                                const GroupGap& false_positive_rate);

}  // namespace keur
