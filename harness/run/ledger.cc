// SPDX-License-Identifier: Apache-2.0
#include "harness/run/ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace keur {
namespace {

std::size_t hash_of(const int* names, std::size_t count) {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < count; ++i) {
    hash = (hash ^ static_cast<std::uint32_t>(names[i])) * 0x9e3779b97f4a7c15;
    hash ^= hash >> 29;
  }
  return hash;
}

bool weighs_more(const NamedCase& a, const NamedCase& b) {
  return a.numerator != b.numerator ? a.numerator > b.numerator : a.number < b.number;
}

}  // namespace

int Names::number(std::string_view name) {
  if (const auto found = numbers_.find(name); found != numbers_.end()) return found->second;
  const int number = size();
  names_.emplace_back(name);
  numbers_.emplace(names_.back(), number);
  return number;
}

int Names::find(std::string_view name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? -1 : found->second;
}

const char* name(Status status) {
  switch (status) {
    case Status::matched:
      return "matched";
    case Status::missing:
      return "missing";
    case Status::errored:
      return "errored";
  }
  return "";
}

void Ledger::add(const Entry& entry) {
  key_.assign({clusters.number(entry.cluster), conditions.number(entry.condition),
               entry.pair.empty() ? -1 : pairs.number(entry.pair)});
  for (std::size_t field = 0; field < groups_; ++field)
    key_.push_back(levels_[field].number(entry.groups[field]));
  const std::size_t row = row_of(key_);
  ++cases_of_[row];
  for (std::size_t column = 0; column < columns_; ++column)
    counts_[row * columns_ + column] += entry.counts[static_cast<Eigen::Index>(column)];
  if (entry.status != Status::matched) without_output_.push_back(named(entry));
  if (main_) weigh(entry);
  ++cases_;
}

// The row with these names; a new one of zeros when there is none.
std::size_t Ledger::row_of(const std::vector<int>& names) {
  if (2 * (rows() + 1) > slots_.size()) {
    slots_.assign(std::max<std::size_t>(64, 2 * slots_.size()), 0);
    for (std::size_t row = 0; row < rows(); ++row) {
      std::size_t at = hash_of(names_of(row), names_each()) & (slots_.size() - 1);
      while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = static_cast<std::uint32_t>(row + 1);
    }
  }
  std::size_t at = hash_of(names.data(), names.size()) & (slots_.size() - 1);
  for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
    if (std::equal(names.begin(), names.end(), names_of(slots_[at] - 1))) return slots_[at] - 1;
  slots_[at] = static_cast<std::uint32_t>(rows() + 1);
  names_of_.insert(names_of_.end(), names.begin(), names.end());
  counts_.resize(counts_.size() + columns_, 0);
  cases_of_.push_back(0);
  return rows() - 1;
}

NamedCase Ledger::named(const Entry& entry) const {
  return {cases_, entry.case_id, entry.cluster, entry.condition, entry.status, 0, 0};
}

void Ledger::weigh(const Entry& entry) {
  // A case with no denominator of its own still counts: its numerator is what was invented.
  const auto own = main_->evaluate(entry.counts);
  if (!own || !(own->numerator > 0)) return;
  // Of equal ones the earlier stays, so a later one must weigh more than the lightest.
  const bool full = weightiest_.size() == most_kept;
  if (full && own->numerator <= weightiest_.front().numerator) return;
  if (full) {
    std::pop_heap(weightiest_.begin(), weightiest_.end(), weighs_more);
    weightiest_.pop_back();
  }
  NamedCase kept = named(entry);
  kept.numerator = own->numerator;
  kept.denominator = own->denominator;
  weightiest_.push_back(std::move(kept));
  std::push_heap(weightiest_.begin(), weightiest_.end(), weighs_more);
}

std::vector<NamedCase> Ledger::weightiest() const {
  std::vector<NamedCase> sorted = weightiest_;
  std::sort(sorted.begin(), sorted.end(), weighs_more);
  return sorted;
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_line(std::string& out, std::string_view task, const Entry& entry) {
  out += "{\"task\":";
  append_quoted(out, task);
  out += ",\"case\":";
  append_quoted(out, entry.case_id);
  out += ",\"cluster\":";
  append_quoted(out, entry.cluster);
  out += ",\"groups\":[";
  for (std::size_t i = 0; i < entry.groups.size(); ++i) {
    if (i) out += ',';
    append_quoted(out, entry.groups[i]);
  }
  out += "],\"condition\":";
  append_quoted(out, entry.condition);
  out += ",\"pair\":";
  append_quoted(out, entry.pair);
  out += ",\"status\":\"";
  out += name(entry.status);
  out += "\",\"counts\":[";
  // Whole numbers print as such, the others in their shortest form that reads back the same.
  for (Eigen::Index i = 0; i < entry.counts.size(); ++i) {
    if (i) out += ',';
    const double count = entry.counts[i];
    const auto whole = static_cast<std::int64_t>(std::abs(count) < 1e15 ? count : 0);
    if (static_cast<double>(whole) == count) {
      const fmt::format_int digits(whole);
      out.append(digits.data(), digits.size());
    } else {
      fmt::format_to(std::back_inserter(out), "{}", count);
    }
  }
  out += "]}\n";
}

}  // namespace keur
