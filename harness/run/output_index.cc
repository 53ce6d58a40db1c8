// SPDX-License-Identifier: Apache-2.0
#include "harness/run/output_index.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/run/natural_order.h"

#include "harness/data/recordings.h"

namespace keur {

std::optional<Source> open_source(const Table& table, bool recordings, const std::string& path,
                                  Diagnostics& problems) {
  const Format* format =
      recordings ? find_recording_format(table.format, path) : find_format(table.format, path);
  if (!format) {
    const Span named = table.file.span.file.empty() ? Span{path, 0, 0, 0} : table.file.span;
    problems.push_back({"data-unknown-format", Severity::error, named,
                        fmt::format("the ending of '{}' names no format{}", path,
                                    recordings ? " of recordings" : ""),
                        "",
                        recordings
                            ? "add format: seglst, stm, rttm ... (suites/README.md lists them)"
                            : "add format: jsonl, csv, stm ... (suites/README.md lists them)"});
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

// The id of one record, in any order.
class OutputIndex::IdReader {
 public:
  // The header was read without a fault before.
  IdReader(const OutputIndex& index, const Source& source)
      : index_(index), source_(source), fetcher_(source.file) {
    std::optional<Fault> fault;
    parser_ = source.format->parser({&index.id_field_, 1}, index.header_, source.quotes, fault);
  }
  // Empty when the record cannot be read: the file changed.
  std::string_view read(Number number) {
    const RecordPlace place = index_.places_[number];
    FieldValue id;
    if (parser_->parse(fetcher_.fetch(place), place.length, {&id, 1})) return {};
    return case_id(id.text, source_.id_is_path);
  }

 private:
  const OutputIndex& index_;
  const Source& source_;
  RecordFetcher fetcher_;
  std::unique_ptr<RecordParser> parser_;
};

OutputIndex::OutputIndex(const Source& source, const std::string& id_field, Diagnostics& problems,
                         const std::function<void(std::string_view)>& seen)
    : id_field_(id_field) {
  const std::size_t before = problems.size();
  RecordStream stream(source.file, *source.format, source.quotes);
  stream.seen = seen;
  std::unique_ptr<RecordParser> parser;
  std::unique_ptr<IdReader> earlier;  // there once the ids are not in ascending order
  FieldValue id;
  std::string last;
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
    if (places_.size() == 0 && !block->records.empty()) {
      // Room for all, should they be as long as the first ones.
      const std::size_t expected =
          source.file.size() / (block->bytes.size() / block->records.size() + 1) * 17 / 16;
      places_.reserve(expected);
      tags_.reserve(expected);
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
      const std::uint32_t tag = tag_of(name);
      if (ascending_ && places_.size() > 0 && !naturally_before(last, name)) {
        ascending_ = false;
        group_ids_ = {};
        earlier = std::make_unique<IdReader>(*this, source);
        build_table();
      }
      if (!ascending_) {
        const auto given =
            look_up(tag, [&](Number number) { return earlier->read(number) == name; });
        if (given) {
          add_fault(source, record,
                    {"data-duplicate-output", fmt::format("case '{}' has an output already", name),
                     fmt::format("first given on line {}; keep the one that is to be judged",
                                 places_[*given].line),
                     0, 0},
                    problems);
          continue;
        }
        if (3 * (places_.size() + 1) > 2 * table_.slots.size()) build_table();
        table_.put(tag, static_cast<Number>(places_.size()));
      } else {
        if (places_.size() % CompactPlaces::each == 0) group_ids_.push_back(name);
        last = name;
      }
      places_.push_back(record);
      tags_.push_back(tag);
    }
  }
  case_lines_.resize(places_.size(), 0);
  if (!any && problems.size() == before)
    problems.push_back({"data-empty",
                        Severity::error,
                        {source.file.path(), 0, 0, 0},
                        "the file holds no record",
                        "",
                        "was the export finished?"});
}

// As large as the room for tags asks: that is a good guess of how many there will be.
void OutputIndex::build_table() {
  table_.slots.assign(64 + std::max(tags_.capacity(), tags_.size() + 1) / 2 * 3, 0);
  for (std::size_t number = 0; number < tags_.size(); ++number)
    table_.put(tags_[number], static_cast<Number>(number));
}

std::pair<OutputIndex::Number, OutputIndex::Number> OutputIndex::group_of(
    std::string_view id) const {
  std::size_t low = 0, high = group_ids_.size();  // groups before `low` do not begin behind id
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (naturally_before(id, group_ids_[middle]))
      high = middle;
    else
      low = middle + 1;
  }
  if (low == 0) return {0, 0};
  const std::size_t begin = (low - 1) * CompactPlaces::each;
  return {static_cast<Number>(begin),
          static_cast<Number>(std::min(begin + CompactPlaces::each, places_.size()))};
}

std::vector<std::pair<std::string, RecordPlace>> OutputIndex::unused(const Source& source) const {
  std::vector<std::pair<std::string, RecordPlace>> all;
  std::unique_ptr<IdReader> reader;
  for (std::size_t number = 0; number < places_.size() && all.size() < most_problems; ++number) {
    if (case_lines_[number] != 0) continue;
    if (!reader) reader = std::make_unique<IdReader>(*this, source);
    all.emplace_back(std::string(reader->read(static_cast<Number>(number))), places_[number]);
  }
  return all;
}

}  // namespace keur
