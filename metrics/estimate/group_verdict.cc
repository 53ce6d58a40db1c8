// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/group_verdict.h"

namespace keur {
namespace {
// Special functions differ by their last bits between platforms; a verdict must not.
constexpr double guard = 1e-9;
}  // namespace

GroupVerdict group_verdict(double difference, Interval interval, double adjusted_p, double margin,
                           double level) {
  if (interval.upper < margin - guard) return GroupVerdict::no_relevant_disadvantage;
  if (interval.lower > margin + guard) return GroupVerdict::relevant_bias;
  if (difference > 0 && adjusted_p < level - guard) return GroupVerdict::bias_size_uncertain;
  return GroupVerdict::inconclusive;
}

const char* name(GroupVerdict verdict) {
  switch (verdict) {
    case GroupVerdict::no_relevant_disadvantage:
      return "no_relevant_disadvantage";
    case GroupVerdict::relevant_bias:
      return "relevant_bias";
    case GroupVerdict::bias_size_uncertain:
      return "bias_size_uncertain";
    case GroupVerdict::inconclusive:
      return "inconclusive";
  }
  return "inconclusive";
}

}  // namespace keur
