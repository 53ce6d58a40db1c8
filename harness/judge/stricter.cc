// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/stricter.h"

namespace keur {

std::optional<Ledger> count_stricter(const Task& task, PreparedTask& prepared,
                                     const PassOptions& options, Diagnostics& problems) {
  const auto stricter = task.family->stricter_than(task.settings);
  if (!stricter) return std::nullopt;
  const auto counter = task.family->counter(stricter->settings);
  Ledger ledger(task.groups.size(), task.family->counted(stricter->settings));
  over_cases<std::vector<Entry>>(
      task, prepared, options, problems,
      [&](const Entry& entry, Fields reference, Fields output, std::vector<Entry>& block) {
        block.push_back(entry);
        block.back().counts = counter->count(reference, output);
      },
      [&](const std::vector<Entry>& block) {
        for (const Entry& entry : block) ledger.add(entry);
        return true;
      });
  return ledger;
}

}  // namespace keur
