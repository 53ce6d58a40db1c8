// SPDX-License-Identifier: Apache-2.0
#include "harness/run/count.h"

#include <fmt/format.h>

#include "harness/run/case_reader.h"
#include "harness/run/id_table.h"
#include "harness/run/pipeline.h"
#include "harness/run/text_place.h"

namespace keur {
namespace {

struct Job {
  Block block;
  std::size_t first_row = 0;
};

struct Counted {
  std::vector<Entry> entries;
  std::vector<RecordPlace> places;
  std::vector<std::optional<OutputIndex::Number>> outputs;
  // Of cases that could not be used.
  std::vector<std::pair<OutputIndex::Number, std::uint32_t>> orphans;  // and the line of the case
  bool nameless = false;  // a case had no id one could read
  std::string lines;
  Diagnostics problems;
};

// What one thread needs: parsers and fetchers are not shared.
struct Worker {
  CaseReader cases;
  OutputReader outputs;
};

class TaskCount {
 public:
  TaskCount(const Task& task, PreparedTask& prepared, const std::vector<Entry>& resumed,
            const CountOptions& options, Diagnostics& problems)
      : task_(task),
        prepared_(prepared),
        resumed_(resumed),
        options_(options),
        problems_(problems),
        before_(problems.size()),
        ledger_(task.groups.size(), task.family->counted(task.settings), options.main),
        counter_(task.family->counter(task.settings)) {}

  std::optional<Ledger> run() {
    RecordStream stream(prepared_.cases.file, *prepared_.cases.format, prepared_.cases.quotes);
    auto block = stream.next(problems_);
    if (block && !make_workers(stream.header())) return std::nullopt;

    const int threads = std::max(1, options_.threads);
    Pipeline<Job, Counted> pipeline(threads,
                                    [this](Job& job, int worker) { return work(job, worker); });
    const std::size_t ahead = static_cast<std::size_t>(threads) * 2;
    std::size_t rows = 0;
    for (; block; block = stream.next(problems_)) {
      const std::size_t count = block->records.size();
      pipeline.give({std::move(*block), rows});
      rows += count;
      while (pipeline.pending() > (threads == 1 ? 0 : ahead)) commit(pipeline.take());
      if (too_many()) break;
    }
    while (pipeline.pending() > 0 && !too_many()) commit(pipeline.take());
    finish();
    if (problems_.size() != before_) return std::nullopt;
    return std::move(ledger_);
  }

 private:
  bool too_many() const { return problems_.size() - before_ >= most_problems; }

  bool make_workers(const std::string& header) {
    for (int i = 0; i < std::max(1, options_.threads); ++i) {
      auto cases = CaseReader::make(task_, prepared_.cases, header, problems_);
      auto outputs =
          OutputReader::make(task_, prepared_.outputs, prepared_.index.header(), problems_);
      if (!cases || !outputs) return false;
      workers_.push_back({std::move(*cases), std::move(*outputs)});
    }
    return true;
  }

  Counted work(Job& job, int number) {
    Worker& worker = workers_[static_cast<std::size_t>(number)];
    Counted counted;
    counted.entries.reserve(job.block.records.size());
    counted.places.reserve(job.block.records.size());
    counted.outputs.reserve(job.block.records.size());
    std::size_t row = job.first_row;
    for (const RecordPlace& place : job.block.records) {
      if (options_.interrupted && *options_.interrupted) throw Interrupted{};
      count_one(worker, job.block, place, row++, counted);
    }
    return counted;
  }

  void count_one(Worker& worker, Block& block, const RecordPlace& place, std::size_t row,
                 Counted& counted) {
    Entry entry;
    const auto reference = worker.cases.read(block.data(place), place, entry, counted.problems);
    std::optional<OutputIndex::Number> found;
    if (!entry.case_id.empty()) found = worker.outputs.find(prepared_.index, entry.case_id);
    if (!reference) {
      counted.nameless |= entry.case_id.empty();
      if (found) counted.orphans.emplace_back(*found, place.line);
      return;
    }
    counted.places.push_back(place);
    counted.outputs.push_back(found);
    if (row < resumed_.size()) {
      if (!options_.anonymous && resumed_[row].case_id != entry.case_id)
        counted.problems.push_back({"run-not-the-same",
                                    Severity::error,
                                    {prepared_.cases.file.path(), place.line, 0, 0},
                                    "the unfinished run was about other cases",
                                    "",
                                    "the same command starts anew"});
      entry.status = resumed_[row].status;
      entry.counts = resumed_[row].counts;
      counted.entries.push_back(std::move(entry));
      return;
    }
    const auto output = worker.outputs.read(found.has_value(), entry, counted.problems);
    bool faulty = has_fault(prepared_.cases, place, *reference,
                            counter_->reference_fault(*reference), counted.problems);
    if (output && found)
      faulty |= has_fault(prepared_.outputs, prepared_.index.place(*found), *output,
                          counter_->output_fault(*output), counted.problems);
    if (output && found && !faulty)
      faulty = has_fault(prepared_.cases, place, *reference,
                         counter_->case_fault(*reference, *output), counted.problems);
    if (output && !faulty && options_.measure) {
      entry.counts = counter_->count(*reference, *output);
      if (!options_.anonymous) append_line(counted.lines, task_.id, entry);
    } else {
      entry.counts = Row::Zero(static_cast<Eigen::Index>(task_.family->counted(task_.settings)));
    }
    counted.entries.push_back(std::move(entry));
  }

