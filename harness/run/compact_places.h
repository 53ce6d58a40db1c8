// SPDX-License-Identifier: Apache-2.0
// Places of records in file order, in three bytes a record where one follows the other, each on a
// line of its own and shorter than 64 KiB; in nineteen where not.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "harness/data/record_stream.h"

namespace keur {

class CompactPlaces {
 public:
  static constexpr std::size_t each = 16;  // places to a group

  void reserve(std::size_t places) {
    lengths_.reserve(places);
    groups_.reserve(places / each + 1);
  }
  std::size_t size() const { return lengths_.size(); }

  void push_back(const RecordPlace& place) {
    const std::size_t in_group = size() % each;
    if (in_group == 0) groups_.push_back({place.offset, place.line, regular});
    Group& group = groups_.back();
    const bool follows =
        in_group == 0 || (place.offset == next_.offset && place.line == next_.line);
    if (group.whole == regular && (!follows || place.length > 0xffff)) write_out(group, in_group);
    if (group.whole != regular) wholes_[group.whole][in_group] = place;
    lengths_.push_back(static_cast<std::uint16_t>(place.length));
    next_ = {place.offset + place.length, 0, place.line + 1};
  }

  RecordPlace operator[](std::size_t number) const {
    const Group& group = groups_[number / each];
    if (group.whole != regular) return wholes_[group.whole][number % each];
    RecordPlace place{group.offset, lengths_[number], group.line};
    for (std::size_t i = number / each * each; i < number; ++i) {
      place.offset += lengths_[i];
      ++place.line;
    }
    return place;
  }

 private:
  static constexpr std::uint32_t regular = ~std::uint32_t{0};
  struct Group {
    std::uint64_t offset;  // of its first record
    std::uint32_t line;
    std::uint32_t whole;  // where its places stand in full; regular: nowhere
  };

  // In full, the first `count` of them.
  void write_out(Group& group, std::size_t count) {
    std::array<RecordPlace, each> places{};
    for (std::size_t i = 0; i < count; ++i) places[i] = (*this)[(groups_.size() - 1) * each + i];
    group.whole = static_cast<std::uint32_t>(wholes_.size());
    wholes_.push_back(places);
  }

  std::vector<std::uint16_t> lengths_;
  std::vector<Group> groups_;
  std::vector<std::array<RecordPlace, each>> wholes_;
  RecordPlace next_;  // where the next record is, if it is a regular one
};

}  // namespace keur
