// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/estimate.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "metrics/estimate/design_effect.h"
#include "metrics/estimate/jackknife.h"
#include "metrics/estimate/leverage.h"
#include "metrics/estimate/linearise.h"
#include "metrics/estimate/proportion.h"
#include "metrics/estimate/student_t.h"

namespace keur {
namespace {

// Clopper-Pearson on what the units would be worth at the planned correlation inside a cluster. A
// nonnegative metric is treated alike, as events per unit.
void exact_interval(Estimate& result, double design_effect) {
  result.method = Method::exact;
  result.design_effect = design_effect;
  result.effective_size = result.denominator / design_effect;
  result.interval = clopper_pearson(*result.value * *result.effective_size, *result.effective_size,
                                    result.confidence);
}

// An event or more in every unit, in every cluster, where more than one is possible: a tool that
// gave nothing at all has a word error rate of 1 everywhere. How high the rate may be is not to be
// seen; that it is not low is: the lower bound is that of a proportion of 1.
void unbounded_interval(Estimate& result, double design_effect) {
  result.method = Method::exact;
  result.design_effect = design_effect;
  result.effective_size = result.denominator / design_effect;
  const auto every_unit =
      clopper_pearson(*result.effective_size, *result.effective_size, result.confidence);
  result.interval = Interval{every_unit.lower, std::numeric_limits<double>::infinity()};
}

void t_interval(Estimate& result, const Linearised& opened) {
  const Leverage corrected = leverage(opened.denominators);
  std::vector<double> moves = opened.influence;
  for (std::size_t g = 0; g < moves.size(); ++g) moves[g] *= corrected.factors[g];
  const double value = *result.value, standard_error = std::sqrt(sum_of_squares(moves));
  result.uneven = corrected.uneven;
  result.method = result.scale == Scale::log ? Method::log_t : Method::logit_t;
  result.standard_error = standard_error;
  result.scale_error = scale_error(result.scale, value, standard_error);
  result.degrees_of_freedom = corrected.degrees_of_freedom;
  result.interval = symmetric_interval(
      result.scale, value,
      student_t_critical(result.confidence, *result.degrees_of_freedom) * *result.scale_error);
  result.design_effect = observed_design_effect(value, standard_error, result.denominator);
  if (result.design_effect) result.effective_size = result.denominator / *result.design_effect;
}

std::optional<double> largest_share(const std::vector<double>& denominators) {
  double total = 0, largest = 0;
  for (const double denominator : denominators) {
    total += denominator;
    largest = std::max(largest, denominator);
  }
  if (!(total > 0)) return std::nullopt;
  return largest / total;
}

}  // namespace

Estimate estimate(const Metric& metric, const ClusterSums& sums, double confidence) {
  Estimate result;
  result.confidence = confidence;
  result.cases = sums.cases;
  result.scale = metric.range == Range::proportion ? Scale::logit : Scale::log;
  const auto opened = linearise(metric, sums);
  if (!opened) return result;

  result.value = opened->total.value;
  result.numerator = opened->total.numerator;
  result.denominator = opened->total.denominator;
  result.clusters = opened->clusters();
  if (result.clusters < fewest_clusters) result.cautions.push_back(Caution::few_clusters);
  result.largest_share = largest_share(opened->denominators);
  if (result.largest_share && *result.largest_share > largest_fair_share)
    result.cautions.push_back(Caution::dominant_cluster);
  if (result.clusters < 2) return result;

  const bool all_events =
      metric.range == Range::proportion && result.numerator == result.denominator;
  const double planned = planned_design_effect(opened->denominators);
  if (result.numerator == 0 || all_events) {
    exact_interval(result, planned);
    return result;
  }

  const double error = linearised_error(opened->influence);
  if (no_spread(error, *result.value)) {
    result.cautions.push_back(Caution::no_spread);
    if (*result.value < 1)
      exact_interval(result, planned);
    else
      unbounded_interval(result, planned);
    return result;
  }

  const auto second = jackknife(metric, opened->sums);
  if (!second || second->standard_error > largest_jackknife_ratio * error)
    result.cautions.push_back(Caution::unstable_jackknife);
  t_interval(result, *opened);
  return result;
}

bool Estimate::has(Caution caution) const {
  return std::find(cautions.begin(), cautions.end(), caution) != cautions.end();
}

const char* name(Method method) {
  switch (method) {
    case Method::none:
      return "none";
    case Method::log_t:
      return "log-t, cluster-linearised";
    case Method::logit_t:
      return "logit-t, cluster-linearised";
    case Method::linear_t:
      return "t, cluster-linearised";
    case Method::exact:
      return "Clopper-Pearson, planned design effect";
    case Method::mover:
      return "MOVER, from the two intervals";
  }
  return "none";
}

const char* name(Caution caution) {
  switch (caution) {
    case Caution::few_clusters:
      return "few-clusters";
    case Caution::dominant_cluster:
      return "dominant-cluster";
    case Caution::unstable_jackknife:
      return "unstable-jackknife";
    case Caution::no_spread:
      return "no-spread";
  }
  return "";
}

}  // namespace keur
