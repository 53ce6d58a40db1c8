// SPDX-License-Identifier: Apache-2.0
// A command of the program: one file command_<name>.cc, found by CMake under that name.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/cli/terminal.h"

namespace keur {

struct Console {
  Terminal out, err;
  std::vector<std::string> argv;  // as the user gave it
};

struct Command {
  std::string_view name;
  std::string_view summary;   // one line
  std::string_view synopsis;  // keur run SUITE [--outputs TASK=FILE]...
  std::string_view examples;  // a few lines
  // `arguments` come after the command's name. Returns an ExitCode.
  int (*run)(const Command& self, Console& console, const std::vector<std::string>& arguments);
};

std::span<const Command* const> all_commands();

}  // namespace keur
