// SPDX-License-Identifier: Apache-2.0
// Command-line options, strictly: no abbreviations, no stray words, and for a misspelt option the
// one that was meant.
#pragma once
#include <boost/program_options.hpp>
#include <optional>
#include <string>
#include <vector>

#include "harness/cli/command.h"

namespace keur {

class Options {
 public:
  // `positional` are the names of the words without dashes, in order; all of them are required.
  Options(const Command& command, std::vector<std::string> positional);

  // boost's own way to add: options.add()("out", value<std::string>(), "where to write").
  boost::program_options::options_description_easy_init add() { return shown_.add_options(); }

  // The values; nullopt when the command ends here, with `exit_code` set: 0 after --help, 2 after a
  // mistake, which was explained on stderr. Handles --help and --color for every command.
  std::optional<boost::program_options::variables_map> parse(
      Console& console, const std::vector<std::string>& arguments, int& exit_code);

 private:
  const Command& command_;
  std::vector<std::string> positional_;
  boost::program_options::options_description shown_{"Options"};
};

// "keur: message", hint below it, on stderr. Returns exit_usage.
int usage_error(Console& console, const std::string& message, const std::string& hint = "");

}  // namespace keur
