// SPDX-License-Identifier: Apache-2.0
// keur run: measure, judge, report, seal.
#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "harness/cli/exit_code.h"
#include "harness/cli/occasion.h"
#include "harness/cli/options.h"
#include "harness/cli/package_writer.h"
#include "harness/cli/progress.h"
#include "harness/cli/suite_file.h"
#include "harness/judge/judge.h"
#include "harness/judge/stricter.h"
#include "harness/report/assemble.h"
#include "harness/report/page_text.h"
#include "harness/report/report_json.h"
#include "harness/run/count.h"
#include "harness/run/ledger_file.h"
#include "harness/seal/escape.h"
#include "harness/seal/key_file.h"

namespace keur {
namespace {

std::atomic<bool> interrupted = false;

struct RunSettings {
  std::string suite, out;
  std::map<std::string, std::string> outputs;
  std::optional<PrivateKey> key;
  std::string signer;
  Redaction redaction = Redaction::ids;
  int threads = 1;
  bool force = false, open_passes = false, quiet = false;
};

class Run {
 public:
  Run(Console& console, RunSettings settings) : console_(console), settings_(std::move(settings)) {}

  int go() {
    occasion_.time_started = time_now();
    file_ = load_suite(settings_.suite, problems_);
    if (!file_.suite) return refuse(console_, problems_, file_.sources);
    const Suite& suite = *file_.suite;
    prepared_ = prepare(suite, settings_.outputs, problems_, settings_.threads);
    if (!prepared_ || !problems_.empty()) return refuse_all(suite);

    ReportDirectory directory(settings_.out.empty() ? "out/" + suite.id : settings_.out);
    if (const auto there = directory.finished_report(); there && !settings_.force) {
      std::string error;
      const auto report = read_json(*there, error);
      if (report &&
          report->report_id == report_id(*prepared_, settings_.redaction, settings_.signer))
        return show(*report, directory, "this run is complete already; nothing was done again");
    }
    if (const auto refusal = directory.claim(settings_.force))
      return usage_error(console_, refusal->message, refusal->hint);
    std::vector<Ledger> ledgers;
    if (const int code = count_all(suite, directory, ledgers)) return code;
    check_levels(suite, ledgers, problems_);
    if (!problems_.empty()) return abandon(directory);

    if (const int code = look_again(suite, directory, ledgers)) return code;
    std::vector<const Ledger*> stricter;
    for (const auto& ledger : stricter_) stricter.push_back(ledger ? &*ledger : nullptr);
    const Judgement judgement = judge(suite, ledgers, stricter);
    const Report report = assemble({suite, *prepared_, ledgers, judgement, seen_, rungs_,
                                    settings_.redaction, settings_.signer});
    occasion_.time_finished = time_now();
    occasion_.argv = console_.argv;
    occasion_.machine = this_machine(settings_.threads);
    if (const auto failure =
            write_package(directory, report, *prepared_, occasion_, *settings_.key)) {
      directory.discard();
      return usage_error(console_, "the report could not be sealed: " + *failure,
                         "nothing was published");
    }
    directory.publish();
    return show(report, directory, "");
  }

 private:
  // 0, or the exit code with which the run ends.
  int count_all(const Suite& suite, ReportDirectory& directory, std::vector<Ledger>& ledgers) {
    const bool anonymous = settings_.redaction == Redaction::counts;
    const std::string header = ledger_header(suite, *prepared_, anonymous);
    const std::string unfinished = directory.unfinished_ledger();
    auto resumed = read_unfinished_ledger(unfinished, header, suite);
    if (!resumed && !unfinished.empty() && !settings_.force)
      return usage_error(
          console_, fmt::format("'{}' holds another unfinished run", directory.staging().string()),
          "finish that one, or start anew with --force");
    const Resumed nothing{std::vector<std::vector<Entry>>(suite.tasks.size()), 0};
    const Resumed& before = resumed ? *resumed : nothing;
    directory.begin_ledger(before.bytes, header);

    ProgressLine progress(console_.err);
    CountOptions options;
    options.threads = settings_.threads;
    options.interrupted = &interrupted;
    options.anonymous = anonymous;
    options.write = [&](std::string_view lines) { directory.append_ledger(lines); };
    try {
      for (std::size_t i = 0; i < suite.tasks.size(); ++i) {
        options.progress = [&](std::uint64_t done, std::uint64_t all, const std::string& case_id) {
          progress.update(fmt::format("{}  {}", suite.tasks[i].id, escape_untrusted(case_id)), done,
                          all);
        };
        options.main = &main_metric(suite, i);
        auto ledger =
            count(suite.tasks[i], prepared_->tasks[i], before.entries[i], options, problems_);
        if (ledger) ledgers.push_back(std::move(*ledger));
      }
    } catch (const Interrupted&) {
      progress.wipe();
      return stop();
    }
    progress.wipe();
    return problems_.empty() ? 0 : abandon(directory);
  }

  // Everything that is wrong, also with the cases.
  int refuse_all(const Suite& suite) {
    CountOptions options;
    options.measure = false;
    for (std::size_t i = 0; prepared_ && i < suite.tasks.size(); ++i)
      count(suite.tasks[i], prepared_->tasks[i], {}, options, problems_);
    return refuse(console_, problems_, file_.sources);
  }

  int abandon(ReportDirectory& directory) {
    directory.discard();
    return refuse(console_, problems_, file_.sources);
  }

