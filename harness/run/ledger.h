// SPDX-License-Identifier: Apache-2.0
// The waist of the hourglass: one row of counts a case, with its cluster, groups and condition, and
// no text. Everything below works on this alone.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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

// The entries of one task, by column. Memory is a few dozen bytes a case plus its id.
class Ledger {
 public:
  Ledger() = default;
  Ledger(std::size_t groups, std::size_t columns)
      : groups_(groups), columns_(columns), levels_(groups) {}

  void add(const Entry& entry);

  std::size_t cases() const { return case_ids.size(); }
  std::size_t columns() const { return columns_; }
  int group(std::size_t row, std::size_t field) const { return groups_of_[row * groups_ + field]; }
  const Names& levels(std::size_t field) const { return levels_[field]; }
  Eigen::Map<const Rows> counts() const {
    return {counts_.data(), static_cast<Eigen::Index>(cases()),
            static_cast<Eigen::Index>(columns_)};
  }

  std::vector<std::string> case_ids;
  std::vector<int> cluster, condition, pair;  // numbers of the Names below
  std::vector<Status> status;
  Names clusters, conditions, pairs;

 private:
  std::size_t groups_ = 0, columns_ = 0;
  std::vector<Names> levels_;
  std::vector<int> groups_of_;
  std::vector<double> counts_;
};

// The entry as one line of evidence/ledger.jsonl, line end included.
void append_line(std::string& out, std::string_view task, const Entry& entry);

// A JSON string literal with its quotes; `text` is valid UTF-8.
void append_quoted(std::string& out, std::string_view text);

}  // namespace keur
