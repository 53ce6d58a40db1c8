// SPDX-License-Identifier: Apache-2.0
// From one pair of texts to one row of counts (columns.h), and to a comparison for a reader.
#pragma once
#include <optional>

#include "metrics/alignment/modes.h"
#include "metrics/core/family.h"
#include "metrics/text/normaliser.h"
#include "metrics/transcript/alternatives.h"
#include "metrics/transcript/terms.h"

namespace keur::transcript {

// How the words of two texts are counted, where a suite wants it otherwise.
struct WordRules {
  // How errors divide into substituted, removed and inserted; nullopt: as aligner.h does.
  std::optional<AlignmentMode> align;
  // nullopt: braces are letters. Else everything is counted of the reading that sclite takes, and
  // with AlignmentMode::sclite by its own way through the alternatives.
  std::optional<AlternativeOptions> alternatives;
};

// Fields: the reference text; the output text. A text that is absent counts as empty. Both go
// through `normaliser`, which has to outlive the counter; commands that the reference annotates
// (spoken_commands.h) are no words of it. Compounds and clinical columns stand on the alignment of
// aligner.h whatever the rules say.
class TranscriptCounter final : public Counter {
 public:
  // With an empty list no clinical column is counted, and nothing is found.
  explicit TranscriptCounter(const Normaliser& normaliser, const TermList& terms = {},
                             const WordRules& rules = {});
  // Only where the rules allow alternatives.
  std::optional<TextFault> reference_fault(Fields reference) const override;
  std::optional<TextFault> output_fault(Fields output) const override;
  Row count(Fields reference, Fields output) const override;
  // One piece a word; the words are the normalised ones.
  Examination examine(Fields reference, Fields output) const override;

 private:
  struct Scratch;
  static Scratch& scratch_of_this_thread();
  void read(Fields reference, Fields output, Scratch& scratch) const;
  EditCounts count_edits(const EditCounts& plain, Scratch& scratch) const;
  Comparison comparison(Scratch& scratch) const;
  // Whether the way is the one sclite took through the alternatives.
  bool by_network() const;

  const Normaliser& normaliser_;
  std::optional<AlignmentMode> align_;
  std::optional<AlternativeReader> alternatives_;
  std::optional<TermFinder> finder_;
};

}  // namespace keur::transcript
