// SPDX-License-Identifier: Apache-2.0
// keur check: reads everything a run would read, reports every problem, measures nothing.
#include <fmt/format.h>

#include "harness/cli/exit_code.h"
#include "harness/cli/options.h"
#include "harness/cli/suite_file.h"
#include "harness/judge/judge.h"
#include "harness/run/count.h"
#include "harness/seal/escape.h"

namespace keur {
namespace {

int check(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  Options options(self, {"SUITE"});
  options.add()("outputs", po::value<std::vector<std::string>>()->default_value({}, ""),
                "TASK=FILE: the tool's outputs, instead of those the suite names");
  int exit_code = exit_passed;
  const auto values = options.parse(console, arguments, exit_code);
  if (!values) return exit_code;
  const auto outputs = output_files(console, (*values)["outputs"].as<std::vector<std::string>>());
  if (!outputs) return exit_usage;

  Diagnostics problems;
  const SuiteFile file = load_suite((*values)["SUITE"].as<std::string>(), problems);
  if (!file.suite) return refuse(console, problems, file.sources);
  auto prepared = prepare(*file.suite, *outputs, problems);
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
