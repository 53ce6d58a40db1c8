// SPDX-License-Identifier: Apache-2.0
#include "harness/run/find_case.h"

#include <set>

#include "harness/run/case_pass.h"

namespace keur {

std::map<std::string, FoundCase> find_cases(const Task& task, PreparedTask& prepared,
                                            const std::vector<std::string>& ids,
                                            Diagnostics& problems) {
  std::map<std::string, FoundCase> found;
  const std::set<std::string> wanted(ids.begin(), ids.end());
  if (wanted.empty()) return found;
  const auto counter = task.family->counter(task.settings);
  PassOptions options;
  options.wanted = [&](const Entry& entry) { return wanted.count(entry.case_id) > 0; };
  using Found = std::vector<FoundCase>;
  over_cases<Found>(
      task, prepared, options, problems,
      [&](const Entry& entry, Fields reference, Fields output, Found& here) {
        here.push_back({entry, counter->examine(reference, output)});
        here.back().entry.counts = counter->count(reference, output);
      },
      [&](Found here) {
        for (FoundCase& one : here) found.emplace(one.entry.case_id, std::move(one));
        return found.size() < wanted.size();
      });
  return found;
}

}  // namespace keur
