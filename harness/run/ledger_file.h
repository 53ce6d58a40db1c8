// SPDX-License-Identifier: Apache-2.0
// evidence/ledger.jsonl: a header line that says what was counted and how, then one line a case.
// The header also decides whether a half-finished run may be resumed: same header, same run.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/run/ledger.h"
#include "harness/run/prepare.h"

namespace keur {

// sha256 over program version, suite digest and the columns and settings of every task: runs with
// the same protocol may be compared.
std::string protocol_digest(const Suite& suite, const std::string& suite_sha256);

// The header line of a run, line end included. `anonymous`: the lines hold numbers for names.
std::string ledger_header(const Suite& suite, const Prepared& prepared, bool anonymous);

// Entries of a ledger under construction, by task in suite order, and how many of its bytes they
// take: a line that was cut short by a crash is left out. nullopt when the header differs or a line
// is not ours.
struct Resumed {
  std::vector<std::vector<Entry>> entries;
  std::size_t bytes = 0;
};
std::optional<Resumed> read_unfinished_ledger(std::string_view text, const std::string& header,
                                              const Suite& suite);

// The entries of a finished ledger, by task in suite order, whose term lists need not be at hand:
// its header says which columns were counted. nullopt when it is not a whole ledger of this suite.
std::optional<std::vector<std::vector<Entry>>> read_ledger(std::string_view text,
                                                           const Suite& suite);

}  // namespace keur
