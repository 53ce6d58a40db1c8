// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/sensitivity.h"

#include "metrics/estimate/jackknife.h"
#include "metrics/estimate/linearise.h"
#include "metrics/estimate/student_t.h"

namespace keur {

Sensitivity sensitivity(const Metric& metric, const ClusterSums& sums, const Replicates& replicates,
                        double confidence) {
  Sensitivity result;
  result.replicates = replicates.defined() + replicates.undefined;
  result.undefined = replicates.undefined;
  const auto opened = linearise(metric, sums);
  if (!opened) return result;
  const double value = opened->total.value;

  result.bootstrap_error = standard_deviation(replicates);
  result.percentile = percentile_interval(replicates, confidence);
  result.basic = basic_interval(replicates, value, confidence);

  const double error = linearised_error(opened->influence);
  if (opened->clusters() < 2 || no_spread(error, value)) return result;
  const double t = student_t_critical(confidence, opened->clusters() - 1);
  result.linear_t = symmetric_interval(Scale::linear, value, t * error);
  if (const auto without_each = jackknife(metric, opened->sums)) {
    result.jackknife_t = symmetric_interval(Scale::linear, value, t * without_each->standard_error);
    if (const auto bca = bca_interval(replicates, value, without_each->values, confidence))
      result.bca = bca->interval;
  }
  return result;
}

}  // namespace keur
