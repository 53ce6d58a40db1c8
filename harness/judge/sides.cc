// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/sides.h"

#include <algorithm>
#include <map>

#include "harness/judge/measures.h"

namespace keur {
namespace {

using Levels = std::vector<std::pair<std::size_t, int>>;  // group field, level

std::size_t field_number(const Task& task, const std::string& group) {
  std::size_t field = 0;
  while (field < task.groups.size() && task.groups[field].name != group) ++field;
  return field;
}

// Of the cases that `base` takes, its condition left aside.
std::vector<ConditionGap> gaps_in(const Task& task, const Ledger& ledger, const Slice& base) {
  std::vector<ConditionGap> gaps;
  if (!task.condition || task.condition->levels.empty()) return gaps;
  Slice compared = base, reference = base;
  reference.condition = ledger.conditions.find(task.condition->baseline.name);
  const long all = sums(ledger, reference).cases;
  for (const std::string& level : conditions_in_order(task, ledger)) {
    compared.condition = ledger.conditions.find(level);
    const long absent = lacking(ledger, compared, reference);
    if (absent > 0) gaps.push_back({level, all, absent});
  }
  return gaps;
}

class GateSides {
 public:
  GateSides(const Suite& suite, const Gate& gate, const Ledger& ledger)
      : gate_(gate),
        task_(suite.tasks[gate.task]),
        ledger_(ledger),
        base_(slice_of(task_, gate, ledger)) {}

  std::vector<Sides> find() const {
    if (gate_.compare.name.empty())
      return {{"", sums(ledger_, base_), std::nullopt, 0, lacking_here()}};
    if (compares_conditions(task_, gate_)) return conditions();
    return groups();
  }

 private:
  // Of what the gate looks at, conditions pooled or one of them.
  long lacking_here() const {
    long total = 0;
    for (const ConditionGap& gap : gaps_in(task_, ledger_, base_))
      if (gate_.level.name.empty() || gap.condition == gate_.level.name) total += gap.lacking;
    return total;
  }

  std::vector<Sides> conditions() const {
    std::vector<std::string> levels{gate_.level.name};
    if (gate_.every_level) {
      levels = conditions_in_order(task_, ledger_);
      levels.erase(levels.begin());
    }
    Slice reference = base_;
    reference.condition = ledger_.conditions.find(task_.condition->baseline.name);
    std::vector<Sides> all;
    for (const std::string& level : levels) {
      Slice compared = base_;
      compared.condition = ledger_.conditions.find(level);
      PairedSums sides = paired_sums(ledger_, compared, reference);
      const long absent =
          task_.condition->levels.empty() ? 0 : lacking(ledger_, compared, reference);
      all.push_back(
          {level, std::move(sides.compared), std::move(sides.reference), sides.left_out, absent});
    }
    return all;
  }

  // The intersections that cases of the gate belong to, by their names.
  std::map<std::string, Levels> cells() const {
    std::vector<std::size_t> fields;
    for (const Named& group : gate_.compared_groups)
      fields.push_back(field_number(task_, group.name));
    std::map<std::string, Levels> found;
    for (std::size_t row = 0; row < ledger_.rows(); ++row) {
      std::string name;
      Levels levels;
      for (const std::size_t field : fields) {
        const int level = ledger_.group(row, field);
        name += (levels.empty() ? "" : std::string(crossed)) + ledger_.levels(field)[level];
        levels.emplace_back(field, level);
      }
      found.emplace(std::move(name), std::move(levels));
    }
    return found;
  }

  std::vector<Sides> groups() const {
    const auto side = [&](const Levels& levels) {
      Slice slice = base_;
      slice.where.insert(slice.where.end(), levels.begin(), levels.end());
      return sums(ledger_, slice);
    };
    const auto all_cells = cells();
    const auto named = all_cells.find(gate_.reference.name);
    // Without a case of the reference there is nothing to compare with: an empty side.
    const long absent = lacking_here();
    const ClusterSums reference = named != all_cells.end() ? side(named->second) : side({{0, -1}});
    std::vector<Sides> all;
    for (const auto& [name, levels] : all_cells) {
      if (!gate_.against_rest && name == gate_.reference.name) continue;
      if (!gate_.group.name.empty() && name != gate_.group.name) continue;
      Slice rest = base_;
      rest.except = levels;
      all.push_back(
          {name, side(levels), gate_.against_rest ? sums(ledger_, rest) : reference, 0, absent});
    }
    return all;
  }

  const Gate& gate_;
  const Task& task_;
  const Ledger& ledger_;
  Slice base_;
};

}  // namespace

Slice slice_of(const Task& task, const Gate& gate, const Ledger& ledger) {
  Slice slice;
  for (const auto& [field, level] : gate.where) {
    const std::size_t number = field_number(task, field.name);
    slice.where.emplace_back(number, ledger.levels(number).find(level.name));
  }
  if (!gate.level.name.empty()) slice.condition = ledger.conditions.find(gate.level.name);
  return slice;
}

bool compares_conditions(const Task& task, const Gate& gate) {
  return task.condition && gate.compared_groups.empty() &&
         gate.compare.name == task.condition->field.name;
}

std::vector<Sides> sides_of(const Suite& suite, const Gate& gate, const Ledger& ledger) {
  return GateSides(suite, gate, ledger).find();
}

std::vector<ConditionGap> condition_gaps(const Task& task, const Ledger& ledger) {
  return gaps_in(task, ledger, {});
}

}  // namespace keur
