// SPDX-License-Identifier: Apache-2.0
// keur compare: two finished runs of one suite, paired by case. Has the tool become worse?
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "harness/cli/exit_code.h"
#include "harness/cli/options.h"
#include "harness/cli/whole_output.h"
#include "harness/report/assemble_change.h"
#include "harness/report/format_number.h"
#include "harness/report/report_json.h"
#include "harness/report/text_layout.h"
#include "harness/report/verdict_words.h"
#include "harness/run/ledger_file.h"
#include "harness/seal/escape.h"
#include "harness/suite/spelling.h"

namespace keur {
namespace {

struct FinishedRun {
  Report report;
  std::string ledger;
};

std::optional<std::string> whole(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

std::optional<FinishedRun> read_run(Console& console, const std::filesystem::path& directory) {
  const std::string shown = escape_untrusted(directory.string());
  const auto document = whole(directory / "views/report.json");
  const auto ledger = whole(directory / "evidence/ledger.jsonl");
  if (!document || !ledger) {
    usage_error(console, fmt::format("'{}' holds no finished run", shown),
                "BASE and NEW are what keur run wrote, for example out/demo");
    return std::nullopt;
  }
  std::string error;
  auto report = read_json(*document, error);
  if (!report) {
    usage_error(console,
                fmt::format("{}/views/report.json is not a report: {}", shown,
                            escape_untrusted(error)));
    return std::nullopt;
  }
  return FinishedRun{std::move(*report), *ledger};
}

std::string value_or_dash(const Measurement& measured, NumberForm form) {
  return measured.value ? format_value(*measured.value, form) : "-";
}

std::string text_of(const ChangeReport& change, const Terminal& out) {
  const std::string dash = out.unicode ? "\u2013" : "to";
  std::string text = fmt::format(
      "{} {}  base {}  new {}\n\n", escape_untrusted(change.suite_id),
      escape_untrusted(change.suite_version), words_of(change.base.verdict).word,
      words_of(change.fresh.verdict).word);
  std::vector<std::array<std::string, 6>> rows = {
      {"gate", "base", "new", "difference", format_confidence(change.confidence) + " interval",
       "verdict"}};
  const auto add = [&](const ChangeRow& row, const std::string& name) {
    rows.push_back({name, value_or_dash(row.base, NumberForm::proportion),
                    value_or_dash(row.fresh, NumberForm::proportion),
                    value_or_dash(row.difference, NumberForm::difference),
                    format_interval(row.difference, NumberForm::difference, dash).value_or("-"),
                    row.verdict.empty() ? "" : std::string(words_of(row.verdict).word)});
  };
  for (const ChangeRow& row : change.gates) add(row, escape_untrusted(row.gate));
  const std::size_t judged = rows.size();
  for (const ChangeRow& row : change.metrics) add(row, escape_untrusted(row.title));
  std::array<int, 6> widths{};
  for (const auto& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c)
      widths[c] = std::max(widths[c], display_width(row[c]));
  widths[0] = std::min(widths[0], 36);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (r == judged) text += "\n";
    std::string line = pad_right(elide_middle(rows[r][0], widths[0], ".."), widths[0]);
    for (std::size_t c = 1; c < 4; ++c) line += "  " + pad_left(rows[r][c], widths[c]);
    line += "  " + pad_right(rows[r][4], widths[4]) + "  " + rows[r][5];
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
    if (r > 0 && r < judged && !change.gates[r - 1].reason.empty() &&
        change.gates[r - 1].verdict != "pass")
      for (const std::string& reason : wrap(change.gates[r - 1].reason, out.width - 4))
        text += "    " + reason + "\n";
  }
  const auto cases = [&](std::string_view what, std::int64_t all,
                         const std::vector<FlippedCase>& listed_cases) {
    text += fmt::format("{} {}", what, all);
    for (std::size_t i = 0; i < std::min<std::size_t>(listed_cases.size(), 5); ++i)
      text += (i == 0 ? ": " : ", ") + escape_untrusted(listed_cases[i].id);
    text += all > 5 ? fmt::format(" and {} more\n", all - 5) : "\n";
  };
  text += "\n";
  cases("newly wrong", change.newly_wrong, change.newly_wrong_cases);
  cases("newly right", change.newly_right, change.newly_right_cases);
  const VerdictWords& words = words_of(change.verdict);
  return text + fmt::format("\n{} {}: {}\n", out.unicode ? words.symbol : words.ascii, words.word,
                            change.sentence);
}

int compare(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  Options options(self, {"BASE", "NEW"});
  options.add()("html", po::value<std::string>(), "write the two runs side by side as a page")(
      "json", po::value<std::string>(), "write every number as JSON")(
      "force", "replace a file that is there");
  int exit_code = exit_passed;
  const auto values = options.parse(console, arguments, exit_code);
  if (!values) return exit_code;
  const auto base = read_run(console, (*values)["BASE"].as<std::string>());
  if (!base) return exit_usage;
  const auto fresh = read_run(console, (*values)["NEW"].as<std::string>());
  if (!fresh) return exit_usage;
  if (auto differ = protocol_differences(base->report, fresh->report); !differ.empty()) {
    for (std::string& one : differ) one = escape_untrusted(one);
    return usage_error(console, "these runs cannot be compared: " + listed(differ) + " differ",
                       "run both outputs with the same suite, reference data and program");
  }

  Diagnostics problems;
  const auto suite = read_suite(fresh->report.suite_path, fresh->report.suite_text, problems);
  const auto of_base = suite ? read_ledger(base->ledger, *suite) : std::nullopt;
  const auto of_fresh = suite ? read_ledger(fresh->ledger, *suite) : std::nullopt;
  if (!of_base || !of_fresh)
    return usage_error(console, "a ledger is not that of its report",
                       "keur verify says what was changed");
  std::vector<TwoRuns> runs;
  for (std::size_t i = 0; i < suite->tasks.size(); ++i) {
    runs.push_back({(*of_base)[i], (*of_fresh)[i]});
    if (const auto other = first_other_case(runs.back()))
      return usage_error(console, fmt::format("case {} of task '{}' is not the same in both ledgers",
                                              *other + 1, escape_untrusted(suite->tasks[i].id)),
                         "keur verify says which of them was changed");
  }
  const Change change = judge_change(*suite, runs);
  const ChangeReport shown = assemble_change(*suite, base->report, fresh->report, change);
  for (const auto& [option, content] :
       {std::pair("html", &html_change), std::pair("json", &change_json)})
    if (values->count(option)) {
      const std::string path = (*values)[option].as<std::string>();
      if (const auto failure = write_whole(path, content(shown), values->count("force") > 0))
        return usage_error(console, *failure, "--force replaces a file that is there");
    }
  write_out(console.out, text_of(shown, console.out));
  return static_cast<int>(shown.exit_code);
}

}  // namespace

const Command& command_compare();
const Command& command_compare() {
  static const Command command{
      "compare", "two finished runs of one suite: has the tool become worse?",
      "keur compare BASE NEW [--html FILE] [--json FILE]",
      "  keur compare out/release-1 out/release-2\n"
      "  keur compare out/main out/change --html change.html   exit 1: a regression is proven\n",
      compare};
  return command;
}

}  // namespace keur
