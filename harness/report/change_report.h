// SPDX-License-Identifier: Apache-2.0
// Two runs side by side, as the pages of `keur compare` show them.
#pragma once
#include <string>
#include <vector>

#include "harness/report/report.h"

namespace keur {

// One metric in both runs. A gate's row is judged, any other is shown.
struct ChangeRow {
  std::string task, metric, title, titel;
  std::string gate;       // empty: all cases, all conditions
  std::string condition;  // the level the gate judges; empty: all
  std::string better;     // lower | higher
  Measurement base, fresh, difference;
  std::string margin_text;  // 0.5 points; empty: none was declared, so none is allowed
  std::string verdict;      // of gates: pass | fail | inconclusive | not_estimable; else empty
  std::string reason, reden;
};

// A case that had no error in one run and has some in the other.
struct FlippedCase {
  std::string task, id, cluster, condition;
  double base = 0, fresh = 0;  // errors, of the main metric
};

struct RunSide {
  std::string report_id, verdict, signer;
  std::vector<std::string> tools;    // name and version, one a task
  std::vector<std::string> outputs;  // sha256, one a task
};

struct ChangeReport {
  std::int64_t schema = 1;
  std::string suite_id, suite_version, suite_title, protocol;
  double confidence = 0;
  RunSide base, fresh;
  std::vector<ChangeRow> gates, metrics;
  std::int64_t newly_wrong = 0, newly_right = 0;  // all of them; the lists are cut
  std::vector<FlippedCase> newly_wrong_cases, newly_right_cases;
  std::string cluster_kind;  // plural
  std::string verdict;       // pass | fail | inconclusive
  std::int64_t exit_code = 3;
  std::string sentence, zin;
};

// Flipped cases that are listed; without ids (redaction counts) they are numbers.
inline constexpr std::size_t most_flips_listed = 20;

std::string change_json(const ChangeReport& change);
std::string html_change(const ChangeReport& change);

}  // namespace keur
