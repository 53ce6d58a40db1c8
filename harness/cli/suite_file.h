// SPDX-License-Identifier: Apache-2.0
// A suite file read for a command, its mistakes shown.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "harness/cli/command.h"
#include "harness/cli/show_diagnostics.h"
#include "harness/suite/suite.h"

namespace keur {

struct SuiteFile {
  std::optional<Suite> suite;  // with its term lists; nullopt after a problem
  SourceTexts sources;         // for show_diagnostics
};

// Reads `path`; the spans name the file by it.
SuiteFile load_suite(const std::string& path, Diagnostics& problems);

// TASK=FILE pairs of --outputs; nullopt after a usage error, which was shown.
std::optional<std::map<std::string, std::string>> output_files(
    Console& console, const std::vector<std::string>& given);

// What a command that takes SUITE and --outputs works on.
struct SuiteCall {
  SuiteFile file;  // with a suite
  std::map<std::string, std::string> outputs;
};

// nullopt when the command ends here, with `exit_code` set.
std::optional<SuiteCall> read_suite_call(const Command& self, Console& console,
                                         const std::vector<std::string>& arguments, int& exit_code);

// Shows the problems on stderr and returns exit_usage.
int refuse(Console& console, const Diagnostics& problems, const SourceTexts& sources);

}  // namespace keur
