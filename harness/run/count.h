// SPDX-License-Identifier: Apache-2.0
// Cases in, rows out: reads the reference data once, in file order, fetches the output of each case
// and counts. The ledger has the order of the reference data, whatever the number of threads.
#pragma once
#include <atomic>
#include <functional>

#include "harness/run/ledger.h"
#include "harness/run/prepare.h"

namespace keur {

struct CountOptions {
  int threads = 1;
  bool measure = true;  // false: read and check everything, count nothing
  const std::atomic<bool>* interrupted = nullptr;
  // Bytes of reference data done, of how many, and the case reached.
  std::function<void(std::uint64_t, std::uint64_t, const std::string&)> progress;
  // Numbers in the order of the data instead of case, cluster and pair names in the ledger's lines.
  bool anonymous = false;
  // Which cases weigh most is told by this metric (main_metric of the suite); none: not told.
  const Metric* main = nullptr;
  // Ledger lines in order, as they are made.
  std::function<void(std::string_view)> write;
};

// Thrown when `interrupted` became true; everything written so far is whole.
struct Interrupted {};

// `resumed` are entries counted by an earlier, unfinished run, in ledger order. nullopt after any
// problem: unusable records, duplicate cases, outputs nobody asked for, no case at all, a file that
// changed meanwhile.
std::optional<Ledger> count(const Task& task, PreparedTask& prepared,
                            const std::vector<Entry>& resumed, const CountOptions& options,
                            Diagnostics& problems);

// A problem for each file of the task that is not the one that was opened.
void check_unchanged(const PreparedTask& prepared, Diagnostics& problems);

}  // namespace keur
