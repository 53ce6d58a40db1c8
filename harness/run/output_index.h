// SPDX-License-Identifier: Apache-2.0
// Where the output of each case stands in the tool's file, by case id: the file may have any order.
// Ids are not kept. A hash of each leads to the record, and reading the record proves it. Memory is
// 12 bytes an output, and six more where the ids of the file do not ascend (natural_order.h).
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/data/record_stream.h"
#include "harness/run/compact_places.h"
#include "harness/run/id_list.h"
#include "harness/suite/suite.h"

namespace keur {

// A data file as a suite names it: opened, its format known.
struct Source {
  InputFile file;
  const Format* format;
  bool quotes;
  bool id_is_path;
};

// `path` is where the file is; the suite's place is used for messages. `recordings`: whether a case
// is a whole recording.
std::optional<Source> open_source(const Table& table, bool recordings, const std::string& path,
                                  Diagnostics& problems);

// The id as both sides compare it.
std::string_view case_id(std::string_view written, bool is_path);

// Adds a problem of one record.
void add_fault(const Source& source, const RecordPlace& record, const Fault& fault,
               Diagnostics& problems);

// More than this many problems in one file are not listed; reading stops there.
constexpr std::size_t most_problems = 1000;

class OutputIndex {
 public:
  using Number = std::uint32_t;  // of an output, in file order

  // Reads the whole file once. `seen` gets its bytes. Problems: bad records, duplicate ids, no
  // record at all.
  OutputIndex(const Source& source, const std::string& id_field, Diagnostics& problems,
              const std::function<void(std::string_view)>& seen);

  // The output of case `id`; nullopt when the tool gave nothing. `is(number)` reads an output and
  // says whether it has this id; it is mostly asked once. `guess`: which output might be next.
  // Safe from several threads.
  template <class Is>
  std::optional<Number> find(std::string_view id, Number guess, Is is) const {
    const std::uint32_t tag = tag_of(id);
    if (guess < tags_.size() && tags_[guess] == tag && is(guess)) return guess;
    if (!ascending_) return look_up(tag, is);
    for (auto [number, end] = group_of(id); number < end; ++number)
      if (tags_[number] == tag && is(number)) return number;
    return std::nullopt;
  }

  std::size_t size() const { return places_.size(); }
  RecordPlace place(Number number) const { return places_[number]; }
  const std::string& header() const { return header_; }

  // For one thread: the line of the case an output belongs to, 0 while it belongs to none.
  std::uint32_t& case_line(Number number) { return case_lines_[number]; }

  // Outputs nobody asked for, in file order, with their ids; at most `most_problems`.
  std::vector<std::pair<std::string, RecordPlace>> unused(const Source& source) const;

 private:
  class IdReader;

  // Open addressing, at most two thirds full, of numbers by tag.
  struct Table {
    std::vector<Number> slots;  // number + 1; 0: free

    std::size_t first(std::uint32_t tag) const {
      return static_cast<std::size_t>(std::uint64_t{tag} * slots.size() >> 32);
    }
    std::size_t next(std::size_t at) const { return at + 1 == slots.size() ? 0 : at + 1; }
    void put(std::uint32_t tag, Number number) {
      std::size_t at = first(tag);
      while (slots[at] != 0) at = next(at);
      slots[at] = number + 1;
    }
  };

  // Half of the hash of an id.
  static std::uint32_t tag_of(std::string_view id) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(id) >> 32);
  }
  template <class Is>
  std::optional<Number> look_up(std::uint32_t tag, Is is) const {
    for (std::size_t at = table_.first(tag); table_.slots[at] != 0; at = table_.next(at)) {
      const Number number = table_.slots[at] - 1;
      if (tags_[number] == tag && is(number)) return number;
    }
    return std::nullopt;
  }
  void build_table();
  // Where an id must stand if ids ascend: the first number and the one behind the last.
  std::pair<Number, Number> group_of(std::string_view id) const;

  std::string id_field_;
  std::string header_;
  CompactPlaces places_;
  std::vector<std::uint32_t> tags_;
  std::vector<std::uint32_t> case_lines_;
  // While ids ascend, the first one of each group of places; afterwards a table.
  bool ascending_ = true;
  IdList group_ids_;
  Table table_;
};

}  // namespace keur
