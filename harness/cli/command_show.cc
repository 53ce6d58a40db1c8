// SPDX-License-Identifier: Apache-2.0
// keur show: one case of a report, reference and output side by side. The package holds no text, so
// the data must be at hand; their digests are compared with the report's first.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "harness/cli/aligned_text.h"
#include "harness/cli/exit_code.h"
#include "harness/cli/options.h"
#include "harness/cli/suite_file.h"
#include "harness/report/format_number.h"
#include "harness/report/report_json.h"
#include "harness/run/excerpt.h"
#include "harness/run/find_case.h"
#include "harness/seal/escape.h"
#include "harness/suite/spelling.h"

namespace keur {
namespace {

// The data must be those the report is about, else the words shown are not the words judged.
std::optional<std::string> other_data(const Report& report, const Prepared& prepared) {
  for (const PreparedTask& task : prepared.tasks)
    for (const InputRecord* input : task.inputs())
      for (const Input& judged : report.inputs)
        if (judged.role == input->role && judged.task == input->task &&
            judged.sha256 != input->sha256)
          return input->path;
  if (report.protocol != prepared.protocol) return report.suite_path;
  return std::nullopt;
}

// The words of a finding on one side; a dash where that side has none.
std::string words_of(const Comparison& comparison, const WordRange& range,
                     std::string Piece::*side) {
  const std::string words = words_in(comparison, range, side);
  return words.empty() ? "\u2013" : escape_untrusted(words);
}

// One line a finding: "C1 dose_value_wrong, severity 4: 80 mg → 800 mg".
std::string findings_text(const FoundCase& found) {
  std::string text;
  for (const CaseFinding& one : found.examination.findings)
    text += fmt::format("{} {}, severity {}: {} \u2192 {}\n", one.class_id, one.kind, one.severity,
                        words_of(found.examination.comparison, one.reference, &Piece::reference),
                        words_of(found.examination.comparison, one.output, &Piece::output));
  return text;
}

std::string describe(const Task& task, const FoundCase& found, const Terminal& out) {
  std::string text = out.paint(escape_untrusted(found.entry.case_id), "1") + "  " +
                     escape_untrusted(task.cluster.name) + " " +
                     escape_untrusted(found.entry.cluster);
  for (std::size_t i = 0; i < task.groups.size(); ++i)
    text += fmt::format(", {} {}", escape_untrusted(task.groups[i].name),
                        escape_untrusted(found.entry.groups[i]));
  if (!found.entry.condition.empty()) text += ", " + escape_untrusted(found.entry.condition);
  text += "\n";
  if (found.entry.status == Status::missing) text += "the tool gave no output for this case\n";
  if (found.entry.status == Status::errored) text += "the tool reported an error for this case\n";
  text += aligned_text(found.examination.comparison, out);
  text += findings_text(found);
  std::string counts;
  for (std::size_t i = 0; i < task.family->counted(task.settings); ++i)
    counts += fmt::format("{}{} {}", i ? ", " : "", task.family->columns[i].title,
                          format_count(found.entry.counts[static_cast<Eigen::Index>(i)]));
  return text + counts + "\n";
}

int show(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  Options options(self, {"CASE", "DIR"});
  options.add()("suite", po::value<std::string>(), "where the suite file is now, if it was moved")(
      "outputs", po::value<std::vector<std::string>>()->default_value({}, ""),
      "TASK=FILE: where the outputs are now, if they were moved");
  int exit_code = exit_passed;
  const auto values = options.parse(console, arguments, exit_code);
  if (!values) return exit_code;
  auto outputs = output_files(console, (*values)["outputs"].as<std::vector<std::string>>());
  if (!outputs) return exit_usage;

  const std::filesystem::path directory = (*values)["DIR"].as<std::string>();
  std::ifstream stream(directory / "views/report.json", std::ios::binary);
  if (!stream)
    return usage_error(console,
                       fmt::format("'{}' holds no report", escape_untrusted(directory.string())),
                       "DIR is what keur run wrote, for example out/demo");
  std::string error;
  const auto report = read_json(std::string(std::istreambuf_iterator<char>(stream), {}), error);
  if (!report)
    return usage_error(console, "views/report.json is not a report: " + escape_untrusted(error));

  Diagnostics problems;
  const std::string suite_path =
      values->count("suite") ? (*values)["suite"].as<std::string>() : report->suite_path;
  if (!std::filesystem::exists(suite_path))
    return usage_error(
        console, fmt::format("the suite is not at '{}' any more", escape_untrusted(suite_path)),
        "say where it is with --suite FILE, and with --outputs TASK=FILE where the outputs are");
  const SuiteFile file = load_suite(suite_path, problems);
  if (!file.suite) return refuse(console, problems, file.sources);
  for (const Input& input : report->inputs)
    if (input.replaced) outputs->emplace(input.task, input.path);
  auto prepared = prepare(*file.suite, *outputs, problems);
  if (!prepared || !problems.empty()) return refuse(console, problems, file.sources);
  if (const auto other = other_data(*report, *prepared))
    return usage_error(
        console, fmt::format("'{}' is not the file this report is about", escape_untrusted(*other)),
        "say where the judged files are with --suite and --outputs");

  const std::string id = (*values)["CASE"].as<std::string>();
  bool any = false;
  for (std::size_t i = 0; i < prepared->tasks.size(); ++i) {
    const auto found = find_cases(file.suite->tasks[i], prepared->tasks[i], {id}, problems);
    for (const auto& [name, one] : found) {
      write_out(console.out, describe(file.suite->tasks[i], one, console.out));
      any = true;
    }
  }
  if (!problems.empty()) return refuse(console, problems, file.sources);
  if (any) return exit_passed;
  std::vector<std::string> worst;
  for (const TaskReport& task : report->tasks)
    for (const WorstCase& one : task.worst) worst.push_back(escape_untrusted(one.id));
  if (worst.size() > 5) worst.resize(5);
  return usage_error(console, fmt::format("no case '{}' in this report", escape_untrusted(id)),
                     worst.empty() ? "" : "the worst cases are " + listed(worst));
}

}  // namespace

const Command& command_show();
const Command& command_show() {
  static const Command command{"show",
                               "show one case of a report, reference and output side by side",
                               "keur show CASE DIR [--suite FILE] [--outputs TASK=FILE]...",
                               "  keur show en-001-clean out/demo\n", show};
  return command;
}

}  // namespace keur
