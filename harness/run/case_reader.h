// SPDX-License-Identifier: Apache-2.0
// One record of reference data, and one of the tool's outputs, as the suite maps their fields.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/run/ledger.h"
#include "harness/run/output_index.h"

namespace keur {

// The values of a family's fields; valid until the reader's next record.
using FieldTexts = std::vector<std::optional<std::string_view>>;

class CaseReader {
 public:
  // nullopt with a diagnostic when the header lacks a field.
  static std::optional<CaseReader> make(const Task& task, const Source& source,
                                        const std::string& header, Diagnostics& problems);

  // Fills id, cluster, groups, condition and pair of `entry` and gives the family's fields; nullptr
  // after a problem, with the id filled where it could be read. A group without a value is the
  // level "(none)". `record` may be overwritten.
  const FieldTexts* read(char* record, const RecordPlace& place, Entry& entry,
                         Diagnostics& problems);

 private:
  CaseReader(const Task& task, const Source& source) : task_(&task), source_(&source) {}
  bool require(std::size_t field, const RecordPlace& place, Diagnostics& problems) const;

  const Task* task_;
  const Source* source_;
  std::vector<std::string> wanted_;  // id, cluster, condition, pair, groups..., family fields...
  std::vector<FieldValue> values_;
  std::unique_ptr<RecordParser> parser_;
  FieldTexts texts_;
};

class OutputReader {
 public:
  static std::optional<OutputReader> make(const Task& task, const Source& source,
                                          const std::string& header, Diagnostics& problems);

  // The output of a case; nullopt when the tool gave nothing for it.
  std::optional<OutputIndex::Number> find(const OutputIndex& index, std::string_view id);

  // The family's fields of the output that find() just found; all empty when there was none
  // (missing) or a required field is null (errored), with the entry's status set. nullptr after a
  // problem.
  const FieldTexts* read(bool found, Entry& entry, Diagnostics& problems);

 private:
  OutputReader(const Task& task, const Source& source)
      : task_(&task), source_(&source), fetcher_(source.file) {}

  const Task* task_;
  const Source* source_;
  RecordFetcher fetcher_;
  std::vector<std::string> wanted_;  // the family's fields, then the id
  std::vector<FieldValue> values_;
  std::unique_ptr<RecordParser> parser_;
  FieldTexts texts_;
  RecordPlace place_;             // of the record found
  std::optional<Fault> fault_;    // what is wrong with it
  OutputIndex::Number next_ = 0;  // in files of the same order, the one that follows the last
};

}  // namespace keur
