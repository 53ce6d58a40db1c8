// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "harness/cli/exit_code.h"
#include "harness/cli/options.h"
#include "harness/run/version.h"

namespace keur {
namespace {

int version(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  Options options(self, {});
  options.add()("json", "as JSON, with compiler and libraries");
  int exit_code = exit_passed;
  const auto values = options.parse(console, arguments, exit_code);
  if (!values) return exit_code;
  if (!values->count("json")) {
    write_out(console.out, fmt::format("keur {}\n", program_version()));
    return exit_passed;
  }
  nlohmann::ordered_json json;
  for (const auto& [name, value] : build_environment()) json[name] = value;
  json["suite format"] = "1";
  json["report schema"] = "1";
  write_out(console.out, json.dump(1) + "\n");
  return exit_passed;
}

}  // namespace

const Command& command_version();
const Command& command_version() {
  static const Command command{"version", "say which program this is", "keur version [--json]",
                               "  keur version --json\n", version};
  return command;
}

}  // namespace keur
