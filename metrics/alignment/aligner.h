// SPDX-License-Identifier: Apache-2.0
// The fewest edits that turn a reference into an output, and which edits they are.
//
// Substitution, removal and insertion cost one each. Where several shortest ways exist, the one
// found by walking back from the end with this rule is taken: equal words are matched; else a
// substitution if that is on a shortest way, else a removal, else an insertion. It is the rule of
// Kaldi's align-text. The total never depends on the rule; how it divides does.
//
// Cost: words x words / 64 steps of about a nanosecond, and as many again for the way back when the
// reference has more than 256 words; of long texts that are alike, only cells near the diagonal are
// computed, and it is 0.3 microseconds a word (corridor.h). Memory: words x words / 1024 bytes and
// 64 bytes an output word beyond that, in a corridor some 100 bytes a word; it stays reserved for
// the next pair.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "metrics/alignment/banded_table.h"
#include "metrics/alignment/code_point_numbers.h"
#include "metrics/alignment/corridor.h"
#include "metrics/alignment/edit.h"
#include "metrics/alignment/guide.h"
#include "metrics/alignment/word_numbers.h"

namespace keur {

struct EditCounts {
  long matched = 0;
  long substituted = 0;
  long removed = 0;   // reference words that are not in the output
  long inserted = 0;  // output words that are not in the reference
  void add(Edit edit) {
    switch (edit) {
      case Edit::match:
        ++matched;
        break;
      case Edit::substitute:
        ++substituted;
        break;
      case Edit::remove:
        ++removed;
        break;
      case Edit::insert:
        ++inserted;
        break;
    }
  }
  EditCounts& operator+=(const EditCounts& other) {
    matched += other.matched;
    substituted += other.substituted;
    removed += other.removed;
    inserted += other.inserted;
    return *this;
  }
  long errors() const { return substituted + removed + inserted; }
};

// Scratch space: one per thread.
class Aligner {
 public:
  using Words = std::span<const std::string_view>;

  // From where on a corridor is looked for, which takes less than to compute the rest of the table.
  struct LongTexts {
    std::size_t words = 2000;        // on both sides
    std::size_t code_points = 4000;  // on both sides: a guide is looked for
    std::size_t edits = 1000;        // of code points, in the guide: a corridor
  };
  Aligner() = default;
  explicit Aligner(LongTexts from) : long_from_(from) {}

  // Either side may be empty: all of the other is then removed or inserted.
  EditCounts count(Words reference, Words output);

  // From first to last. Valid until the next call.
  const std::vector<Edit>& trace(Words reference, Words output);

  // Only the number of errors: half the work where the reference has more than 256 words.
  std::size_t distance(Words reference, Words output);

  // The fewest edits between two sequences of code points. Cost: the shorter length times the
  // distance / 64, and small memory (see distance.cc).
  std::size_t distance(std::span<const char32_t> reference, std::span<const char32_t> output);
  // The same for the code points of two texts, which are valid UTF-8. Quicker where both are ASCII.
  std::size_t distance(std::string_view reference, std::string_view output);
  // The same; of long texts quicker by a way of their words, which stand between single spaces. It
  // is where the search begins: the distance does not depend on it.
  std::size_t distance(std::string_view reference, std::string_view output,
                       std::span<const Edit> way_of_words);

 private:
  // Calls step(Edit) from last to first.
  template <class Step>
  void walk(Words reference, Words output, Step step);
  void number(Words reference, Words output);
  template <class Symbol, class Number>
  std::size_t distance_of(std::span<const Symbol> reference, std::span<const Symbol> output,
                          Number number);
  void find_anchors(std::string_view reference, std::string_view output,
                    std::span<const Edit> way_of_words);
  void set_band(std::size_t bound);
  std::size_t distance_within(std::size_t bound);
  std::size_t distance_by_guide();
  std::span<const ColumnRange> corridor_of_words();

  LongTexts long_from_;
  WordNumbers word_numbers_;
  CodePointNumbers code_point_numbers_;
  std::vector<std::uint32_t> rows_, columns_;  // the symbols of the reference and of the output
  std::uint32_t most_symbols_ = 0;             // distance: all of them are below this
  std::vector<char32_t> reference_points_, output_points_;
  BandedTable table_;
  GuideFinder guide_finder_;
  Guide guide_;
  std::vector<GuideFinder::Anchor> anchors_;  // distance: what the words say, if anything
  Corridor corridor_;
  std::vector<ColumnRange> ranges_;
  std::vector<Edit> trace_;
};

}  // namespace keur
