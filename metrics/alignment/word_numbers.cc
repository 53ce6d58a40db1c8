// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/word_numbers.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace keur {
namespace {

template <class Integer>
std::uint64_t load(const char* from) {
  Integer value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

// Odd numbers with evenly spread bits: the fractional parts of the golden ratio and of sqrt(2).
constexpr std::uint64_t golden = 0x9e3779b97f4a7c15, root = 0x6a09e667f3bcc909;

}  // namespace

void WordNumbers::start(std::size_t words) {
  // At most half full, a small table a quarter: the first look then mostly decides.
  constexpr std::size_t largest_at_first = 4096;
  const std::size_t size =
      std::min(std::bit_ceil(std::max<std::size_t>(4 * words, 16)), largest_at_first);
  if (slots_.size() < size) slots_.resize(size, Slot{});
  mask_ = size - 1;
  count_ = 0;
  empty();
}

void WordNumbers::empty() {
  if (++era_ != 0) return;
  std::fill(slots_.begin(), slots_.end(), Slot{});
  era_ = 1;
}

WordNumbers::Key WordNumbers::key_of(std::string_view word) {
  const char* const bytes = word.data();
  const std::size_t length = word.size();
  if (length > 8)
    return {load<std::uint64_t>(bytes), load<std::uint64_t>(bytes + length - 8), word};
  if (length < 2) return {length == 0 ? 0 : load<std::uint8_t>(bytes), 0, word};
  // Four pairs of bytes, evenly spread, cover two to eight bytes without asking which: lengths of
  // words are what a processor guesses worst.
  const std::size_t last = length - 2, second = last / 3, third = 2 * last / 3;
  return {load<std::uint16_t>(bytes) | load<std::uint16_t>(bytes + second) << 16 |
              load<std::uint16_t>(bytes + third) << 32 | load<std::uint16_t>(bytes + last) << 48,
          0, word};
}

bool WordNumbers::Key::operator==(const Key& other) const {
  const std::uint64_t difference =
      (first ^ other.first) | (last ^ other.last) | (word.size() ^ other.word.size());
  return difference == 0 && (word.size() <= 16 || word == other.word);
}

std::uint64_t WordNumbers::Key::hash() const {
  std::uint64_t hash = (first ^ word.size()) * golden;
  hash = (hash ^ (hash >> 32) ^ last) * root;
  for (std::size_t at = 8; at + 8 < word.size(); at += 8)
    hash = (hash ^ (hash >> 32) ^ load<std::uint64_t>(word.data() + at)) * golden;
  return hash ^ (hash >> 32);
}

std::size_t WordNumbers::slot_of(const Key& key) const {
  std::size_t at = key.hash() & mask_;
  while (slots_[at].era == era_ && !(slots_[at].key == key)) at = (at + 1) & mask_;
  return at;
}

void WordNumbers::grow() {
  const std::size_t before = mask_ + 1;
  if (slots_.size() < 2 * before) slots_.resize(2 * before, Slot{});
  std::vector<Slot> taken;
  for (std::size_t at = 0; at < before; ++at)
    if (slots_[at].era == era_) taken.push_back(slots_[at]);
  mask_ = 2 * before - 1;
  empty();
  for (Slot& slot : taken) {
    slot.era = era_;
    slots_[slot_of(slot.key)] = slot;
  }
}

std::uint32_t WordNumbers::add(std::string_view word) {
  const Key key = key_of(word);
  Slot& slot = slots_[slot_of(key)];
  if (slot.era == era_) return slot.number;
  slot = {key, ++count_, era_};
  if (2 * std::size_t{count_} > mask_) grow();
  return count_;
}

std::uint32_t WordNumbers::find(std::string_view word) const {
  const Slot& slot = slots_[slot_of(key_of(word))];
  return slot.era == era_ ? slot.number : absent;
}

}  // namespace keur
