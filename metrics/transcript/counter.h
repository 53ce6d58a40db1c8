// SPDX-License-Identifier: Apache-2.0
// From one pair of texts to one row of counts (columns.h), and to a comparison for a reader.
#pragma once
#include "metrics/core/family.h"
#include "metrics/text/normaliser.h"

namespace keur::transcript {

// Fields: the reference text; the output text. A text that is absent counts as empty. Both go
// through `normaliser`, which has to outlive the counter.
class TranscriptCounter final : public Counter {
 public:
  explicit TranscriptCounter(const Normaliser& normaliser) : normaliser_(normaliser) {}
  Row count(Fields reference, Fields output) const override;
  // One piece a word; the words are the normalised ones.
  Comparison compare(Fields reference, Fields output) const override;

 private:
  const Normaliser& normaliser_;
};

}  // namespace keur::transcript
