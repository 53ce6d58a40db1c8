// SPDX-License-Identifier: Apache-2.0
#include "harness/run/ledger.h"

#include <fmt/format.h>

#include <cmath>

namespace keur {

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
  case_ids.push_back(entry.case_id);
  cluster.push_back(clusters.number(entry.cluster));
  condition.push_back(conditions.number(entry.condition));
  pair.push_back(entry.pair.empty() ? -1 : pairs.number(entry.pair));
  status.push_back(entry.status);
  for (std::size_t field = 0; field < groups_; ++field)
    groups_of_.push_back(levels_[field].number(entry.groups[field]));
  counts_.insert(counts_.end(), entry.counts.data(), entry.counts.data() + entry.counts.size());
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
