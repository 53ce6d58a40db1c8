// SPDX-License-Identifier: Apache-2.0
// keur plan: what a study can show, before any of its data are in.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "harness/cli/exit_code.h"
#include "harness/cli/plan_options.h"
#include "harness/cli/suite_file.h"
#include "harness/cli/whole_output.h"
#include "harness/judge/judge.h"
#include "harness/report/assemble_plan.h"
#include "harness/run/count_reference.h"
#include "harness/run/ledger_file.h"
#include "harness/run/prepare.h"
#include "harness/seal/escape.h"

namespace keur {
namespace {

struct StudyData {
  Evidence evidence = Evidence::none;
  std::vector<Ledger> ledgers;
};

std::optional<StudyData> from_pilot(Console& console, const Suite& suite, const std::string& path) {
  std::ifstream stream(std::filesystem::path(path) / "evidence/ledger.jsonl", std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(stream), {});
  const auto entries = read_ledger(text, suite);
  if (!entries) {
    usage_error(console,
                fmt::format("'{}' holds no finished run of this suite", escape_untrusted(path)),
                "--pilot names what keur run wrote, for example out/demo");
    return std::nullopt;
  }
  StudyData data{Evidence::pilot, {}};
  for (std::size_t i = 0; i < suite.tasks.size(); ++i) {
    const auto& lines = (*entries)[i];
    const std::size_t columns = lines.empty() ? 0 : static_cast<std::size_t>(lines[0].counts.size());
    data.ledgers.emplace_back(suite.tasks[i].groups.size(), columns);
    for (const Entry& entry : lines) data.ledgers.back().add(entry);
  }
  return data;
}

// Without reference data there is nothing to read; where some of it is there, all of it must be.
StudyData from_reference(const Suite& suite, Diagnostics& problems) {
  const bool there = std::any_of(suite.tasks.begin(), suite.tasks.end(), [&](const Task& task) {
    return std::filesystem::exists(resolve(suite.path, task.cases.file.name));
  });
  if (!there) return {};
  StudyData data{Evidence::reference, {}};
  for (const Task& task : suite.tasks)
    if (auto ledger = count_reference(suite, task, problems))
      data.ledgers.push_back(std::move(*ledger));
  return data;
}

int plan(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  Options options(self, {"SUITE"});
  add_plan_options(options);
  int exit_code = exit_passed;
  const auto values = options.parse(console, arguments, exit_code);
  if (!values) return exit_code;
  const auto call = read_plan_options(console, *values);
  if (!call) return exit_usage;
  Diagnostics problems;
  const SuiteFile file = load_suite((*values)["SUITE"].as<std::string>(), problems);
  if (!file.suite) return refuse(console, problems, file.sources);
  const Suite& suite = *file.suite;

  std::optional<StudyData> data;
  if (values->count("pilot"))
    data = from_pilot(console, suite, (*values)["pilot"].as<std::string>());
  else
    data = from_reference(suite, problems);
  if (!data) return exit_usage;
  if (problems.empty() && data->evidence != Evidence::none)
    check_levels(suite, data->ledgers, problems);
  if (!problems.empty()) return refuse(console, problems, file.sources);
  const auto plans = plan_study(suite, call->assumed, data->evidence, data->ledgers, problems);
  if (!plans) return refuse(console, problems, file.sources);
  const PlanReport shown = assemble_plan(suite, *plans, call->power_wanted);

  for (const auto& [option, content] :
       {std::pair("html", &html_plan), std::pair("json", &plan_json)})
    if (values->count(option)) {
      const std::string path = (*values)[option].as<std::string>();
      if (const auto failure = write_whole(path, content(shown), values->count("force") > 0))
        return usage_error(console, *failure, "--force replaces a file that is there");
    }
  write_out(console.out, plan_text(shown, console.out.width, console.out.unicode));
  return exit_passed;
}

}  // namespace

const Command& command_plan();
const Command& command_plan() {
  static const Command command{
      "plan", "what a study can show, before any of its data are in",
      "keur plan SUITE [--clusters N] [--true GATE=VALUE] [--pilot DIR] [--html FILE] [--json FILE]",
      "  keur plan suites/demo.yaml\n"
      "  keur plan suite.yaml --clusters 40 --units 300 --true words=8% --html plan.html\n"
      "  keur plan suite.yaml --pilot out/pilot --clusters 80\n",
      plan};
  return command;
}

}  // namespace keur
