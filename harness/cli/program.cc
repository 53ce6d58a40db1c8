// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/program.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <exception>
#include <stdexcept>
#include <system_error>

#include "harness/cli/command.h"
#include "harness/cli/exit_code.h"
#include "harness/cli/options.h"
#include "harness/run/version.h"
#include "harness/seal/escape.h"
#include "harness/suite/spelling.h"

namespace keur {
namespace {

std::string overview() {
  std::string text = fmt::format(
      "keur {}: is this care AI good enough? Judges its outputs against reference data\n"
      "and seals the answer in a signed report.\n\nCommands:\n",
      program_version());
  for (const Command* command : all_commands())
    text += fmt::format("  {:<10} {}\n", command->name, command->summary);
  text +=
      "\nFirst steps:\n"
      "  keur run suites/demo.yaml        judge the recogniser of the demo\n"
      "  keur verify out/demo             check the signed report it left behind\n"
      "  keur COMMAND --help              what a command takes\n";
  return text;
}

int dispatch(Console& console) {
  if (console.argv.size() < 2) {
    write_out(console.err, overview());
    return exit_usage;
  }
  std::string name = console.argv[1];
  std::vector<std::string> rest(console.argv.begin() + 2, console.argv.end());
  if (name == "--help" || name == "-h" || name == "help") {
    if (rest.empty() || rest[0].starts_with('-')) {
      write_out(console.out, overview());
      return exit_passed;
    }
    name = rest[0];
    rest = {"--help"};
  }
  if (name == "--version") name = "version";
  std::vector<std::string> known;
  for (const Command* command : all_commands()) {
    if (command->name == name) return command->run(*command, console, rest);
    known.emplace_back(command->name);
  }
  const std::string near = nearest(name, known);
  return usage_error(
      console, fmt::format("unknown command '{}'", escape_untrusted(name)),
      near.empty() ? "commands: " + listed(known) : fmt::format("did you mean '{}'?", near));
}

}  // namespace

int program(int argc, char** argv) {
  // A standard stream that is closed would lend its number to the next file opened, and what is
  // printed would end up in the evidence.
  for (const int stream : {0, 1, 2})
    if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF && ::open("/dev/null", O_RDWR) < 0)
      return exit_bug;
  std::signal(SIGPIPE, SIG_IGN);
  Console console;
  console.out = look_at(1, ColourFlag::automatic);
  console.err = look_at(2, ColourFlag::automatic);
  console.argv.assign(argv, argv + argc);
  try {
    return dispatch(console);
  } catch (const std::system_error& error) {
    // The world: a full disk, a file that went away.
    return usage_error(console, escape_untrusted(error.what()));
  } catch (const std::bad_alloc&) {
    return usage_error(console, "out of memory");
  } catch (const std::exception& error) {
    write_out(
        console.err,
        fmt::format("keur: this is a fault of the program: {}\n"
                    "  = hint: please report it with the command line and `keur version --json`\n",
                    escape_untrusted(error.what())));
    return exit_bug;
  }
}

}  // namespace keur
