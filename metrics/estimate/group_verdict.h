// SPDX-License-Identifier: Apache-2.0
// Is this group worse off than the reference by more than is tolerable? Only an upper limit below
// the margin says no: that a difference was not found proves nothing, since 10 speakers a group
// whose rates differ by 4 points among themselves show nothing under 5.3 points four times in five.
#pragma once
#include "metrics/estimate/interval.h"

namespace keur {

enum class GroupVerdict {
  no_relevant_disadvantage,  // the interval ends below the margin: the only one that passes
  relevant_bias,             // the interval begins above the margin
  bias_size_uncertain,       // worse off, but by how much the interval leaves open
  inconclusive,
};
const char* name(GroupVerdict verdict);  // relevant_bias

// `difference`: value of the group less that of the reference, of a metric where lower is better,
// and `interval` its two-sided interval (contrast.h). `adjusted_p`: two-sided, adjusted by Holm
// over all groups of the family, against `level`. A limit within 1e-9 of the margin is not beyond
// it.
GroupVerdict group_verdict(double difference, Interval interval, double adjusted_p, double margin,
                           double level = 0.05);

}  // namespace keur
