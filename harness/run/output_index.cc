// SPDX-License-Identifier: Apache-2.0
#include "harness/run/output_index.h"

#include <fmt/format.h>

#include <algorithm>

namespace keur {

std::optional<Source> open_source(const Table& table, const std::string& path,
                                  Diagnostics& problems) {
  const Format* format = find_format(table.format, path);
  if (!format) {
    const Span named = table.file.span.file.empty() ? Span{path, 0, 0, 0} : table.file.span;
    problems.push_back({"data-unknown-format", Severity::error, named,
                        fmt::format("the ending of '{}' names no format", path), "",
                        "add format: jsonl, csv or tsv"});
    return std::nullopt;
  }
  auto file = InputFile::open(path, table.file.span, problems);
  if (!file) return std::nullopt;
  if (file->size() == 0) {
    problems.push_back({"data-empty",
                        Severity::error,
                        {path, 0, 0, 0},
                        "the file is empty",
                        "",
                        "was the export finished?"});
    return std::nullopt;
  }
  return Source{std::move(*file), format, table.quotes, table.id_is_path};
}

std::string_view case_id(std::string_view written, bool is_path) {
  if (!is_path) return written;
  const std::size_t folder = written.find_last_of("/\\");
  if (folder != std::string_view::npos) written.remove_prefix(folder + 1);
  const std::size_t ending = written.find_last_of('.');
  if (ending != std::string_view::npos && ending > 0) written = written.substr(0, ending);
  return written;
}

void add_fault(const Source& source, const RecordPlace& record, const Fault& fault,
               Diagnostics& problems) {
  problems.push_back(
      {fault.code,
       Severity::error,
       {source.file.path(), record.line + fault.line, fault.column, fault.column ? 1U : 0U},
       fault.message,
       "",
       fault.hint});
}

OutputIndex::OutputIndex(const Source& source, const std::string& id_field, Diagnostics& problems,
                         const std::function<void(std::string_view)>& seen) {
  const std::size_t before = problems.size();
  RecordStream stream(source.file, *source.format, source.quotes);
  stream.seen = seen;
  std::unique_ptr<RecordParser> parser;
  FieldValue id;
  bool any = false;
  while (auto block = stream.next(problems)) {
    if (!parser) {
      header_ = stream.header();
      std::optional<Fault> fault;
      parser = source.format->parser({&id_field, 1}, header_, source.quotes, fault);
      if (!parser) {
        add_fault(source, {0, 0, 1}, *fault, problems);
        return;
      }
    }
    for (const RecordPlace& record : block->records) {
      if (problems.size() - before >= most_problems) return;
      any = true;
      if (const auto fault = parser->parse(block->data(record), record.length, {&id, 1})) {
        add_fault(source, record, *fault, problems);
        continue;
      }
      const std::string_view name = case_id(id.text, source.id_is_path);
      if (id.state != FieldValue::State::text || name.empty()) {
        add_fault(source, record,
                  {"data-missing-field", fmt::format("this record has no '{}'", id_field),
                   "every output names the case it belongs to", 0, 0},
                  problems);
        continue;
      }
      const auto [number, added] = ids_.add(name);
      if (added) outputs_.push_back({record, false});
      if (!added)
        add_fault(source, record,
                  {"data-duplicate-output", fmt::format("case '{}' has an output already", name),
                   fmt::format("first given on line {}; keep the one that is to be judged",
                               outputs_[number].place.line),
                   0, 0},
                  problems);
    }
  }
  if (!any && problems.size() == before)
    problems.push_back({"data-empty",
                        Severity::error,
                        {source.file.path(), 0, 0, 0},
                        "the file holds no record",
                        "",
                        "was the export finished?"});
}

OutputIndex::Output* OutputIndex::find(std::string_view id) {
  const auto number = ids_.find(id);
  return number ? &outputs_[*number] : nullptr;
}

std::vector<std::pair<std::string, RecordPlace>> OutputIndex::unused() const {
  std::vector<std::pair<std::string, RecordPlace>> all;
  for (std::size_t number = 0; number < outputs_.size(); ++number)
    if (!outputs_[number].used) all.emplace_back(std::string(ids_[number]), outputs_[number].place);
  return all;
}

}  // namespace keur
