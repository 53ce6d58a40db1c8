// SPDX-License-Identifier: Apache-2.0
// keur ladder: the same outputs under every normaliser, side by side. How much of an error rate is
// spelling, and how much a normaliser for comparison hides.
#include <fmt/format.h>

#include "harness/cli/exit_code.h"
#include "harness/cli/progress.h"
#include "harness/cli/suite_file.h"
#include "harness/judge/slice.h"
#include "harness/report/format_number.h"
#include "harness/report/text_layout.h"
#include "harness/run/count.h"
#include "harness/seal/escape.h"
#include "metrics/estimate/estimate.h"

namespace keur {
namespace {

constexpr std::string_view rung_key = "normalise";

const Choice* rungs_of(const Task& task) {
  for (const Choice& choice : task.family->choices)
    if (choice.key == rung_key) return &choice;
  return nullptr;
}

struct Rung {
  std::string normaliser;
  bool chosen;    // by the suite
  bool compared;  // comes with a warning: for comparison only
  std::string value, interval, forgiven;
};

std::string shown(const Estimate& estimate) {
  return estimate.value ? format_value(*estimate.value, NumberForm::proportion) : "-";
}

// Whether this normaliser comes with a warning, whatever else the suite chose.
bool warns(const Task& task) {
  Settings alone;
  for (const Choice& choice : task.family->choices)
    if (!choice.silent) alone.choices.emplace(choice.key, choice.values.front());
  alone.choices.insert_or_assign(std::string(rung_key),
                                 std::string(task.settings.choice(rung_key)));
  return !task.family->warnings(alone).empty();
}

Rung rung(const Task& task, const ClusterSums& totals, double confidence) {
  const Family& family = *task.family;
  // A family without a word error rate of that name has its own, first.
  const Metric *wer = family.metric("wer"), *compound = family.metric("wer_compound");
  const Estimate words = estimate(wer ? *wer : family.metrics.front(), totals, confidence);
  Measurement bounds;
  if (words.interval) {
    bounds.lower = words.interval->lower;
    bounds.upper = words.interval->upper;
  }
  const auto interval = format_interval(bounds, NumberForm::proportion, "to");
  return {std::string(task.settings.choice(rung_key)),
          false,
          warns(task),
          shown(words),
          interval.value_or("-"),
          compound ? shown(estimate(*compound, totals, confidence)) : "-"};
}

std::string table(const Task& task, const std::vector<Rung>& rungs, double confidence) {
  const std::string interval_title = format_confidence(confidence) + " interval";
  std::string text = fmt::format("{}: word error rate by normaliser\n\n", task.id);
  const auto line = [&](std::string_view mark, std::string_view name, std::string_view value,
                        std::string_view interval, std::string_view forgiven) {
    text += fmt::format("{} {}  {}  {}  {}\n", mark, pad_right(name, 16), pad_left(value, 8),
                        pad_left(interval, 15), pad_left(forgiven, 19));
  };
  line(" ", "normaliser", "wer", interval_title, "compounds forgiven");
  for (const Rung& rung : rungs)
    line(rung.chosen     ? "*"
         : rung.compared ? "!"
                         : " ",
         rung.normaliser, rung.value, rung.interval, rung.forgiven);
  return text + "\n";
}

int ladder(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  int exit_code = exit_passed;
  const auto call = read_suite_call(self, console, arguments, exit_code);
  if (!call) return exit_code;
  const SuiteFile& file = call->file;
  Diagnostics problems;

  std::string text;
  for (std::size_t i = 0; i < file.suite->tasks.size(); ++i) {
    Task task = file.suite->tasks[i];
    const Choice* choice = rungs_of(task);
    if (!choice) continue;
    const std::string chosen(task.settings.choice(rung_key));
    task.settings.terms = {};  // the ladder is about words
    std::vector<Rung> rungs;
    ProgressLine progress(console.err);
    for (const std::string_view name : choice->values) {
      progress.update(fmt::format("{}  {}", task.id, name), rungs.size(), choice->values.size());
      task.settings.choices.insert_or_assign(std::string(rung_key), std::string(name));
      auto prepared = prepare(*file.suite, call->outputs, problems);
      if (!prepared) return refuse(console, problems, file.sources);
      const auto ledger = count(task, prepared->tasks[i], {}, {}, problems);
      if (!ledger) return refuse(console, problems, file.sources);
      rungs.push_back(rung(task, sums(*ledger, {}), file.suite->confidence));
      rungs.back().chosen = name == chosen;
    }
    progress.wipe();
    text += table(task, rungs, file.suite->confidence);
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
