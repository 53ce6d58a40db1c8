// SPDX-License-Identifier: Apache-2.0
// The aligners against their slow twins: words, code points, compounds, modes. The first line is
// the reference, the second the output.
#include <algorithm>

#include "metrics/alignment/aligner_textbook.h"
#include "metrics/alignment/compound_textbook.h"
#include "metrics/alignment/modes_textbook.h"
#include "metrics/core/utf8.h"
#include "metrics/text/tokens.h"
#include "tests/fuzz/target.h"

namespace keur {
namespace {

using Words = std::vector<std::string_view>;

bool same(const EditCounts& one, const EditCounts& other) {
  return one.matched == other.matched && one.substituted == other.substituted &&
         one.removed == other.removed && one.inserted == other.inserted;
}

void check_words(Aligner& aligner, const Words& reference, const Words& output) {
  const auto twin = textbook_trace(reference, output);
  hold(aligner.trace(reference, output) == twin, "another way than the textbook's");
  EditCounts wanted;
  for (const Edit edit : twin) {
    wanted.matched += edit == Edit::match;
    wanted.substituted += edit == Edit::substitute;
    wanted.removed += edit == Edit::remove;
    wanted.inserted += edit == Edit::insert;
  }
  hold(same(aligner.count(reference, output), wanted), "other counts than the textbook's");
}

bool is_number_word(std::string_view word) {
  return word == "drie" || word == "honderd" || word == "driehonderd" || word == "six";
}

void check_compounds(CompoundAligner& aligner, const Words& reference, const Words& output) {
  const auto twin = textbook_compound_trace(reference, output, is_number_word);
  hold(aligner.trace(reference, output) == twin, "another way with compounds than the textbook's");
  CompoundCounts wanted;
  for (const CompoundStep& step : twin) {
    wanted.edits.matched += step.edit == CompoundEdit::match;
    wanted.edits.substituted += step.edit == CompoundEdit::substitute;
    wanted.edits.removed += step.edit == CompoundEdit::remove;
    wanted.edits.inserted += step.edit == CompoundEdit::insert;
    wanted.forgiven += step.edit == CompoundEdit::merge;
    wanted.forgiven_reference_words += step.edit == CompoundEdit::merge ? step.reference_words : 0;
  }
  const CompoundCounts counts = aligner.count(reference, output);
  hold(same(counts.edits, wanted.edits) && counts.forgiven == wanted.forgiven &&
           counts.forgiven_reference_words == wanted.forgiven_reference_words,
       "other counts with compounds than the textbook's");
}

void check_characters(Aligner& aligner, std::string_view reference, std::string_view output) {
  if (first_invalid_utf8(reference) || first_invalid_utf8(output)) return;
  std::vector<char32_t> one, other;
  code_points(reference, one);
  code_points(output, other);
  const std::size_t twin = edit_table(one, other).back().back();
  hold(aligner.distance(reference, output) == twin, "another distance of texts");
  hold(aligner.distance(one, other) == twin, "another distance of code points");
}

void run(std::string_view bytes) {
  // The twins take memory for every pair of words, or of letters.
  constexpr std::size_t most_letters = 900, most_words = 270, most_compounds = 40, most_modes = 90;
  const std::string_view reference = take_line(bytes).substr(0, most_letters),
                         output = take_line(bytes).substr(0, most_letters);
  Words left = cut(reference, most_words), right = cut(output, most_words);
  // Scratch space stays from pair to pair, as in the program.
  static Aligner aligner;
  static CompoundAligner compound_aligner(is_number_word), sparing(is_number_word, 64);
  static ModeAligner mode_aligner;
  check_words(aligner, left, right);
  check_characters(aligner, reference.substr(0, 300), output.substr(0, 300));
  left.resize(std::min(left.size(), most_modes));
  right.resize(std::min(right.size(), most_modes));
  for (const AlignmentMode mode :
       {AlignmentMode::sclite, AlignmentMode::kaldi, AlignmentMode::rapidfuzz})
    hold(same(mode_aligner.count(mode, left, right), textbook_mode_counts(mode, left, right)),
         "other counts than the textbook's in mode " + std::to_string(static_cast<int>(mode)));
  left.resize(std::min(left.size(), most_compounds));
  right.resize(std::min(right.size(), most_compounds));
  check_compounds(compound_aligner, left, right);
  check_compounds(sparing, left, right);
}

}  // namespace

const Target& target_align();
const Target& target_align() {
  static const Target target{"align", run};
  return target;
}

}  // namespace keur
