// SPDX-License-Identifier: Apache-2.0
// What the shell sees. Public and stable; the last line of stdout says the same in words.
#pragma once

namespace keur {

enum ExitCode : int {
  exit_passed = 0,         // every gate passed; for `verify`: authentic, and the gates passed
  exit_failed = 1,         // a gate failed; for `verify`: refused
  exit_usage = 2,          // usage, suite or data error: nothing was judged
  exit_inconclusive = 3,   // no gate failed, one is open; for `verify`: authentic, gates not passed
  exit_incomplete = 4,     // `verify`: authentic, but some evidence was not at hand
  exit_bug = 70,           // ours
  exit_interrupted = 130,  // the ledger is whole: the same command goes on
};

}  // namespace keur
