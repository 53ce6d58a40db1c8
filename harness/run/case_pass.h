// SPDX-License-Identifier: Apache-2.0
// The cases of a task once more, after count() found nothing wrong with them: what is not kept in a
// ledger, because it is text or because only some reports show it.
#pragma once
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "harness/run/case_reader.h"
#include "harness/run/count.h"
#include "harness/run/pipeline.h"

namespace keur {

struct PassOptions {
  int threads = 1;
  const std::atomic<bool>* interrupted = nullptr;
  // Cases to look at, told by what the reference data say of them; without it, all.
  std::function<bool(const Entry&)> wanted = {};
  // Bytes of reference data done, of how many.
  std::function<void(std::uint64_t, std::uint64_t)> progress = {};
};

// `look(entry, reference, output, found)` sees each case, on several threads; what it makes of the
// cases of a block it leaves in one `found`, which begins as Found{}. `take(found)` gets the blocks
// in the order of the data, on this thread, and says whether there is any need to go on. So the
// number of threads changes nothing. Throws Interrupted. A file that changed since it was opened is
// a problem.
template <class Found, class Look, class Take>
void over_cases(const Task& task, PreparedTask& prepared, const PassOptions& options,
                Diagnostics& problems, Look look, Take take) {
  struct Worker {
    CaseReader cases;
    OutputReader outputs;
  };
  struct Done {
    Found found{};
    Diagnostics problems;
    std::uint64_t end = 0;  // of the block, in the file
  };
  RecordStream stream(prepared.cases.file, *prepared.cases.format, prepared.cases.quotes);
  auto block = stream.next(problems);
  const int threads = std::max(1, options.threads);
  std::vector<Worker> workers;
  for (int i = 0; block && i < threads; ++i) {
    auto cases = CaseReader::make(task, prepared.cases, stream.header(), problems);
    auto outputs = OutputReader::make(task, prepared.outputs, prepared.index.header(), problems);
    if (!cases || !outputs) return;
    workers.push_back({std::move(*cases), std::move(*outputs)});
  }
  Pipeline<Block, Done> pipeline(threads, [&](Block& given, int number) {
    Worker& worker = workers[static_cast<std::size_t>(number)];
    Done done;
    for (const RecordPlace& place : given.records) {
      if (options.interrupted && *options.interrupted) throw Interrupted{};
      Entry entry;
      const auto* reference = worker.cases.read(given.data(place), place, entry, done.problems);
      done.end = place.offset + place.length;
      if (!reference || (options.wanted && !options.wanted(entry))) continue;
      const auto output = worker.outputs.find(prepared.index, entry.case_id);
      const auto* written = worker.outputs.read(output.has_value(), entry, done.problems);
      if (written) look(entry, *reference, *written, done.found);
    }
    return done;
  });
  bool more = true;
  const auto take_one = [&] {
    Done done = pipeline.take();
    problems.insert(problems.end(), done.problems.begin(), done.problems.end());
    if (more) more = take(std::move(done.found));
    if (options.progress) options.progress(done.end, prepared.cases.file.size());
  };
  const std::size_t ahead = threads == 1 ? 0 : static_cast<std::size_t>(threads) * 2;
  for (; block && more && problems.empty(); block = stream.next(problems)) {
    pipeline.give(std::move(*block));
    while (pipeline.pending() > ahead) take_one();
  }
  while (pipeline.pending() > 0) take_one();
  check_unchanged(prepared, problems);
}

}  // namespace keur
