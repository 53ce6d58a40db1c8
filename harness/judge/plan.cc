// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/plan.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "harness/judge/judge.h"
#include "harness/judge/plan_model.h"
#include "metrics/estimate/planning.h"

namespace keur {
namespace {

constexpr long most_clusters = 1'000'000;
constexpr int curve_points = 48, passing_steps = 100;

bool possible(const Gate& gate, const PlannedPart& part) {
  const auto inside = [](double value) { return value > 0 && value < 1; };
  if (part.compared.clusters < 1 || !(part.compared.units > 0)) return false;
  if (!part.reference) return part.truth >= 0 && part.truth <= 1;
  if (part.reference->clusters < 1 || !(part.reference->units > 0) || !inside(part.base))
    return false;
  return inside(gate.quantity == GateQuantity::ratio ? part.base * part.truth
                                                     : part.base + part.truth);
}

class PartPlanner {
 public:
  PartPlanner(const Gate& gate, const PlannedPart& part, double confidence)
      : gate_(gate), part_(part), model_(gate, part, confidence) {}

  PartPlan plan() const {
    PartPlan out;
    out.model = model_.kind();
    out.fewest = model_.fewest();
    out.power = model_.power(part_.truth, part_.compared.clusters);
    out.needed_80 = needed(0.8);
    out.needed_90 = needed(0.9);
    out.passes_80 = passes(0.8);
    out.passes_90 = passes(0.9);
    if (part_.reference) {
      out.detectable_80 = model_.detectable(0.8);
      out.detectable_90 = model_.detectable(0.9);
    }
    out.accepted = model_.accepted(part_.compared.clusters);
    out.enough_units = enough_words_per_speaker(part_.correlation);
    draw_curve(out);
    return out;
  }

 private:
  std::optional<long> needed(double power) const {
    if (model_.kind() == PlanModel::acceptance) return model_.needed_by_acceptance(power);
    const auto suffices = [&](long clusters) {
      return model_.power(part_.truth, clusters) >= power;
    };
    if (!suffices(most_clusters)) return std::nullopt;
    long few = 0, many = std::max(1L, model_.fewest());
    while (!suffices(many)) {
      few = many;
      many = std::min(2 * many, most_clusters);
    }
    while (many - few > 1) {
      const long middle = few + (many - few) / 2;
      (suffices(middle) ? many : few) = middle;
    }
    return many;
  }

  // From the limit, where hardly anything passes, towards the best a tool can be, in steps that are
  // equal on the scale of the gate. Near the best the spread of a rate can outgrow its distance, so
  // the first true value that passes is looked for, then bisected.
  std::optional<double> passes(double power) const {
    const auto suffices = [&](double scaled) {
      return model_.power(from_scale(model_.scale(), scaled), part_.compared.clusters) >= power;
    };
    double bad = to_scale(model_.scale(), gate_.limit);
    const double step = (to_scale(model_.scale(), model_.best()) - bad) / passing_steps;
    int taken = 1;
    while (taken <= passing_steps && !suffices(bad + step)) {
      bad += step;
      ++taken;
    }
    if (taken > passing_steps) return std::nullopt;
    double good = bad + step;
    for (int halving = 0; halving < 50; ++halving) {
      const double middle = bad + (good - bad) / 2;
      (suffices(middle) ? good : bad) = middle;
    }
    return from_scale(model_.scale(), good);
  }

  void draw_curve(PartPlan& out) const {
    const long planned = part_.compared.clusters;
    const long wanted = out.needed_90.value_or(0) + out.needed_90.value_or(0) / 4;
    const long end = std::max({20L, 2 * model_.fewest(), planned + planned / 2, std::min(wanted, 8 * planned)});
    std::set<long> sizes{model_.fewest() - 1, model_.fewest()};  // where it leaves 0
    for (int i = 0; i <= curve_points; ++i) sizes.insert(2 + (end - 2) * i / curve_points);
    for (const long clusters : sizes) out.curve.push_back({clusters, model_.power(part_.truth, clusters)});
  }

  const Gate& gate_;
  const PlannedPart& part_;
  PowerModel model_;
};

}  // namespace

PartPlan plan_part(const Gate& gate, const PlannedPart& part, double confidence) {
  return possible(gate, part) ? PartPlanner(gate, part, confidence).plan() : PartPlan{};
}

double half_way(const Gate& gate) {
  const bool low = gate.direction != Direction::at_least;
  // What must be better than equal has no ideal to be half-way to: as far again beyond the limit.
  if (gate.quantity == GateQuantity::ratio && (low ? gate.limit < 1 : gate.limit > 1))
    return gate.limit * gate.limit;
  if (gate.quantity == GateQuantity::difference && (low ? gate.limit < 0 : gate.limit > 0))
    return 2 * gate.limit;
  if (gate.quantity == GateQuantity::ratio) return std::sqrt(gate.limit);
  if (gate.quantity == GateQuantity::value && gate.direction == Direction::at_least)
    return (1 + gate.limit) / 2;
  return gate.limit / 2;
}

}  // namespace keur
