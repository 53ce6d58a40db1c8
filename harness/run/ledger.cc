// SPDX-License-Identifier: Apache-2.0
#include "harness/run/ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
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

// Where the bytes end. There has to be room for them.
char* put(char* to, std::string_view bytes) {
  return std::copy(bytes.begin(), bytes.end(), to);
}

constexpr std::size_t quoted_room(std::string_view text) { return 2 + 6 * text.size(); }

char* put_quoted(char* to, std::string_view text) {
  *to++ = '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      *to++ = '\\';
      *to++ = c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      to = fmt::format_to(to, "\\u{:04x}", static_cast<unsigned>(c));
    } else {
      *to++ = c;
    }
  }
  *to++ = '"';
  return to;
}

// Whole numbers print as such, the others in their shortest form that reads back the same: at most
// 24 bytes.
char* put_count(char* to, double count) {
  if (count >= 0 && count < 10 && count == std::floor(count)) {
    *to = static_cast<char>('0' + static_cast<int>(count));
    return to + 1;
  }
  const auto whole = static_cast<std::int64_t>(std::abs(count) < 1e15 ? count : 0);
  if (static_cast<double>(whole) == count) return std::to_chars(to, to + 24, whole).ptr;
  return fmt::format_to(to, "{}", count);
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

void append_line(std::string& out, std::string_view task, const Entry& entry) {
  // Room for all of it at once: a line is made of fifty small pieces.
  constexpr std::size_t room_of_keys = 128, room_of_a_count = 32;
  std::size_t room = room_of_keys + quoted_room(task) + quoted_room(entry.case_id) +
                     quoted_room(entry.cluster) + quoted_room(entry.condition) +
                     quoted_room(entry.pair) +
                     room_of_a_count * static_cast<std::size_t>(entry.counts.size());
  for (const std::string& group : entry.groups) room += 1 + quoted_room(group);
  // Most lines fit on the stack; making room in `out` would write zeros there first.
  char small[1024];
  std::string large(room > sizeof small ? room : 0, '\0');
  char* const begin = room > sizeof small ? large.data() : small;

  char* to = begin;
  to = put_quoted(put(to, "{\"task\":"), task);
  to = put_quoted(put(to, ",\"case\":"), entry.case_id);
  to = put_quoted(put(to, ",\"cluster\":"), entry.cluster);
  to = put(to, ",\"groups\":[");
  for (std::size_t i = 0; i < entry.groups.size(); ++i) {
    if (i) *to++ = ',';
    to = put_quoted(to, entry.groups[i]);
  }
  to = put_quoted(put(to, "],\"condition\":"), entry.condition);
  to = put_quoted(put(to, ",\"pair\":"), entry.pair);
  to = put(put(to, ",\"status\":\""), name(entry.status));
  to = put(to, "\",\"counts\":[");
  for (Eigen::Index i = 0; i < entry.counts.size(); ++i) {
    if (i) *to++ = ',';
    to = put_count(to, entry.counts[i]);
  }
  to = put(to, "]}\n");
  out.append(begin, static_cast<std::size_t>(to - begin));
}

}  // namespace keur
