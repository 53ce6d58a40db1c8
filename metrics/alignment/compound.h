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
// made, which is the rule; else reference words x (plain errors + words to be merged) steps of
// about a nanosecond, twice for long pairs. Memory: 4 bytes a step, up to a limit.
#pragma once
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

  // `is_number_word` nullptr: no word is one. Beyond `most_cells` of four bytes (and four rows of
  // the table) time is spent instead of memory: the table is computed twice, in blocks.
  explicit CompoundAligner(IsNumberWord is_number_word, std::size_t most_cells = 1 << 24)
      : finder_(is_number_word), most_cells_(most_cells) {}

  // `plain`: what Aligner::count says of the same words.
  CompoundCounts count(Words reference, Words output, const EditCounts& plain);
  CompoundCounts count(Words reference, Words output);

  // From first to last. Valid until the next call.
  const std::vector<CompoundStep>& trace(Words reference, Words output);

 private:
  void set_band(long plain_errors);
  bool find_edges(Words reference, Words output, long plain_errors);
  void number(Words reference, Words output);
  void compute_row(std::size_t row);
  void compute_block(std::size_t block);
  std::size_t walk_block(std::size_t block, std::size_t row, std::size_t& column);
  void walk();
  std::uint32_t* cells_of(std::size_t row);

  Aligner aligner_;
  MergeFinder finder_;
  std::size_t most_cells_;
  std::vector<MergeEdge> edges_;
  std::vector<std::uint32_t> reference_, output_;  // numbers for words
  std::vector<CompoundStep> trace_;

  // Row i of the table holds columns i - left_ to i + right_, with a margin on both sides. Rows are
  // computed in blocks; each has the last rows of the block before it in front.
  std::size_t left_ = 0, right_ = 0, stride_ = 0, block_rows_ = 0, block_ = 0;
  std::vector<std::uint32_t> rows_, kept_rows_;
};

}  // namespace keur
