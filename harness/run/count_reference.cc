// SPDX-License-Identifier: Apache-2.0
#include "harness/run/count_reference.h"

#include "harness/run/case_reader.h"
#include "harness/run/prepare.h"
#include "harness/run/text_place.h"

namespace keur {

std::optional<Ledger> count_reference(const Suite& suite, const Task& task, Diagnostics& problems) {
  const std::size_t before = problems.size();
  const auto source =
      open_source(task.cases, task.family->of_recordings,
                  resolve(suite.path, task.cases.file.name), problems);
  if (!source) return std::nullopt;
  Ledger ledger(task.groups.size(), task.family->counted(task.settings));
  const auto counter = task.family->counter(task.settings);
  const FieldTexts nothing(task.family->output_fields.size());
  std::optional<CaseReader> reader;
  RecordStream stream(source->file, *source->format, source->quotes);
  while (auto block = stream.next(problems)) {
    if (!reader) reader = CaseReader::make(task, *source, stream.header(), problems);
    if (!reader || problems.size() - before >= most_problems) return std::nullopt;
    for (const RecordPlace& place : block->records) {
      Entry entry;
      const auto reference = reader->read(block->data(place), place, entry, problems);
      if (!reference) continue;
      if (const auto fault = counter->reference_fault(*reference)) {
        add_text_fault(*source, place, *(*reference)[fault->field], *fault, problems);
        continue;
      }
      entry.status = Status::missing;
      entry.counts = counter->count(*reference, nothing);
      ledger.add(entry);
    }
  }
  if (problems.size() != before) return std::nullopt;
  return ledger;
}

}  // namespace keur
