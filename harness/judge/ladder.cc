// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/ladder.h"

#include <memory>

#include "harness/judge/slice.h"

namespace keur {
namespace {

struct Way {
  Settings settings;
  std::unique_ptr<Counter> counter;
  Ledger ledger;
};

std::vector<Way> ways_of(const Task& task) {
  std::vector<Way> ways;
  for (const Choice& choice : task.family->choices) {
    if (task.family->ladder.empty() || choice.key != task.family->ladder) continue;
    for (const std::string_view value : choice.values) {
      Settings settings = task.settings;
      settings.terms = {};
      settings.choices.insert_or_assign(std::string(choice.key), std::string(value));
      auto counter = task.family->counter(settings);
      const std::size_t columns = task.family->counted(settings);
      ways.push_back({std::move(settings), std::move(counter), Ledger(0, columns)});
    }
  }
  return ways;
}

// What is said of this value alone: other settings have their warnings where they are judged.
std::vector<std::string> warnings_of(const Task& task, std::string_view value) {
  Settings alone;
  for (const Choice& choice : task.family->choices)
    if (choice.key == task.family->ladder)
      alone.choices.emplace(choice.key, value);
    else if (!choice.silent)
      alone.choices.emplace(choice.key, choice.values.front());
  return task.family->warnings(alone);
}

struct Counted {
  std::string cluster;
  std::vector<Row> rows;  // one a way
};

}  // namespace

std::vector<LadderRung> climb_ladder(const Task& task, PreparedTask& prepared, double confidence,
                                     PassOptions options, Diagnostics& problems) {
  std::vector<Way> ways = ways_of(task);
  if (ways.empty()) return {};
  if (task.condition)
    options.wanted = [&task](const Entry& entry) {
      return entry.condition == task.condition->baseline.name;
    };
  over_cases<std::vector<Counted>>(
      task, prepared, options, problems,
      [&](const Entry& entry, Fields reference, Fields output, std::vector<Counted>& block) {
        Counted& counted = block.emplace_back();
        counted.cluster = entry.cluster;
        for (const Way& way : ways) counted.rows.push_back(way.counter->count(reference, output));
      },
      [&](const std::vector<Counted>& block) {
        Entry entry;
        for (const Counted& counted : block) {
          entry.cluster = counted.cluster;
          for (std::size_t i = 0; i < ways.size(); ++i) {
            entry.counts = counted.rows[i];
            ways[i].ledger.add(entry);
          }
        }
        return true;
      });
  std::vector<LadderRung> rungs;
  for (const Way& way : ways) {
    LadderRung& rung = rungs.emplace_back();
    rung.value = way.settings.choice(task.family->ladder);
    rung.chosen = rung.value == task.settings.choice(task.family->ladder);
    rung.warnings = warnings_of(task, rung.value);
    const ClusterSums totals = sums(way.ledger, {});
    for (const std::string_view id : task.family->ladder_metrics)
      rung.estimates.push_back(estimate(*task.family->metric(id), totals, confidence));
  }
  return rungs;
}

}  // namespace keur
