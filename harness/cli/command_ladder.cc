// SPDX-License-Identifier: Apache-2.0
// keur ladder: the same outputs under every normaliser, side by side. How much of an error rate is
// spelling, and how much a normaliser for comparison hides.
#include <fmt/format.h>

#include "harness/cli/exit_code.h"
#include "harness/cli/progress.h"
#include "harness/cli/suite_file.h"
#include "harness/judge/ladder.h"
#include "harness/report/format_number.h"
#include "harness/report/text_layout.h"
#include "harness/run/count.h"
#include "harness/seal/escape.h"

namespace keur {
namespace {

std::string shown(const Estimate& estimate) {
  return estimate.value ? format_value(*estimate.value, NumberForm::proportion) : "-";
}

std::string interval(const Estimate& estimate) {
  Measurement bounds;
  if (estimate.interval) {
    bounds.lower = estimate.interval->lower;
    bounds.upper = estimate.interval->upper;
  }
  return format_interval(bounds, NumberForm::proportion, "to").value_or("-");
}

std::string table(const Task& task, const std::vector<LadderRung>& rungs, double confidence) {
  std::string text = task.id;
  if (task.condition) text += ", " + escape_untrusted(task.condition->baseline.name);
  text += ": word error rate by normaliser\n\n";
  const auto line = [&](std::string_view mark, std::string_view name, std::string_view value,
                        std::string_view bounds, std::string_view forgiven) {
    text += fmt::format("{} {}  {}  {}  {}\n", mark, pad_right(name, 16), pad_left(value, 8),
                        pad_left(bounds, 15), pad_left(forgiven, 19));
  };
  line(" ", "normaliser", "wer", format_confidence(confidence) + " interval", "compounds forgiven");
  for (const LadderRung& rung : rungs)
    line(rung.chosen             ? "*"
         : !rung.warnings.empty() ? "!"
                                  : " ",
         rung.value, shown(rung.estimates[0]), interval(rung.estimates[0]),
         rung.estimates.size() > 1 ? shown(rung.estimates[1]) : "-");
  return text + "\n";
}

int ladder(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  int exit_code = exit_passed;
  const auto call = read_suite_call(self, console, arguments, exit_code);
  if (!call) return exit_code;
  const Suite& suite = *call->file.suite;
  Diagnostics problems;
  auto prepared = prepare(suite, call->outputs, problems);
  if (!prepared || !problems.empty()) return refuse(console, problems, call->file.sources);

  std::string text;
  for (std::size_t i = 0; i < suite.tasks.size(); ++i) {
    const Task& task = suite.tasks[i];
    // Everything that is wrong with the cases is found by counting them.
    if (!count(task, prepared->tasks[i], {}, {}, problems))
      return refuse(console, problems, call->file.sources);
    ProgressLine progress(console.err);
    PassOptions options;
    options.progress = [&](std::uint64_t done, std::uint64_t all) {
      progress.update(task.id, done, all);
    };
    const auto rungs = climb_ladder(task, prepared->tasks[i], suite.confidence, options, problems);
    progress.wipe();
    if (!problems.empty()) return refuse(console, problems, call->file.sources);
    if (!rungs.empty()) text += table(task, rungs, suite.confidence);
  }
  if (text.empty()) text = "no task of this suite has a normaliser\n\n";
  write_out(console.out, text +
                             "* the suite's choice, the only one judged   ! deletes what may "
                             "matter: for comparison only\n");
  return exit_passed;
}

}  // namespace

const Command& command_ladder();
const Command& command_ladder() {
  static const Command command{"ladder", "the same outputs under every normaliser, side by side",
                               "keur ladder SUITE [--outputs TASK=FILE]...",
                               "  keur ladder suites/demo.yaml\n", ladder};
  return command;
}

}  // namespace keur
