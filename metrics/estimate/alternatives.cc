// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/alternatives.h"

#include "metrics/estimate/bootstrap.h"
#include "metrics/estimate/influence.h"
#include "metrics/estimate/linearise.h"
#include "metrics/estimate/student_t.h"

namespace keur {
namespace {

using Way = std::optional<Influences> (*)(const Metric&, const ClusterSums&);

bool inside(Scale scale, double value) {
  return scale == Scale::linear || (value > 0 && (scale == Scale::log || value < 1));
}

Alternative of_value(std::string_view name, const std::optional<Influences>& found, Scale scale,
                     double confidence) {
  if (!found) return {name, std::nullopt, std::nullopt};
  Alternative result{name, found->value, std::nullopt};
  const double error = found->error();
  if (found->clusters.size() < 2 || !inside(scale, found->value) || no_spread(error, found->value))
    return result;
  result.interval = symmetric_interval(scale, found->value,
                                       student_t_critical(confidence, found->degrees_of_freedom) *
                                           scale_error(scale, found->value, error));
  return result;
}

Alternative of_contrast(std::string_view name, const std::optional<Influences>& compared,
                        const std::optional<Influences>& reference, Scale scale,
                        double confidence) {
  if (!compared || !reference || !inside(scale, compared->value) ||
      !inside(scale, reference->value))
    return {name, std::nullopt, std::nullopt};
  const Influences a = compared->on(scale), b = reference->on(scale);
  Alternative result{name, from_scale(scale, a.value - b.value), std::nullopt};
  if (a.clusters.size() < 2 || b.clusters.size() < 2) return result;
  const Spread spread = spread_of_difference(a, b);
  const double size = scale == Scale::log ? 1 : std::max(compared->value, reference->value);
  if (no_spread(spread.error, size)) return result;
  result.interval =
      symmetric_interval(scale, *result.value,
                         student_t_critical(confidence, spread.degrees_of_freedom) * spread.error);
  return result;
}

}  // namespace

std::vector<Alternative> alternatives(const Metric& metric, const ClusterSums& sums,
                                      double confidence, const Resampling& sampling) {
  const Scale scale = metric.range == Range::proportion ? Scale::logit : Scale::log;
  const Metric* const one[] = {&metric};
  std::optional<Interval> resampled;
  const auto value = sums.sums.rows() > 0 ? metric.value(sums.total()) : std::nullopt;
  if (value)
    resampled = percentile_interval(bootstrap(one, sums, sampling).front(), confidence);
  return {of_value("jackknife", jackknife_influences(metric, sums), scale, confidence),
          {"bootstrap", value, resampled},
          of_value("macro-mean", macro_influences(metric, sums), scale, confidence)};
}

std::vector<Alternative> alternatives(const Metric& metric, const ClusterSums& compared,
                                      const ClusterSums& reference, Scale scale, double confidence,
                                      const Resampling& sampling) {
  const auto with = [&](std::string_view name, Way way) {
    return of_contrast(name, way(metric, compared), way(metric, reference), scale, confidence);
  };
  Alternative resampled = with("bootstrap", linear_influences);
  resampled.interval.reset();
  if (resampled.value)
    resampled.interval = percentile_interval(
        bootstrap_contrast(metric, compared, reference, scale, sampling), confidence);
  return {with("jackknife", jackknife_influences), resampled,
          with("macro-mean", macro_influences)};
}

}  // namespace keur
