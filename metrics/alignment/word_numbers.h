// SPDX-License-Identifier: Apache-2.0
// Small numbers for words: equal words, equal numbers. One table serves pair after pair without
// being cleared. Cost: about one multiplication and one look into the table a word.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace keur {

class WordNumbers {
 public:
  static constexpr std::uint32_t absent = 0;

  // Forgets all words. `words`: about as many calls of add() will follow; the table grows with the
  // kinds of words, which in a long text are far fewer.
  void start(std::size_t words);

  // 1, 2, 3 ... in the order of first appearance. The word's bytes stay where they are until the
  // next start().
  std::uint32_t add(std::string_view word);

  // The number add() gave, or `absent`.
  std::uint32_t find(std::string_view word) const;

  std::uint32_t count() const { return count_; }

 private:
  // `first`, `last` and the length say all there is to say about a word of up to sixteen bytes.
  struct Key {
    std::uint64_t first;  // the first eight bytes; all bytes of a shorter word, some twice
    std::uint64_t last;   // the last eight bytes; 0 for a word of up to eight
    std::string_view word;
    bool operator==(const Key& other) const;
    std::uint64_t hash() const;
  };
  struct Slot {
    Key key;
    std::uint32_t number;
    std::uint32_t era;  // the slot is taken if this is the table's era
  };

  static Key key_of(std::string_view word);
  std::size_t slot_of(const Key& key) const;
  void empty();
  void grow();

  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::uint32_t era_ = 0;
  std::uint32_t count_ = 0;
};

}  // namespace keur
