// SPDX-License-Identifier: Apache-2.0
// Alignment that forgives a different spelling of a compound: beside the edits of aligner.h there
// are, at no cost, the merges of merges.h. So the errors are never more than those of
// aligner.h, and the reference has as many words as before.
//
// Of several cheapest ways: walking back from the end, a match if it is on one of them, else a
// merge (of fewer words first), else a substitution, a removal, an insertion. Where no merge can be
// made that is the rule of aligner.h, and its counts are returned.
//
// Cost: nothing where the plain errors are 0; else about 10 ns a word to see that no merge can be
// made, which is the rule; else a step of about a nanosecond for each cell of the table that a
// cheapest way could pass. Memory: a byte a step, up to a limit.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "metrics/alignment/aligner.h"
#include "metrics/alignment/merges.h"

namespace keur {

enum class CompoundEdit : unsigned char { match, merge, substitute, remove, insert };

// One step of a way, and how many words of each side it takes: 1 and 1, 1 and 0, 0 and 1; a merge 1
// and 2 to 4, or the reverse.
struct CompoundStep {
  CompoundEdit edit;
  unsigned char reference_words, output_words;
  bool operator==(const CompoundStep&) const = default;
};

struct CompoundCounts {
  EditCounts plain;   // those of aligner.h
  EditCounts edits;   // `matched` is without the words of merges
  long forgiven = 0;  // merges
  long forgiven_reference_words = 0;
};

// A merge that was forgiven: words [at, at + words) of either side.
struct Merge {
  std::size_t reference_at, reference_words, output_at, output_words;
  bool operator==(const Merge&) const = default;
};

// The merges of a trace, from first to last.
std::vector<Merge> merges(std::span<const CompoundStep> trace);

// Scratch space: one per thread.
class CompoundAligner {
 public:
  using Words = Aligner::Words;

  // `is_number_word` nullptr: no word is one. Beyond `most_cells` of a byte (and four rows of the
  // table) time is spent instead of memory: the table is computed twice, in blocks.
  // From `long_from` words on, a corridor is narrower than a band along the diagonal.
  explicit CompoundAligner(IsNumberWord is_number_word, std::size_t most_cells = 1 << 23,
                           std::size_t long_from = 500)
      : finder_(is_number_word), most_cells_(most_cells), long_from_(long_from) {}

  CompoundCounts count(Words reference, Words output);
  // The way of aligner.h through the pair that was counted last, if it was long; else empty.
  std::span<const Edit> plain_way() const { return plain_way_; }

  // From first to last. Valid until the next call.
  const std::vector<CompoundStep>& trace(Words reference, Words output);

 private:
  EditCounts count_plain(Words reference, Words output);
  bool find_edges(Words reference, Words output, long plain_errors);
  bool find_band(long plain_errors);
  bool find_corridor();
  bool keep_edges_inside();
  bool is_inside(std::size_t row, std::size_t column) const;
  void number(Words reference, Words output);
  void compute_row(std::size_t row);
  void walk_block(std::size_t top, std::size_t& row, std::size_t& column);
  void walk();
  std::uint32_t* costs_of(std::size_t row) { return costs_[row % costs_.size()].data(); }

  Aligner aligner_;
  MergeFinder finder_;
  std::size_t most_cells_, long_from_;
  std::vector<MergeEdge> edges_;
  WordNumbers word_numbers_;
  std::vector<std::uint32_t> reference_, output_;  // numbers for words
  std::vector<CompoundStep> trace_;

  bool is_long_ = false;
  std::span<const Edit> plain_way_;
  Guide guide_;  // long pairs: the plain alignment
  Corridor corridor_;
  std::vector<Corridor::Merged> merged_;

  // The last rows of the table by column, and of each row of a block the lowest byte of each cell.
  std::vector<RowRange> ranges_;
  std::array<std::vector<std::uint32_t>, most_parts + 1> costs_;
  std::vector<std::vector<std::uint32_t>> kept_costs_;
  std::vector<std::uint8_t> cells_;
  std::vector<std::size_t> cells_at_;  // of each row, within its block
};

}  // namespace keur
