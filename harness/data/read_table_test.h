// SPDX-License-Identifier: Apache-2.0
// A file read to the end through stream and parser, as the rest of the program reads it.
#pragma once
#include <vector>

#include "harness/data/record_stream.h"
#include "harness/data/temporary_directory_test.h"

namespace keur {

struct ReadTable {
  std::vector<std::vector<std::string>> rows;  // of the wanted fields
  std::vector<std::uint32_t> lines;            // where each row begins
  std::string faults;  // "data-csv-width 3:0, ...", and problems of the file
};

inline std::string shown(const FieldValue& value) {
  switch (value.state) {
    case FieldValue::State::absent:
      return "<absent>";
    case FieldValue::State::null:
      return "<null>";
    case FieldValue::State::text:
      return std::string(value.text);
  }
  return "";
}

inline ReadTable read_table(const InputFile& file, const Format& format,
                            const std::vector<std::string>& wanted, bool quotes = true) {
  ReadTable table;
  Diagnostics problems;
  const auto note = [&](const Fault& fault, std::size_t line) {
    table.faults += (table.faults.empty() ? "" : ", ") + fault.code + " " +
                    std::to_string(line + fault.line) + ":" + std::to_string(fault.column);
  };
  RecordStream stream(file, format, quotes);
  std::unique_ptr<RecordParser> parser;
  std::vector<FieldValue> values(wanted.size());
  while (auto block = stream.next(problems)) {
    if (!parser) {
      std::optional<Fault> fault;
      parser = format.parser(wanted, stream.header(), quotes, fault);
      if (!parser) {
        note(*fault, 1);
        return table;
      }
    }
    for (const RecordPlace& place : block->records) {
      if (const auto fault = parser->parse(block->data(place), place.length, values)) {
        note(*fault, place.line);
        continue;
      }
      table.rows.emplace_back();
      for (const FieldValue& value : values) table.rows.back().push_back(shown(value));
      table.lines.push_back(place.line);
    }
  }
  table.faults += places(problems);
  return table;
}

// The same from bytes, in the format of that name.
inline ReadTable read_bytes(std::string_view bytes, std::string_view format,
                            const std::vector<std::string>& wanted, bool quotes = true) {
  const TemporaryDirectory here;
  return read_table(here.open("table", bytes), *find_format(format, ""), wanted, quotes);
}

}  // namespace keur
