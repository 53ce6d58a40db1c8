// SPDX-License-Identifier: Apache-2.0
#include "harness/run/id_table.h"

#include <algorithm>
#include <functional>

namespace keur {
namespace {

std::uint64_t hash_of(std::string_view id) { return std::hash<std::string_view>{}(id); }
std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

}  // namespace

std::pair<std::size_t, bool> IdTable::add(std::string_view id) {
  if (2 * (size() + 1) > slots_.size()) grow();
  const std::uint64_t hash = hash_of(id);
  Slot& slot = slots_[slot_of(id, hash)];
  if (slot.number != nobody) return {slot.number, false};
  slot = {static_cast<std::uint32_t>(size()), tag_of(hash)};
  ids_.push_back(id);
  hashes_.push_back(hash);
  return {slot.number, true};
}

std::optional<std::size_t> IdTable::find(std::string_view id) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[slot_of(id, hash_of(id))];
  if (slot.number == nobody) return std::nullopt;
  return slot.number;
}

// Where the id stands, or where it would.
std::size_t IdTable::slot_of(std::string_view id, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != nobody &&
         !(slots_[at].tag == tag_of(hash) && (*this)[slots_[at].number] == id))
    at = (at + 1) & mask;
  return at;
}

void IdTable::grow() {
  slots_.assign(std::max<std::size_t>(64, 2 * slots_.size()), Slot{});
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t number = 0; number < hashes_.size(); ++number) {
    std::size_t at = hashes_[number] & mask;
    while (slots_[at].number != nobody) at = (at + 1) & mask;
    slots_[at] = {static_cast<std::uint32_t>(number), tag_of(hashes_[number])};
  }
}

}  // namespace keur
