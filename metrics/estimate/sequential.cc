// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/sequential.h"

#include <algorithm>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numeric>

#include "metrics/estimate/boost_policy.h"

namespace keur {
namespace {

constexpr double closest_looks = 1e-4;
// 20 Gauss-Legendre points over two standard deviations of a normal density leave less than 1e-15.
using Rule = boost::math::quadrature::gauss<double, 20>;
constexpr double panel_in_deviations = 2;
// Beyond this many standard deviations of its own a normal density is less than 1e-32.
constexpr double all_of_it = 12;

double normal_tail(double z) { return boost::math::erfc(z / std::sqrt(2.0), Quiet()) / 2; }
double normal_density(double z) { return std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0)); }

struct Points {
  std::vector<double> at, weight;
};

// From -edge to edge in panels no wider than `panel`.
Points points(double edge, double panel) {
  Points result;
  const int panels = static_cast<int>(std::ceil(2 * edge / panel));
  const double half = edge / panels;
  for (int p = 0; p < panels; ++p) {
    const double centre = -edge + (2 * p + 1) * half;
    for (std::size_t i = 0; i < Rule::abscissa().size(); ++i)
      for (const double side : {-1.0, 1.0}) {
        result.at.push_back(centre + side * half * Rule::abscissa()[i]);
        result.weight.push_back(half * Rule::weights()[i]);
      }
  }
  return result;
}

bool usable(std::span<const double> information) {
  double before = 0;
  for (const double now : information) {
    if (!(now - before >= closest_looks) || !std::isfinite(now)) return false;
    before = now;
  }
  return !information.empty();
}

}  // namespace

std::optional<std::vector<double>> level_spent(std::span<const double> information,
                                               std::span<const double> critical) {
  if (!usable(information) || critical.size() != information.size()) return std::nullopt;
  if (!std::all_of(critical.begin(), critical.end(), [](double z) { return z > 0; }))
    return std::nullopt;

  // The paths inside every boundary so far, as masses at points; all at 0 before the first look.
  Points inside{{0.0}, {1.0}};
  std::vector<double> spent;
  double before = 0;
  for (std::size_t k = 0; k < information.size(); ++k) {
    const double step = std::sqrt(information[k] - before);
    const double edge = critical[k] * std::sqrt(information[k]);
    double crossed = 0;
    for (std::size_t i = 0; i < inside.at.size(); ++i)
      crossed += inside.weight[i] * (normal_tail((edge - inside.at[i]) / step) +
                                     normal_tail((edge + inside.at[i]) / step));
    spent.push_back(crossed);
    if (k + 1 == information.size()) break;

    const double next_step = std::sqrt(information[k + 1] - information[k]);
    Points next = points(std::min(edge, all_of_it * std::sqrt(information[k])),
                         panel_in_deviations * std::min(step, next_step));
    for (std::size_t j = 0; j < next.at.size(); ++j) {
      double density = 0;
      for (std::size_t i = 0; i < inside.at.size(); ++i)
        density += inside.weight[i] * normal_density((next.at[j] - inside.at[i]) / step);
      next.weight[j] *= density / step;
    }
    inside = std::move(next);
    before = information[k];
  }
  return spent;
}

std::optional<std::vector<double>> boundaries(Boundary boundary,
                                              std::span<const double> information, double level) {
  if (!usable(information) || information.back() != 1 || !(level > 0 && level < 1))
    return std::nullopt;
  const auto critical = [&](double constant) {
    std::vector<double> result;
    for (const double share : information)
      result.push_back(boundary == Boundary::pocock ? constant : constant / std::sqrt(share));
    return result;
  };
  const auto total = [&](double constant) {
    const std::vector<double> spent = level_spent(information, critical(constant)).value();
    return std::accumulate(spent.begin(), spent.end(), 0.0);
  };

  // The level falls as the constant rises. Halving is slower than other ways, and ends at the same
  // two neighbouring numbers everywhere.
  double low = 0, high = 40;
  while (true) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high || high - low <= 1e-14 * high) break;
    (total(middle) > level ? low : high) = middle;
  }
  return critical(high);
}

}  // namespace keur
