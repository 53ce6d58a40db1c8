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
  // there are none: about 10 ns a word, of long texts 20.
  const std::vector<MergeEdge>& find(Words reference, Words output);

 private:
  // Of the letters of a word, or of several without the spaces: sum of byte x base^place, and
  // base^length. Those of two in a row follow from those of each.
  struct Print {
    std::uint32_t hash, power;
  };
  // The words of one side, with no hyphens in them. In a short text of each its first byte, its
  // last byte and its length, in 8, 8 and 16 bits: what a whole and its parts share without being
  // joined. In a long one many words share these, and it takes less to make prints.
  struct Side {
    std::vector<std::string_view> words;
    std::vector<std::uint32_t> keys;
    std::vector<Print> prints;
  };
  void read(Words words, bool is_long, Side& side);
  void find_in_short(const Side& wholes, const Side& parts, bool parts_are_output);
  void find_in_long(const Side& wholes, const Side& parts, bool parts_are_output);
  // Neighbouring words, up to the one at `last`, that may be parts.
  struct Parts {
    std::size_t last, count;
    bool are_output;
    bool may_merge = false;  // asked when a whole is found
  };
  // Returns whether other wholes can be theirs.
  bool add_edge(Words wholes, std::size_t at, Words parts, Parts& which);

  IsNumberWord is_number_word_;
  std::vector<MergeEdge> edges_;
  Side reference_, output_;
  std::deque<std::string> texts_;    // words that had hyphens
  std::vector<std::uint64_t> seen_;  // short texts: a bit for the key of each whole
  // Long texts: the last whole whose hash has its place there, and that before each; 0 is none.
  std::vector<std::uint32_t> last_at_, before_;
};

}  // namespace keur
