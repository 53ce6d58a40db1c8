// SPDX-License-Identifier: Apache-2.0
// Where the output of each case stands in the tool's file, by case id: the file may have any order.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/data/record_stream.h"
#include "harness/run/id_table.h"
#include "harness/suite/suite.h"

namespace keur {

// A data file as a suite names it: opened, its format known.
struct Source {
  InputFile file;
  const Format* format;
  bool quotes;
  bool id_is_path;
};

// `path` is where the file is; the suite's place is used for messages.
std::optional<Source> open_source(const Table& table, const std::string& path,
                                  Diagnostics& problems);

// The id as both sides compare it.
std::string_view case_id(std::string_view written, bool is_path);

// Adds a problem of one record.
void add_fault(const Source& source, const RecordPlace& record, const Fault& fault,
               Diagnostics& problems);

// More than this many problems in one file are not listed; reading stops there.
constexpr std::size_t most_problems = 1000;

class OutputIndex {
 public:
  // Reads the whole file once. `seen` gets its bytes. Problems: bad records, duplicate ids, no
  // record at all.
  OutputIndex(const Source& source, const std::string& id_field, Diagnostics& problems,
              const std::function<void(std::string_view)>& seen);

  struct Output {
    RecordPlace place;
    bool used = false;
  };
  // nullptr when the tool gave nothing for this case. The index does not change while cases are
  // looked up; `used` is for the caller to set.
  Output* find(std::string_view id);
  std::size_t size() const { return outputs_.size(); }
  const std::string& header() const { return header_; }

  // Outputs nobody asked for, in file order.
  std::vector<std::pair<std::string, RecordPlace>> unused() const;

 private:
  IdTable ids_;
  std::vector<Output> outputs_;  // by number
  std::string header_;
};

}  // namespace keur
