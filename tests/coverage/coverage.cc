// SPDX-License-Identifier: Apache-2.0
// Do 95 % intervals cover 95 %? Does a gate pass a tool that lies on its limit, is one of several
// equal groups called worse off? Simulated studies, judged as `keur run` judges real ones.
//   coverage STUDIES          so many a row; prints the table of the README
// Exit 0: every row within its bounds, 1: one is not.
#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "harness/judge/judge.h"
#include "harness/judge/made_up_test.h"
#include "tests/coverage/design.h"

namespace keur {
namespace {

constexpr Design designs[] = {
    {"speakers alike, 8 % errors", 0.08, Sizes::alike},
    {"rare events, 0.4 %", 0.004, Sizes::alike},
    {"speakers of uneven size", 0.08, Sizes::uneven},
    {"one speaker with half of the words", 0.08, Sizes::one_large},
};
constexpr int speaker_counts[] = {8, 12, 20, 40};
constexpr int group_counts[] = {3, 5, 10};
constexpr int speakers_a_group = 10;

Suite suite_with(const Gate& gate, const std::vector<std::string>& groups) {
  Suite suite = suite_of(groups);
  suite.seed = "1";
  suite.gates.push_back(gate);
  return suite;
}

void add(Ledger& ledger, const std::vector<Speaker>& speakers, const std::string& group) {
  std::vector<std::string> groups;
  if (!group.empty()) groups.push_back(group);
  for (std::size_t i = 0; i < speakers.size(); ++i)
    ledger.add(entry(group + std::to_string(i), speakers[i].errors, speakers[i].words, groups));
}

// Of all studies of a row.
struct Tally {
  std::atomic<long> covered{0}, above{0}, below{0}, passed{0}, biased{0};
};

class Bar {
 public:
  explicit Bar(long total) : total_(total), shown_(isatty(STDERR_FILENO)) {}
  void step(const char* what) {
    const long done = ++done_;
    if (!shown_ || done % 500 != 0) return;
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    const double share = static_cast<double>(done) / static_cast<double>(total_);
    const auto filled = static_cast<std::size_t>(30 * share);
    fmt::print(stderr, "\r[{}{}] {:3.0f} %, {:.0f} s left  {:<36}", std::string(filled, '#'),
               std::string(30 - filled, '.'), 100 * share, seconds / share - seconds, what);
  }
  ~Bar() {
    if (shown_) fmt::print(stderr, "\r{:90}\r", "");
  }

 private:
  const long total_;
  const bool shown_;
  std::atomic<long> done_{0};
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// Study i is the same whichever thread takes it.
void for_every_study(long studies, const std::function<void(long)>& one) {
  const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> workers;
  for (unsigned t = 0; t < threads; ++t)
    workers.emplace_back([&, t] {
      for (long i = t; i < studies; i += threads) one(i);
    });
  for (std::thread& worker : workers) worker.join();
}

double percent(long count, long studies) {
  return 100 * static_cast<double>(count) / static_cast<double>(studies);
}

// Three standard errors of a share that is simulated, in points.
double simulation_error(double share, long studies) {
  return 300 * std::sqrt(share * (1 - share) / static_cast<double>(studies));
}

class Simulation {
 public:
  explicit Simulation(long studies)
      : studies_(studies),
        bar_(studies * static_cast<long>(std::size(designs) * std::size(speaker_counts) +
                                         2 * std::size(group_counts))) {}

  bool run() {
    std::string table =
        "| study | speakers | covered | missed above | missed below | passed on the limit |\n"
        "|---|---|---|---|---|---|\n";
    for (std::size_t d = 0; d < std::size(designs); ++d)
      for (const int speakers : speaker_counts) table += one_value(d, speakers);
    table +=
        "\n| equal groups of 10 speakers | limit | studies that call one worse off |\n|---|---|---|\n";
    for (const int groups : group_counts)
      for (const double limit : {0.0, 0.01}) table += equal_groups(groups, limit);
    fmt::print("{}", table);
    for (const std::string& failure : failures_) fmt::print(stderr, "outside: {}\n", failure);
    return failures_.empty();
  }

 private:
  std::string one_value(std::size_t d, int speakers) {
    const Design& design = designs[d];
    const Suite suite = suite_with(gate_of("rate", Direction::at_most, design.rate), {});
    Tally tally;
    for_every_study(studies_, [&](long i) {
      Ledger ledger(0, 2);
      add(ledger, study(design, speakers, number(d, speakers, i)), "");
      const Judgement judgement = judge(suite, {ledger});
      const Finding& found = judgement.gates[0].parts[0];
      const Interval interval = *found.estimate.interval;
      if (interval.upper < design.rate)
        ++tally.below;
      else if (interval.lower > design.rate)
        ++tally.above;
      else
        ++tally.covered;
      if (found.verdict == Verdict::pass) ++tally.passed;
      bar_.step(design.name);
    });
    const double covered = percent(tally.covered, studies_), passed = percent(tally.passed, studies_);
    const double slack = simulation_error(0.05, studies_);
    const std::string row = fmt::format("{}, {} speakers", design.name, speakers);
    if (covered < 93 - slack || covered > 97 + slack)
      failures_.push_back(fmt::format("{}: covered {:.1f} %, not 93 to 97", row, covered));
    if (passed > 3 + simulation_error(0.03, studies_))
      failures_.push_back(fmt::format("{}: passed {:.1f} %, more than 3", row, passed));
    return fmt::format("| {} | {} | {:.1f} % | {:.1f} % | {:.1f} % | {:.1f} % |\n", design.name,
                       speakers, covered, percent(tally.above, studies_),
                       percent(tally.below, studies_), passed);
  }

  std::string equal_groups(int groups, double limit) {
    const Suite suite = suite_with(contrast_gate("g0", limit), {"region"});
    Tally tally;
    for_every_study(studies_, [&](long i) {
      Ledger ledger(1, 2);
      for (int g = 0; g < groups; ++g)
        add(ledger,
            study(designs[0], speakers_a_group,
                  number(10 + static_cast<std::size_t>(groups), g, i)),
            "g" + std::to_string(g));
      if (judge(suite, {ledger}).gates[0].verdict == Verdict::fail) ++tally.biased;
      bar_.step("equal groups");
    });
    const double biased = percent(tally.biased, studies_);
    const std::string shown = limit > 0 ? fmt::format("{:g} point", 100 * limit) : "0";
    if (biased > 5 + simulation_error(0.05, studies_))
      failures_.push_back(fmt::format("{} equal groups, limit {}: {:.1f} % called worse off", groups,
                                      shown, biased));
    return fmt::format("| {} | {} | {:.1f} % |\n", groups, shown, biased);
  }

  static std::uint64_t number(std::size_t row, int column, long study) {
    return (static_cast<std::uint64_t>(row) * 1000 + static_cast<std::uint64_t>(column)) *
               10'000'000 +
           static_cast<std::uint64_t>(study);
  }

  const long studies_;
  Bar bar_;
  std::vector<std::string> failures_;
};

}  // namespace
}  // namespace keur

int main(int argc, char** argv) {
  long studies = 0;
  if (argc == 2) std::from_chars(argv[1], argv[1] + std::strlen(argv[1]), studies);
  if (studies < 100 || studies > 1'000'000) {
    fmt::print(stderr, "usage: coverage STUDIES (100 to 1000000)\n");
    return 2;
  }
  return keur::Simulation(studies).run() ? 0 : 1;
}
