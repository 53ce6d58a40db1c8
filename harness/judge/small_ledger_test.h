// SPDX-License-Identifier: Apache-2.0
// What the tests of this folder judge: a few speakers, a few groups.
#pragma once
#include <string>
#include <vector>

#include "harness/judge/judge.h"
#include "harness/judge/made_up_test.h"
#include "tests/catch.h"

namespace keur {

// Six speakers of the vector A_6_speakers (fixtures/vectors/ratio_cluster_se.json): rate 127 of
// 1613 = 0.0787, 95 % interval on the log scale with 5 degrees of freedom [0.0503058, 0.1232311],
// one-sided 95 % upper bound 0.1118602.
inline std::vector<Entry> six_speakers(const std::vector<std::string>& groups = {},
                                       const std::string& condition = "") {
  const double events[] = {12, 30, 7, 22, 15, 41}, trials[] = {240, 310, 198, 275, 260, 330};
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < 6; ++i)
    entries.push_back(
        entry("speaker " + std::to_string(i), events[i], trials[i], groups, condition));
  return entries;
}

inline GateFinding judged(Suite suite, const Gate& gate, const Ledger& ledger) {
  suite.gates = {gate};
  const Judgement judgement = judge(suite, {ledger});
  REQUIRE(judgement.gates.size() == 1);
  return judgement.gates[0];
}

// Twelve speakers of a group whose rates lie around `percent`: a little below and a little above.
inline void add_group(std::vector<Entry>& entries, const std::string& level, double percent,
               const std::string& condition = "") {
  for (int i = 0; i < 12; ++i)
    entries.push_back(entry(level + std::to_string(i), 10 * percent + (i % 2 ? 10 : -10), 1000,
                            {level}, condition));
}

inline std::vector<std::string> levels(const GateFinding& finding) {
  std::vector<std::string> names;
  for (const Finding& part : finding.parts) names.push_back(part.level);
  return names;
}

}  // namespace keur
