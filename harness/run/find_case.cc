// SPDX-License-Identifier: Apache-2.0
#include "harness/run/find_case.h"

#include <set>

#include "harness/run/case_reader.h"

namespace keur {

std::map<std::string, FoundCase> find_cases(const Task& task, PreparedTask& prepared,
                                            const std::vector<std::string>& ids,
                                            Diagnostics& problems) {
  std::map<std::string, FoundCase> found;
  std::set<std::string> wanted(ids.begin(), ids.end());
  RecordStream stream(prepared.cases.file, *prepared.cases.format, prepared.cases.quotes);
  auto outputs = OutputReader::make(task, prepared.outputs, prepared.index.header(), problems);
  std::optional<CaseReader> cases;
  const auto counter = task.family->counter(task.settings);
  while (outputs && !wanted.empty()) {
    auto block = stream.next(problems);
    if (!block) break;
    if (!cases) cases = CaseReader::make(task, prepared.cases, stream.header(), problems);
    if (!cases) break;
    for (const RecordPlace& place : block->records) {
      FoundCase candidate;
      const auto* reference = cases->read(block->data(place), place, candidate.entry, problems);
      if (!reference || wanted.erase(candidate.entry.case_id) == 0) continue;
      const auto output = outputs->find(prepared.index, candidate.entry.case_id);
      const auto* given = outputs->read(output.has_value(), candidate.entry, problems);
      if (!given) continue;
      candidate.entry.counts = counter->count(*reference, *given);
      candidate.comparison = counter->compare(*reference, *given);
      candidate.findings = counter->findings(*reference, *given);
      found.emplace(candidate.entry.case_id, std::move(candidate));
    }
  }
  return found;
}

}  // namespace keur
