// SPDX-License-Identifier: Apache-2.0
// Which words of one side could stand for two to four neighbouring words of the other side, because
// their letters, hyphens aside, are the same: "bloeddruk" and "bloed druk".
//
// Never, because there a space can carry meaning, where one of the parts (hyphens aside)
//   - is empty or has a numeral in it (any Unicode category N): "1 2" is not "12";
//   - is a number word: "drie honderd" may be two numbers;
//   - negates: niet geen zonder nooit nee, no not none never nor without;
//   - says a side: links rechts, left right;
// or where the first part is in, on, a or an: "in stabiel" is not "instabiel".
#pragma once
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keur {

// Whether `word`, which has no hyphens, names a number in the language of the text.
using IsNumberWord = bool (*)(std::string_view word);

constexpr std::size_t most_parts = 4;

// Whether these words may stand for one. The letters are not compared here. `is_number_word`
// nullptr: no word is one.
bool may_merge(std::span<const std::string_view> parts, IsNumberWord is_number_word);

// A merge that could be made, by the cell of the edit table in which it ends: reference words
// [row - rows, row) and output words [column - columns, column); one of `rows`, `columns` is 1.
struct MergeEdge {
  std::uint32_t row, column;
  std::uint8_t rows, columns;
  bool operator==(const MergeEdge&) const = default;
};

// Scratch space: one per thread.
class MergeFinder {
 public:
  using Words = std::span<const std::string_view>;

  explicit MergeFinder(IsNumberWord is_number_word) : is_number_word_(is_number_word) {}

  // All of them, by row, then column, then number of words. Valid until the next call. Cost where
  // there are none: about 10 ns a word.
  const std::vector<MergeEdge>& find(Words reference, Words output);

 private:
  // The words of one side, with no hyphens in them, and of each its first byte, its last byte and
  // its length, in 8, 8 and 16 bits: what a whole and its parts share without being joined.
  struct Side {
    std::vector<std::string_view> words;
    std::vector<std::uint32_t> keys;
  };
  struct Whole {
    std::uint32_t key;
    std::string_view word;
    std::uint32_t at;
  };
  void read(Words words, Side& side);
  void find(const Side& wholes, const Side& parts, bool parts_are_output);
  void add_edges(const Side& wholes, const Side& parts, std::size_t last, std::size_t count,
                 bool parts_are_output);

  IsNumberWord is_number_word_;
  std::vector<MergeEdge> edges_;
  Side reference_, output_;
  std::deque<std::string> texts_;    // words that had hyphens
  std::vector<std::uint64_t> seen_;  // a bit for the key of each whole
  std::vector<Whole> index_;  // of a long text, by key, word, place; empty until it is needed
  std::string joined_;
};

}  // namespace keur
