// SPDX-License-Identifier: Apache-2.0
// The alignment as one ruler that both texts are measured along. A number, a drug or a negation is
// compared with what stands at the same place of the other text, and this says what that is.
//
// A segment is either one word that is the same on both sides, or a stretch of words that differ,
// as long as it goes. A compound written apart (hartfalen, hart falen) is the same word: two to
// four words against one, with equal letters (hyphens aside). Never joined are parts that turn
// meaning round: digits and number words, negations, sides, and a first part that is a prefix
// (in stabiel is not instabiel).
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/core/finding.h"
#include "metrics/alignment/aligner.h"

namespace keur::transcript {

using Words = std::span<const std::string_view>;

struct Segment {
  WordRange reference, output;  // either may be empty, where `same` is false
  bool same = false;
};

struct Layout {
  std::vector<Segment> segments;  // in order; together they are both texts, each word once
  // Of each word: its segment, and its place on the ruler. Words of one place stand for each other.
  std::vector<std::size_t> reference_segment, output_segment;
  std::vector<std::size_t> reference_column, output_column;
  std::size_t columns = 0;  // places on the ruler
  // Words that no word of the other text stands at the place of.
  std::vector<bool> removed, inserted;

  // Whether the two stretches lie, in part, in one segment.
  bool meet(const WordRange& reference, const WordRange& output) const;
  // Whether every word of the stretch is the same in the other text.
  bool same_in_output(const WordRange& reference) const;
  bool same_in_reference(const WordRange& output) const;
  // The words of the output that stand at the segments of a stretch of the reference.
  WordRange output_at(const WordRange& reference) const;
  WordRange reference_at(const WordRange& output) const;
};

// `trace` is one of Aligner::trace for the same words. Cost: linear.
Layout lay_out(Words reference, Words output, std::span<const Edit> trace);

// Whether these words, written apart, may be one word.
bool may_join(Words parts);

// The words joined, without the hyphens inside.
std::string joined(Words parts);

inline constexpr std::size_t longest_compound = 4;  // words

}  // namespace keur::transcript
