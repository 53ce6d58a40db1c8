// SPDX-License-Identifier: Apache-2.0
// Before anything is counted: every file opened, its format known, its digest taken, every output
// found by case id.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "harness/run/output_index.h"
#include "harness/suite/suite.h"

namespace keur {

// A file that was judged.
struct InputRecord {
  std::string role;  // suite | reference-dataset | tool-outputs | term-list
  std::string task;
  std::string path;  // as written in the suite or on the command line
  std::string sha256;
  std::uint64_t bytes = 0;
  std::uint64_t records = 0;
  bool replaced = false;  // --outputs named it
};

struct PreparedTask {
  Source cases;
  Source outputs;
  OutputIndex index;
  InputRecord cases_input, outputs_input;
  InputRecord terms_input;  // without a role where the task has no term list

  std::vector<const InputRecord*> inputs() const {
    std::vector<const InputRecord*> all{&cases_input, &outputs_input};
    if (!terms_input.role.empty()) all.push_back(&terms_input);
    return all;
  }
};

struct Prepared {
  std::vector<PreparedTask> tasks;  // one a task of the suite
  InputRecord suite_input;
  std::string protocol;  // sha256 over program version, suite and counting rules
};

// `outputs` maps a task id to a file given with --outputs, relative to the working directory; files
// named by the suite are relative to it. nullopt when a file cannot be used at all; with problems
// in the outputs the rest is still there, so that the cases can be checked as well. With
// more than one thread the two files of a task are read at the same time.
std::optional<Prepared> prepare(const Suite& suite,
                                const std::map<std::string, std::string>& outputs,
                                Diagnostics& problems, int threads = 1);

// The path of a file the suite names.
std::string resolve(const std::string& suite_path, const std::string& written);

}  // namespace keur
