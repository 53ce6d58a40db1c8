// SPDX-License-Identifier: Apache-2.0
// The report of a run: every fact the pages need, put together once.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "harness/judge/judge.h"
#include "harness/judge/ladder.h"
#include "harness/report/assemble_cases.h"
#include "harness/report/report.h"
#include "harness/run/prepare.h"

namespace keur {

struct Assembly {
  const Suite& suite;
  const Prepared& prepared;
  const std::vector<Ledger>& ledgers;
  const Judgement& judgement;
  const std::vector<Observations>& seen;              // one a task
  const std::vector<std::vector<LadderRung>>& rungs;  // one a task; empty where none was asked for
  Redaction redaction;
  std::string signer;
};

// An estimate as the report shows it. `left_out`: cases without a counterpart.
Measurement measurement(const Task& task, const Estimate& estimate, long left_out = 0,
                        long lacking = 0);

// How many worst cases a report lists for each task.
inline constexpr std::size_t worst_cases = 20;
static_assert(worst_cases <= Ledger::most_kept);

// The ids of the cases whose text the report shows.
std::set<std::string> cases_with_text(const Ledger& ledger, Redaction redaction);

Report assemble(const Assembly& assembly);

// urn:uuid of version 8 from the digests of everything that decides the report's content.
std::string report_id(const Prepared& prepared, Redaction redaction, const std::string& signer);

}  // namespace keur
