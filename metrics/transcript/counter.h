// SPDX-License-Identifier: Apache-2.0
// From one pair of texts to one row of counts (columns.h), and to a comparison for a reader.
#pragma once
#include <optional>
#include "metrics/core/family.h"
#include "metrics/text/normaliser.h"
#include "metrics/transcript/terms.h"

namespace keur::transcript {

// Fields: the reference text; the output text. A text that is absent counts as empty. Both go
// through `normaliser`, which has to outlive the counter; commands that the reference annotates
// (spoken_commands.h) are no words of it.
class TranscriptCounter final : public Counter {
 public:
  // With an empty list no clinical column is counted, and nothing is found.
  explicit TranscriptCounter(const Normaliser& normaliser, const TermList& terms = {});
  Row count(Fields reference, Fields output) const override;
  // One piece a word; the words are the normalised ones.
  Comparison compare(Fields reference, Fields output) const override;
  std::vector<CaseFinding> findings(Fields reference, Fields output) const override;

 private:
  const Normaliser& normaliser_;
  std::optional<TermFinder> finder_;
};

}  // namespace keur::transcript