  // What the ledgers do not hold. 0, or the exit code with which the run ends.
  int look_again(const Suite& suite, ReportDirectory& directory,
                 const std::vector<Ledger>& ledgers) {
    PassOptions options;
    options.threads = settings_.threads;
    options.interrupted = &interrupted;
    try {
      for (std::size_t i = 0; i < suite.tasks.size(); ++i) {
        const Task& task = suite.tasks[i];
        PreparedTask& prepared = prepared_->tasks[i];
        stricter_.push_back(count_stricter(task, prepared, options, problems_));
        seen_.push_back(needs_a_look(task, settings_.redaction)
                            ? observe(task, prepared, options,
                                      cases_with_text(ledgers[i], settings_.redaction), problems_)
                            : Observations{});
        rungs_.push_back(task.ladder ? climb_ladder(task, prepared, suite.confidence, options,
                                                    problems_)
                                     : std::vector<LadderRung>{});
      }
    } catch (const Interrupted&) {
      return stop();
    }
    return problems_.empty() ? 0 : abandon(directory);
  }

  int stop() {
    write_out(console_.err, "keur: interrupted; the same command goes on where this one stopped\n");
    return exit_interrupted;
  }

  int show(const Report& report, const ReportDirectory& directory,
           const std::string& remark) const {
    const Terminal& out = console_.out;
    const std::string place = escape_untrusted(directory.path().string());
    std::string text = terminal_report(report, {out.colour, out.unicode, out.width});
    // The verdict stays the last line; where to look stands above it.
    std::size_t last = text.find_last_of('\n', text.size() - 2);
    last = last == std::string::npos ? 0 : last + 1;
    const std::string verdict = text.substr(last);
    std::string where =
        fmt::format("  report   {}/views/report.html  ({})\n  verify   keur verify {}\n", place,
                    settings_.signer == "ephemeral" ? "self-attested, ephemeral key"
                                                    : "signed by " + settings_.signer,
                    shell_word(place));
    if (!remark.empty()) where += fmt::format("  {}\n", remark);
    write_out(out, settings_.quiet ? verdict : text.substr(0, last) + where + verdict);
    const auto code = static_cast<int>(report.exit_code);
    return code == exit_inconclusive && settings_.open_passes ? exit_passed : code;
  }

  Console& console_;
  RunSettings settings_;
  Diagnostics problems_;
  SuiteFile file_;
  std::optional<Prepared> prepared_;
  std::vector<Observations> seen_;
  std::vector<std::vector<LadderRung>> rungs_;
  std::vector<std::optional<Ledger>> stricter_;  // one a task
  Occasion occasion_;
};

std::optional<Redaction> redaction_of(const std::string& word) {
  for (const Redaction redaction : {Redaction::counts, Redaction::ids, Redaction::text})
    if (word == name(redaction)) return redaction;
  return std::nullopt;
}

int run(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  Options options(self, {"SUITE"});
  options.add()("outputs", po::value<std::vector<std::string>>()->default_value({}, ""),
                "TASK=FILE: the tool's outputs, instead of those the suite names")(
      "out", po::value<std::string>()->default_value("", ""),
      "directory for the report (out/SUITE-NAME)")(
      "key", po::value<std::string>(),
      "private key to sign with; without one, a key for this run only")(
      "redaction", po::value<std::string>()->default_value("ids"),
      "what the report shows of a case: counts (not even its id), ids or text")(
      "force", "replace the report of another run")(
      "inconclusive", po::value<std::string>()->default_value("3", "stop"),
      "pass: exit 0 when no gate failed but one is open")(
      "threads", po::value<int>()->default_value(cores, "all"),
      "how many cores to use; changes no result")("quiet,q", "print the verdict line only");
  int exit_code = exit_passed;
  const auto values = options.parse(console, arguments, exit_code);
  if (!values) return exit_code;

  RunSettings settings;
  settings.suite = (*values)["SUITE"].as<std::string>();
  settings.out = (*values)["out"].as<std::string>();
  settings.force = values->count("force") > 0;
  settings.quiet = values->count("quiet") > 0;
  settings.threads = (*values)["threads"].as<int>();
  if (settings.threads < 1 || settings.threads > 256)
    return usage_error(console, "--threads must lie between 1 and 256");
  const std::string open = (*values)["inconclusive"].as<std::string>();
  if (open != "3" && open != "stop" && open != "pass")
    return usage_error(console, "--inconclusive must be pass or stop");
  settings.open_passes = open == "pass";
  const auto redaction = redaction_of((*values)["redaction"].as<std::string>());
  if (!redaction) return usage_error(console, "--redaction must be counts, ids or text");
  settings.redaction = *redaction;
  const auto outputs = output_files(console, (*values)["outputs"].as<std::vector<std::string>>());
  if (!outputs) return exit_usage;
  settings.outputs = *outputs;

  // Before the work, not after it.
  if (values->count("key")) {
    auto key = read_private_key((*values)["key"].as<std::string>());
    if (!key)
      return usage_error(console, fmt::format("{}: {}", key.refusal().file, key.refusal().message),
                         "make one with keur keygen --out NAME");
    settings.signer = key->public_key().key_id();
    settings.key = std::move(*key);
  } else {
    settings.signer = "ephemeral";
    settings.key = PrivateKey::generate(KeyAlgorithm::ed25519);
  }
  for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, [](int) { interrupted = true; });
  return Run(console, std::move(settings)).go();
}

}  // namespace

const Command& command_run();
const Command& command_run() {
  static const Command command{"run", "measure, judge, report and sign",
                               "keur run SUITE [--outputs TASK=FILE]... [--out DIR] [--key FILE]",
                               "  keur run suites/demo.yaml\n"
                               "  keur run suite.yaml --outputs dictation=vendor.jsonl --out "
                               "reports/vendor --key us.key.pem\n",
                               run};
  return command;
}

}  // namespace keur
