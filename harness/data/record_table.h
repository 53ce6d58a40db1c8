// SPDX-License-Identifier: Apache-2.0
// A file of records as a whole table, for conversions: csv, tsv, jsonl, json, trn, and folder,
// which can only be read.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "harness/data/format.h"
#include "harness/data/input_file.h"

namespace keur {

struct TableCell {
  FieldValue::State state = FieldValue::State::absent;
  std::string text;
  bool operator==(const TableCell&) const = default;
};

struct RecordTable {
  std::vector<std::string> columns;
  std::vector<std::vector<TableCell>> records;  // a cell for each column
  std::vector<std::size_t> lines;               // where each record begins
  std::set<std::string> left_out;               // what cells cannot hold: "types"
};

// nullptr when `format` names no format of tables.
const Format* find_table_format(std::string_view format, std::string_view path);

// Every problem is in `problems`; what could be read is returned.
RecordTable read_record_table(const InputFile& file, const Format& format, Diagnostics& problems);

// Always a readable file; see SegmentFormat::write. A trn file takes the columns id and text.
std::string write_record_table(const RecordTable& table, const Format& format);

}  // namespace keur