  static bool has_fault(const Source& source, const RecordPlace& place, const FieldTexts& texts,
                        const std::optional<TextFault>& fault, Diagnostics& problems) {
    if (fault) add_text_fault(source, place, *texts[fault->field], *fault, problems);
    return fault.has_value();
  }

  // In the order of the reference data, on one thread.
  void commit(Counted counted) {
    problems_.insert(problems_.end(), counted.problems.begin(), counted.problems.end());
    nameless_ |= counted.nameless;
    for (std::size_t i = 0; i < counted.entries.size(); ++i) {
      const Entry& entry = counted.entries[i];
      std::uint32_t& line = line_of_case(entry.case_id, counted.outputs[i]);
      const bool added = line == 0;
      if (added) {
        line = counted.places[i].line;
        ledger_.add(entry);
      } else {
        add_fault(prepared_.cases, counted.places[i],
                  {"data-duplicate-case", fmt::format("case '{}' exists already", entry.case_id),
                   fmt::format("first given on line {}", line), 0, 0},
                  problems_);
      }
      if (added && options_.anonymous && options_.measure && ledger_.cases() > resumed_.size())
        append_line(counted.lines, task_.id, without_names(entry));
    }
    for (const auto& [output, line] : counted.orphans)
      if (prepared_.index.case_line(output) == 0) prepared_.index.case_line(output) = line;
    if (options_.write && problems_.size() == before_) options_.write(counted.lines);
    if (options_.progress && !counted.places.empty() && ledger_.cases() > 0)
      options_.progress(counted.places.back().offset + counted.places.back().length,
                        prepared_.cases.file.size(), counted.entries.back().case_id);
  }

  // The line on which a case was given before; 0, to be set, when it was not.
  std::uint32_t& line_of_case(const std::string& id, std::optional<OutputIndex::Number> output) {
    if (output) return prepared_.index.case_line(*output);
    const auto [number, added] = without_output_.add(id);
    if (added) lines_without_output_.push_back(0);
    return lines_without_output_[number];
  }

  // The entry just added, with numbers for the names that could lead to a person.
  Entry without_names(Entry entry) const {
    entry.case_id = fmt::format("#{}", ledger_.cases());
    entry.cluster = fmt::format("#{}", ledger_.clusters.find(entry.cluster) + 1);
    if (!entry.pair.empty()) entry.pair = fmt::format("#{}", ledger_.pairs.find(entry.pair) + 1);
    return entry;
  }

  void finish() {
    if (too_many()) return;
    prepared_.cases_input.records = ledger_.cases();
    if (ledger_.cases() == 0 && problems_.size() == before_)
      problems_.push_back({"data-no-cases",
                           Severity::error,
                           {prepared_.cases.file.path(), 0, 0, 0},
                           "there is no case to judge",
                           "",
                           "was the export finished?"});
    // A case whose id could not be read may be the one an output belongs to.
    if (!nameless_)
      for (const auto& [id, place] : prepared_.index.unused(prepared_.outputs)) {
        if (too_many()) break;
        add_fault(prepared_.outputs, place,
                  {"data-unknown-output", fmt::format("case '{}' is not in the reference data", id),
                   "is this the output of another data set?", 0, 0},
                  problems_);
      }
    check_unchanged(prepared_, problems_);
  }

  const Task& task_;
  PreparedTask& prepared_;
  const std::vector<Entry>& resumed_;
  const CountOptions& options_;
  Diagnostics& problems_;
  std::size_t before_;
  Ledger ledger_;
  std::unique_ptr<Counter> counter_;
  std::vector<Worker> workers_;
  IdTable without_output_;  // cases
  std::vector<std::uint32_t> lines_without_output_;
  bool nameless_ = false;
};

}  // namespace

void check_unchanged(const PreparedTask& prepared, Diagnostics& problems) {
  for (const Source* source : {&prepared.cases, &prepared.outputs})
    if (!source->file.unchanged())
      problems.push_back({"data-changed",
                          Severity::error,
                          {source->file.path(), 0, 0, 0},
                          "the file changed while it was read",
                          "",
                          "run again when it is complete"});
}

std::optional<Ledger> count(const Task& task, PreparedTask& prepared,
                            const std::vector<Entry>& resumed, const CountOptions& options,
                            Diagnostics& problems) {
  return TaskCount(task, prepared, resumed, options, problems).run();
}

}  // namespace keur
