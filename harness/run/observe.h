// SPDX-License-Identifier: Apache-2.0
// What is seen in the cases of a task that sums cannot tell: which words are taken for which, what
// a patient could come to harm by, and where. Some of it is text; who asks decides what of it
// leaves the house.
#pragma once
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "harness/run/case_pass.h"
#include "harness/run/excerpt.h"
#include "harness/run/recurring.h"

namespace keur {

// The case that something was seen in.
struct Seen {
  std::size_t number = 0;  // from 0, in the order of the reference data
  std::string id, cluster, condition;
};

struct SeenFinding {
  Seen where;
  std::string_view class_id, kind;
  int severity = 0;
  Excerpt excerpt;
};

struct SeenDisclosure {
  Seen where;
  std::string_view kind;
  std::string masked;
};

// Words that recur, and those that were forgiven. Words longer than this many bytes are cut short.
inline constexpr std::size_t longest_word = 100;
std::string recurring_name(Mark mark, std::string_view reference, std::string_view output);
Piece recurring_piece(std::string_view name);

// Findings listed for each severity, and disclosures; beyond that they are only counted.
inline constexpr std::size_t most_listed = 200;
inline constexpr int least_listed_severity = 2;

struct Observations {
  bool made = false;  // somebody looked
  Recurring errors, forgiven;  // of recurring_name; forgiven ones are `substituted`
  std::int64_t times_forgiven = 0;
  std::map<std::pair<std::string_view, int>, std::int64_t> findings;  // of each class and severity
  std::vector<SeenFinding> listed;  // from severity 4 down, else in the order of the data
  std::map<std::string_view, std::int64_t> disclosures;  // of each kind
  std::vector<SeenDisclosure> disclosed;
  std::map<std::string, Comparison> texts;  // of the cases asked for
};

// `texts`: ids of cases to keep the words of. Memory: bounded by the tables above, and the texts.
Observations observe(const Task& task, PreparedTask& prepared, const PassOptions& options,
                     const std::set<std::string>& texts, Diagnostics& problems);

}  // namespace keur
