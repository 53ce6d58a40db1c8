// SPDX-License-Identifier: Apache-2.0
// keur check: reads everything a run would read, reports every problem, measures nothing.
#include <fmt/format.h>

#include "harness/cli/exit_code.h"
#include "harness/cli/suite_file.h"
#include "harness/judge/judge.h"
#include "harness/run/count.h"
#include "harness/seal/escape.h"

namespace keur {
namespace {

int check(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  int exit_code = exit_passed;
  const auto call = read_suite_call(self, console, arguments, exit_code);
  if (!call) return exit_code;
  const SuiteFile& file = call->file;
  Diagnostics problems;
  auto prepared = prepare(*file.suite, call->outputs, problems);
  if (!prepared) return refuse(console, problems, file.sources);

  std::string text;
  std::vector<Ledger> ledgers;
  CountOptions counting;
  counting.measure = false;
  for (std::size_t i = 0; i < prepared->tasks.size(); ++i) {
    auto ledger = count(file.suite->tasks[i], prepared->tasks[i], {}, counting, problems);
    if (!ledger) continue;
    const std::size_t without = ledger->without_output().size();
    const Task& task = file.suite->tasks[i];
    text += fmt::format(
        "{}: {} case{}, {} {}, {} without output\n", task.id, ledger->cases(),
        ledger->cases() == 1 ? "" : "s", ledger->clusters.size(),
        escape_untrusted(ledger->clusters.size() == 1 ? task.cluster.name : task.cluster_kind),
        without);
    ledgers.push_back(std::move(*ledger));
  }
  if (ledgers.size() == file.suite->tasks.size()) check_levels(*file.suite, ledgers, problems);
  if (problems.empty()) check_sizes(*file.suite, ledgers, problems);
  if (!problems.empty()) return refuse(console, problems, file.sources);
  text += fmt::format("{}: nothing is wrong; {} gate{} can be judged\n",
                      escape_untrusted(file.suite->path), file.suite->gates.size(),
                      file.suite->gates.size() == 1 ? "" : "s");
  write_out(console.out, text);
  return exit_passed;
}

}  // namespace

const Command& command_check();
const Command& command_check() {
  static const Command command{
      "check", "read a suite and its data, report every problem, measure nothing",
      "keur check SUITE [--outputs TASK=FILE]...", "  keur check suites/demo.yaml\n", check};
  return command;
}

}  // namespace keur
