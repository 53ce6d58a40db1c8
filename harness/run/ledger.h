// SPDX-License-Identifier: Apache-2.0
// The waist of the hourglass: a row of counts a case, with its cluster, groups and condition, and
// no text. Everything below works on sums of these alone.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "metrics/core/metric.h"
#include "metrics/core/row.h"

namespace keur {

// Numbers names in the order they first appear.
class Names {
 public:
  int number(std::string_view name);      // adds it when new
  int find(std::string_view name) const;  // -1 when unknown
  const std::string& operator[](int number) const {
    return names_[static_cast<std::size_t>(number)];
  }
  int size() const { return static_cast<int>(names_.size()); }
  const std::vector<std::string>& all() const { return names_; }

 private:
  std::vector<std::string> names_;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, int, Hash, std::equal_to<>> numbers_;
};

enum class Status : std::uint8_t {
  matched,
  missing,  // the tool gave nothing for this case: judged on an empty output
  errored,  // the tool said null: judged on an empty output
};
const char* name(Status status);

// One line of the ledger.
struct Entry {
  std::string case_id, cluster, condition, pair;  // the last two empty where not declared
  std::vector<std::string> groups;                // in the order of the task's groups
  Status status = Status::matched;
  Row counts;
};

// A case that the report names: one without an output, or one with much in it.
struct NamedCase {
  std::size_t number = 0;  // from 0, in the order of the reference data
  std::string id, cluster, condition;
  Status status = Status::matched;
  double numerator = 0, denominator = 0;  // of the task's main metric
};

// The entries of one task, added up by cell: cases that share cluster, condition, groups and pair
// are one row, because no estimate can tell them apart. Memory follows the cells, not the cases.
class Ledger {
 public:
  // The main metric says which cases weigh most; without one, none is kept.
  Ledger(std::size_t groups, std::size_t columns, const Metric* main = nullptr)
      : groups_(groups), columns_(columns), main_(main), levels_(groups) {}

  void add(const Entry& entry);

  std::size_t cases() const { return cases_; }
  // Those in order of the reference data whose output was missing or null.
  const std::vector<NamedCase>& without_output() const { return without_output_; }
  // The cases with the largest numerators above 0, at most `most_kept`, largest first, ties in the
  // order of the reference data.
  static constexpr std::size_t most_kept = 20;
  std::vector<NamedCase> weightiest() const;

  // Row by row, in the order cells first appear.
  std::size_t rows() const { return cases_of_.size(); }
  long cases_of(std::size_t row) const { return cases_of_[row]; }
  int cluster(std::size_t row) const { return names_of(row)[0]; }
  int condition(std::size_t row) const { return names_of(row)[1]; }
  int pair(std::size_t row) const { return names_of(row)[2]; }  // -1: belongs to no pair
  int group(std::size_t row, std::size_t field) const { return names_of(row)[3 + field]; }
  Eigen::Map<const Rows> counts() const {
    return {counts_.data(), static_cast<Eigen::Index>(rows()), static_cast<Eigen::Index>(columns_)};
  }

  const Names& levels(std::size_t field) const { return levels_[field]; }
  Names clusters, conditions, pairs;

 private:
  std::size_t names_each() const { return 3 + groups_; }
  const int* names_of(std::size_t row) const { return names_of_.data() + row * names_each(); }
  std::size_t row_of(const std::vector<int>& names);
  void weigh(const Entry& entry);
  NamedCase named(const Entry& entry) const;

  std::size_t groups_ = 0, columns_ = 0, cases_ = 0;
  const Metric* main_ = nullptr;
  std::vector<Names> levels_;
  std::vector<int> names_of_;  // of each row: cluster, condition, pair, groups
  std::vector<long> cases_of_;
  std::vector<double> counts_;
  std::vector<std::uint32_t> slots_;  // row + 1 by hash of its names, 0: free
  std::vector<int> key_;
  std::vector<NamedCase> without_output_;
  std::vector<NamedCase> weightiest_;  // a heap, the lightest on top
};

// The entry as one line of evidence/ledger.jsonl, line end included.
void append_line(std::string& out, std::string_view task, const Entry& entry);

}  // namespace keur
