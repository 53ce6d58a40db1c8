// SPDX-License-Identifier: Apache-2.0
// The part of the report that is about single cases and the words in them. How much of it is filled
// follows Report::redaction: at `counts` no ids, at `ids` no words. The numbers are always there.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keur {

// A word of the reference and what the output has for it.
struct TextPiece {
  // correct | substituted | removed | inserted; heading: who speaks, in `reference`, from here on
  std::string mark;
  std::string reference, output;
};

// Where the worst cases are; text only when the report was asked to carry it.
struct WorstCase {
  std::string id, cluster, condition;
  double numerator = 0, denominator = 0;
  std::string status;  // matched | missing | errored
  std::vector<TextPiece> text;
};

// The same words wrong in the same way.
struct Confusion {
  std::string mark;  // substituted | removed | inserted | forgiven
  std::string reference, output;
  std::int64_t times = 0, cases = 0;
  std::int64_t clusters = 0;  // Confusions::most_clusters where there are more
};

// The errors of one mark.
struct ConfusionTotal {
  std::string mark;
  std::optional<std::int64_t> times;
  // Words or pairs of words, and how many of those occur in more than one cluster; nullopt where
  // nobody looked, which a report without words and without findings does not need.
  std::optional<std::int64_t> different, shared;
};

struct Confusions {
  std::vector<ConfusionTotal> totals;
  // Above 0: there were more different ones than the table of this program holds, and a number of
  // times may be too small by this much, `different` and `shared` by any.
  std::int64_t uncertain = 0;
  std::int64_t most_clusters = 0;
  std::vector<Confusion> errors, forgiven;  // those of most clusters
};

// How many errors a class has.
struct ErrorClass {
  std::string id, title, titel;  // C1
  std::int64_t severity_4 = 0, severity_3 = 0, severity_2 = 0, severity_1 = 0;
};

// One error that can harm, in its surroundings.
struct CriticalError {
  std::string case_id, cluster, condition;
  std::string class_id, kind, title, titel;  // C1, dose_value_wrong, another dose
  std::int64_t severity = 0;
  std::vector<TextPiece> before, at, after;
  bool cut = false;  // `at` goes on
};

// What identifies somebody and nobody said.
struct DisclosureTotal {
  std::string kind, title, titel;
  std::int64_t times = 0;
};
struct DisclosedCase {
  std::string case_id, kind, masked;
};

struct CriticalErrors {
  std::vector<ErrorClass> classes;  // all the task can find, found or not; empty: it looks for none
  std::vector<CriticalError> list;  // from severity 4 to 2, else in the order of the data
  std::vector<DisclosureTotal> disclosures;  // those found
  std::vector<DisclosedCase> disclosed;
};

}  // namespace keur
